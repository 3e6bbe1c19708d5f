import type { Catalogue } from "@terskel/platform/i18n";
import { doors } from "./doors/en.ts";
import { problems } from "./problems/en.ts";
import { shell } from "./shell/en.ts";
import { signIn } from "./signIn/en.ts";

export const en = { shell, problems, signIn, doors };

/** Every text of the portal; each language has to have them all to compile. */
export type Texts = Catalogue<typeof en>;
