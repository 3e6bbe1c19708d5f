import type { Catalogue } from "@terskel/platform/i18n";
import { agreement } from "./agreement/en.ts";
import { demo } from "./demo/en.ts";
import { deletion } from "./deletion/en.ts";
import { desk } from "./desk/en.ts";
import { doors } from "./doors/en.ts";
import { giving } from "./giving/en.ts";
import { grants } from "./grants/en.ts";
import { handover } from "./handover/en.ts";
import { importing } from "./importing/en.ts";
import { invitation } from "./invitation/en.ts";
import { manage } from "./manage/en.ts";
import { operator } from "./operator/en.ts";
import { people } from "./people/en.ts";
import { privacy } from "./privacy/en.ts";
import { problems } from "./problems/en.ts";
import { profile } from "./profile/en.ts";
import { shell } from "./shell/en.ts";
import { signIn } from "./signIn/en.ts";

export const en = {
  agreement,
  demo,
  deletion,
  desk,
  doors,
  giving,
  grants,
  handover,
  importing,
  invitation,
  manage,
  operator,
  people,
  privacy,
  problems,
  profile,
  shell,
  signIn,
};

/** Every text of the portal; each language has to have them all to compile. */
export type Texts = Catalogue<typeof en>;
