import { doors } from "./doors/nb.ts";
import type { Texts } from "./en.ts";
import { problems } from "./problems/nb.ts";
import { shell } from "./shell/nb.ts";
import { signIn } from "./signIn/nb.ts";

export const nb: Texts = { shell, problems, signIn, doors };
