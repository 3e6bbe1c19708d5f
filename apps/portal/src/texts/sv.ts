import type { Texts } from "./en.ts";
import { agreement } from "./agreement/sv.ts";
import { demo } from "./demo/sv.ts";
import { deletion } from "./deletion/sv.ts";
import { desk } from "./desk/sv.ts";
import { doors } from "./doors/sv.ts";
import { giving } from "./giving/sv.ts";
import { grants } from "./grants/sv.ts";
import { handover } from "./handover/sv.ts";
import { importing } from "./importing/sv.ts";
import { invitation } from "./invitation/sv.ts";
import { manage } from "./manage/sv.ts";
import { operator } from "./operator/sv.ts";
import { people } from "./people/sv.ts";
import { privacy } from "./privacy/sv.ts";
import { problems } from "./problems/sv.ts";
import { profile } from "./profile/sv.ts";
import { shell } from "./shell/sv.ts";
import { signIn } from "./signIn/sv.ts";

export const sv: Texts = {
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
