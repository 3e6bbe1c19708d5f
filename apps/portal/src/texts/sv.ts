import type { Texts } from "./en.ts";
import { accountability } from "./accountability/sv.ts";
import { advisers } from "./advisers/sv.ts";
import { alarms } from "./alarms/sv.ts";
import { agreement } from "./agreement/sv.ts";
import { audit } from "./audit/sv.ts";
import { cards } from "./cards/sv.ts";
import { choices } from "./choices/sv.ts";
import { customers } from "./customers/sv.ts";
import { demo } from "./demo/sv.ts";
import { deletion } from "./deletion/sv.ts";
import { desk } from "./desk/sv.ts";
import { areas } from "./areas/sv.ts";
import { doorGroups } from "./doorGroups/sv.ts";
import { doors } from "./doors/sv.ts";
import { giving } from "./giving/sv.ts";
import { explain } from "./explain/sv.ts";
import { grants } from "./grants/sv.ts";
import { handover } from "./handover/sv.ts";
import { importing } from "./importing/sv.ts";
import { integrations } from "./integrations/sv.ts";
import { schedules } from "./schedules/sv.ts";
import { invitation } from "./invitation/sv.ts";
import { keypads } from "./keypads/sv.ts";
import { leases } from "./leases/sv.ts";
import { logging } from "./logging/sv.ts";
import { manage } from "./manage/sv.ts";
import { notice } from "./notice/sv.ts";
import { extendedTime } from "./extendedTime/sv.ts";
import { opening } from "./opening/sv.ts";
import { operator } from "./operator/sv.ts";
import { orders } from "./orders/sv.ts";
import { pass } from "./pass/sv.ts";
import { people } from "./people/sv.ts";
import { privacy } from "./privacy/sv.ts";
import { problems } from "./problems/sv.ts";
import { promises } from "./promises/sv.ts";
import { record } from "./record/sv.ts";
import { profile } from "./profile/sv.ts";
import { shell } from "./shell/sv.ts";
import { signIn } from "./signIn/sv.ts";
import { suppliers } from "./suppliers/sv.ts";
import { support } from "./support/sv.ts";
import { unlocking } from "./unlocking/sv.ts";
import { usage } from "./usage/sv.ts";

export const sv: Texts = {
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
