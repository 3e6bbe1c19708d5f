import type { Texts } from "./en.ts";
import { accountability } from "./accountability/nb.ts";
import { advisers } from "./advisers/nb.ts";
import { alarms } from "./alarms/nb.ts";
import { agreement } from "./agreement/nb.ts";
import { audit } from "./audit/nb.ts";
import { cards } from "./cards/nb.ts";
import { choices } from "./choices/nb.ts";
import { customers } from "./customers/nb.ts";
import { demo } from "./demo/nb.ts";
import { deletion } from "./deletion/nb.ts";
import { desk } from "./desk/nb.ts";
import { areas } from "./areas/nb.ts";
import { doorGroups } from "./doorGroups/nb.ts";
import { doors } from "./doors/nb.ts";
import { giving } from "./giving/nb.ts";
import { explain } from "./explain/nb.ts";
import { grants } from "./grants/nb.ts";
import { handover } from "./handover/nb.ts";
import { importing } from "./importing/nb.ts";
import { integrations } from "./integrations/nb.ts";
import { schedules } from "./schedules/nb.ts";
import { invitation } from "./invitation/nb.ts";
import { keypads } from "./keypads/nb.ts";
import { leases } from "./leases/nb.ts";
import { logging } from "./logging/nb.ts";
import { manage } from "./manage/nb.ts";
import { notice } from "./notice/nb.ts";
import { extendedTime } from "./extendedTime/nb.ts";
import { opening } from "./opening/nb.ts";
import { operator } from "./operator/nb.ts";
import { orders } from "./orders/nb.ts";
import { pass } from "./pass/nb.ts";
import { people } from "./people/nb.ts";
import { privacy } from "./privacy/nb.ts";
import { problems } from "./problems/nb.ts";
import { promises } from "./promises/nb.ts";
import { record } from "./record/nb.ts";
import { profile } from "./profile/nb.ts";
import { shell } from "./shell/nb.ts";
import { signIn } from "./signIn/nb.ts";
import { suppliers } from "./suppliers/nb.ts";
import { support } from "./support/nb.ts";
import { unlocking } from "./unlocking/nb.ts";
import { usage } from "./usage/nb.ts";

export const nb: Texts = {
  accountability,
  advisers,
  agreement,
  alarms,
  audit,
  cards,
  choices,
  customers,
  demo,
  deletion,
  desk,
  areas,
  doorGroups,
  doors,
  giving,
  explain,
  grants,
  handover,
  importing,
  integrations,
  schedules,
  invitation,
  keypads,
  leases,
  logging,
  manage,
  notice,
  extendedTime,
  opening,
  operator,
  orders,
  pass,
  people,
  privacy,
  problems,
  promises,
  record,
  profile,
  shell,
  signIn,
  suppliers,
  support,
  unlocking,
  usage,
};
