import type { Texts } from "./en.ts";
import { agreement } from "./agreement/nb.ts";
import { demo } from "./demo/nb.ts";
import { deletion } from "./deletion/nb.ts";
import { desk } from "./desk/nb.ts";
import { doors } from "./doors/nb.ts";
import { giving } from "./giving/nb.ts";
import { grants } from "./grants/nb.ts";
import { handover } from "./handover/nb.ts";
import { importing } from "./importing/nb.ts";
import { invitation } from "./invitation/nb.ts";
import { manage } from "./manage/nb.ts";
import { operator } from "./operator/nb.ts";
import { people } from "./people/nb.ts";
import { privacy } from "./privacy/nb.ts";
import { problems } from "./problems/nb.ts";
import { profile } from "./profile/nb.ts";
import { shell } from "./shell/nb.ts";
import { signIn } from "./signIn/nb.ts";

export const nb: Texts = {
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
