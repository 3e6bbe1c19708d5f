import { doors } from "./doors/sv.ts";
import type { Texts } from "./en.ts";
import { problems } from "./problems/sv.ts";
import { shell } from "./shell/sv.ts";
import { signIn } from "./signIn/sv.ts";

export const sv: Texts = { shell, problems, signIn, doors };
