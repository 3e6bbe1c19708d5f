import { kinds, lettingKinds } from "./grounds.ts";
import { declareTable } from "@terskel/kernel";
import type { Processing } from "@terskel/kernel";
import { activities } from "./activities.ts";
import { areaTables } from "./areas/declared.ts";
import { alarmTables } from "./alarms/declared.ts";
import { credentialTables } from "./credentials-declared.ts";
import { extendedTimeTables } from "./extended-time/declared.ts";
import { doorGroupTables } from "./door-groups/declared.ts";
import { integrationTables } from "./integrations/declared.ts";
import { keepTimes } from "./keep-times.ts";
import { keepers } from "./keepers.ts";
import { keypadTables } from "./keypads/declared.ts";
import { leaseTables } from "./leases/declared.ts";
import { orderTables } from "./orders/declared.ts";
import { placeTables } from "./places/declared.ts";
import { logTables } from "./runtime/declared.ts";
import { scheduleTables } from "./schedules/declared.ts";
import { statisticsTables } from "./statistics/declared.ts";
import { tableWords } from "./table-words.ts";
import type {
  ContactLookups,
  Grants,
  GroupMembers,
  Groups,
  Invitations,
  Residents,
  Units,
} from "./tables.ts";
import {
  administer,
  decide,
  logs,
  member,
  memberIn,
  nothing,
  share,
  tell,
  withAgreement,
  withMember,
} from "./uses.ts";

const things = [
  declareTable<Groups>()({
    table: "access.groups",
    kinds,
    noPersonalData: "A group's name; who is in it is in access.group_members and access.residents.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<Units>()({
    table: "access.units",
    kinds: lettingKinds,
    noPersonalData: "A flat or an office; who lives or works there is in access.residents.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      site_id: ["technical"],
      group_id: ["technical"],
      name: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
];

const rights = [
  declareTable<GroupMembers>()({
    table: "access.group_members",
    ...tableWords.groupMembers,
    subjects: [member],
    columns: {
      organisation_id: ["membership", ...administer, ...decide, "access.import"],
      group_id: ["membership", ...administer, ...decide, ...logs, "access.import", share],
      member_id: ["pseudonym", ...administer, ...decide, ...logs, "access.import", share],
      created_at: ["time", ...administer],
    },
    keep: withMember,
    erase: { kind: "delete" },
  }),
  declareTable<Residents>()({
    table: "access.residents",
    kinds: lettingKinds,
    ...tableWords.residents,
    subjects: [member],
    columns: {
      organisation_id: ["membership", ...administer, ...decide, "access.import"],
      unit_id: ["residence", ...administer, ...decide, ...logs, "access.import", share],
      member_id: ["pseudonym", ...administer, ...decide, ...logs, "access.import", share],
      created_at: ["time", ...administer],
    },
    keep: withMember,
    erase: { kind: "delete" },
  }),
  declareTable<Grants>()({
    table: "access.grants",
    kinds,
    ...tableWords.grants,
    subjects: [member],
    columns: {
      id: ["access-right", ...administer, "access.import"],
      organisation_id: ["membership", ...administer, ...decide, "access.import", tell],
      door_id: ["access-right", ...administer, ...decide, ...logs, "access.import", share, tell],
      member_id: ["pseudonym", ...administer, ...decide, ...logs, "access.import", share, tell],
      door_group_id: ["access-right", ...administer, ...decide, ...logs, share, tell],
      group_id: ["membership", ...administer, ...decide, ...logs, "access.import", share, tell],
      unit_id: ["residence", ...administer, ...decide, ...logs, share, tell],
      role: ["access-right", ...administer, ...decide, ...logs, "access.import", tell],
      valid_from: ["access-right", ...administer, ...decide, ...logs, "access.import", share, tell],
      valid_until: [
        "access-right",
        ...administer,
        ...decide,
        ...logs,
        "access.import",
        share,
        tell,
      ],
      schedule_id: ["access-right", ...administer, ...decide],
      created_at: ["time", ...administer],
    },
    // An access that has ended opens nothing: its purpose has ended with it (GDPR Art. 5(1)(e)).
    // One without an end goes with the person or group that has it.
    keep: { kind: "until", column: "valid_until", set: keepTimes.grants },
    erase: { kind: "delete" },
  }),
];

const invitationUses = ["access.invite", "access.accept-invitation"] as const;

const happenings = [
  declareTable<ContactLookups>()({
    table: "access.contact_lookups",
    kinds,
    ...tableWords.contactLookups,
    subjects: [member],
    columns: {
      id: ["pseudonym", "access.administer-grants"],
      organisation_id: ["membership", "access.administer-grants"],
      member_id: ["pseudonym", "access.administer-grants"],
      expires_at: ["time", "access.administer-grants"],
    },
    keep: { kind: "until", column: "expires_at", set: keepTimes.contactLookups },
    erase: { kind: "delete" },
  }),
  declareTable<Invitations>()({
    table: "access.invitations",
    ...tableWords.invitations,
    subjects: [{ who: "invited person", column: "email" }, memberIn("invited_by")],
    columns: {
      id: ["pseudonym", ...invitationUses],
      organisation_id: ["membership", ...invitationUses],
      door_id: ["access-right", ...invitationUses],
      invited_by: ["pseudonym", ...invitationUses],
      email: ["contact", "access.invite"],
      language: ["language", "access.invite"],
      role: ["access-right", ...invitationUses],
      valid_from: ["access-right", ...invitationUses],
      valid_until: ["access-right", ...invitationUses],
      created_at: ["time", "access.invite"],
      expires_at: ["time", ...invitationUses],
    },
    // Accepting deletes it, and the address with it (C7).
    keep: { kind: "used", until: "expires_at", set: keepTimes.invitations },
    erase: { kind: "delete" },
  }),
];

export const accessProcessing: Processing = {
  module: "access",
  schemas: ["access"],
  activities,
  keepers,
  tables: [
    ...placeTables,
    ...things,
    ...scheduleTables,
    ...orderTables,
    ...alarmTables,
    ...statisticsTables,
    ...logTables,
    ...doorGroupTables,
    ...areaTables,
    ...integrationTables,
    ...rights,
    ...credentialTables,
    ...extendedTimeTables,
    ...keypadTables,
    ...leaseTables,
    ...happenings,
  ],
};
