import type { Catalogue } from "@terskel/platform/i18n";
import { accountability } from "./accountability/en.ts";
import { advisers } from "./advisers/en.ts";
import { alarms } from "./alarms/en.ts";
import { agreement } from "./agreement/en.ts";
import { audit } from "./audit/en.ts";
import { cards } from "./cards/en.ts";
import { choices } from "./choices/en.ts";
import { customers } from "./customers/en.ts";
import { demo } from "./demo/en.ts";
import { deletion } from "./deletion/en.ts";
import { desk } from "./desk/en.ts";
import { areas } from "./areas/en.ts";
import { doorGroups } from "./doorGroups/en.ts";
import { doors } from "./doors/en.ts";
import { giving } from "./giving/en.ts";
import { explain } from "./explain/en.ts";
import { grants } from "./grants/en.ts";
import { handover } from "./handover/en.ts";
import { importing } from "./importing/en.ts";
import { integrations } from "./integrations/en.ts";
import { schedules } from "./schedules/en.ts";
import { invitation } from "./invitation/en.ts";
import { keypads } from "./keypads/en.ts";
import { leases } from "./leases/en.ts";
import { logging } from "./logging/en.ts";
import { manage } from "./manage/en.ts";
import { notice } from "./notice/en.ts";
import { extendedTime } from "./extendedTime/en.ts";
import { opening } from "./opening/en.ts";
import { operator } from "./operator/en.ts";
import { orders } from "./orders/en.ts";
import { pass } from "./pass/en.ts";
import { people } from "./people/en.ts";
import { privacy } from "./privacy/en.ts";
import { problems } from "./problems/en.ts";
import { promises } from "./promises/en.ts";
import { record } from "./record/en.ts";
import { profile } from "./profile/en.ts";
import { shell } from "./shell/en.ts";
import { signIn } from "./signIn/en.ts";
import { suppliers } from "./suppliers/en.ts";
import { support } from "./support/en.ts";
import { unlocking } from "./unlocking/en.ts";
import { usage } from "./usage/en.ts";

export const en = {
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

/** Every text of the portal; each language has to have them all to compile. */
export type Texts = Catalogue<typeof en>;
