import { declareTable } from "@terskel/kernel";
import type { Processing } from "@terskel/kernel";
import { activities } from "./activities.ts";
import { credentialTables } from "./credentials-declared.ts";
import { doorGroupTables } from "./door-groups/declared.ts";
import { integrationTables } from "./integrations/declared.ts";
import { keepTimes } from "./keep-times.ts";
import { keepers } from "./keepers.ts";
import { leaseTables } from "./leases/declared.ts";
import { orderTables } from "./orders/declared.ts";
import { scheduleTables } from "./schedules/declared.ts";
import { tableWords } from "./table-words.ts";
import type {
  ContactLookups,
  Controllers,
  Doors,
  Grants,
  GroupMembers,
  Groups,
  Invitations,
  LogChanges,
  LogHolders,
  Passages,
  Residents,
  Units,
} from "./tables.ts";

const administer = ["access.administer-doors", "access.administer-grants"] as const;
const decide = ["access.open-doors", "access.run-controllers"] as const;
/** A third party reads by the API (C10). */
const share = "access.share-with-integrations";
const logs = ["access.read-own-log", "access.read-door-log", "access.hand-on-log"] as const;
const member = {
  who: "member",
  column: "member_id",
  references: "kernel.memberships.id",
} as const;
const withMember = { kind: "with", column: "member_id", table: "kernel.memberships" } as const;
const withAgreement = { kind: "while", lives: "agreement" } as const;

const things = [
  declareTable<Controllers>()({
    table: "access.controllers",
    noPersonalData: "A box on a wall. When it was last heard from says nothing about a person.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      site_id: ["technical"],
      name: ["technical"],
      token_generation: ["technical"],
      list_revision: ["technical"],
      list_hash: ["technical"],
      list_reported: ["technical"],
      list_read_at: ["technical"],
      list_known_at: ["technical"],
      online: ["technical"],
      last_seen_at: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: { kind: "nothing" },
  }),
  declareTable<Doors>()({
    table: "access.doors",
    noPersonalData: "A door that many use; who used it is in access.passages only.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      site_id: ["technical"],
      controller_id: ["technical"],
      name: ["technical"],
      open_seconds: ["technical"],
      log_days: ["technical"],
      lock: ["technical"],
      lock_at: ["technical"],
      created_at: ["technical"],
      output: ["technical"],
    },
    keep: withAgreement,
    erase: { kind: "nothing" },
  }),
  declareTable<LogChanges>()({
    table: "access.log_changes",
    noPersonalData:
      "That a door's interval was changed; whose passages that concerns is not in it.",
    columns: {
      door_id: ["technical"],
      organisation_id: ["technical"],
      days_before: ["technical"],
      gone_until: ["technical"],
      changed_at: ["technical"],
    },
    keep: withAgreement,
    erase: { kind: "nothing" },
  }),
  declareTable<Groups>()({
    table: "access.groups",
    noPersonalData: "A group's name; who is in it is in access.group_members and access.residents.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      name: ["technical"],
      created_at: ["technical"],
    },
    keep: withAgreement,
    erase: { kind: "nothing" },
  }),
  declareTable<Units>()({
    table: "access.units",
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
    erase: { kind: "nothing" },
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
    ...tableWords.grants,
    subjects: [member],
    columns: {
      id: ["access-right", ...administer, "access.import"],
      organisation_id: ["membership", ...administer, ...decide, "access.import"],
      door_id: ["access-right", ...administer, ...decide, ...logs, "access.import", share],
      member_id: ["pseudonym", ...administer, ...decide, ...logs, "access.import", share],
      door_group_id: ["access-right", ...administer, ...decide, ...logs, share],
      group_id: ["membership", ...administer, ...decide, ...logs, "access.import", share],
      unit_id: ["residence", ...administer, ...decide, ...logs, share],
      role: ["access-right", ...administer, ...decide, ...logs, "access.import"],
      valid_from: ["access-right", ...administer, ...decide, ...logs, "access.import", share],
      valid_until: ["access-right", ...administer, ...decide, ...logs, "access.import", share],
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
    subjects: [
      { who: "invited person", column: "email" },
      { who: "member", column: "invited_by", references: "kernel.memberships.id" },
    ],
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
  declareTable<LogHolders>()({
    table: "access.log_holders",
    ...tableWords.logHolders,
    subjects: [member],
    columns: {
      id: ["pseudonym", ...decide, ...logs, share],
      organisation_id: ["membership", ...decide, ...logs],
      member_id: ["pseudonym", ...decide, ...logs, share],
    },
    keep: withMember,
    // Nothing leads from the person's passages to them any more; the job access.sever-log then cuts
    // these apart from each other too.
    erase: { kind: "delete" },
  }),
  declareTable<Passages>()({
    table: "access.passages",
    ...tableWords.passages,
    subjects: [
      {
        who: "member",
        column: "holder_id",
        references: "access.log_holders.id",
        onward: { column: "member_id", references: "kernel.memberships.id" },
      },
    ],
    columns: {
      id: ["pseudonym", ...decide, ...logs, share],
      organisation_id: ["membership", ...decide, ...logs],
      door_id: ["access-history", ...decide, ...logs, share],
      holder_id: ["pseudonym", ...decide, ...logs, share],
      at: ["access-history", ...decide, ...logs, share],
      received_at: ["access-history", ...decide, ...logs, share],
      credential: ["access-history", ...decide, ...logs, share],
      outcome: ["access-history", ...decide, ...logs, share],
      reason: ["access-history", ...decide, ...logs, share],
      expires_at: ["time", ...decide, ...logs, share],
      // A count of many, with no holder beside it: about nobody.
      lost_since: ["technical"],
      lost_opened: ["technical"],
      lost_refused: ["technical"],
    },
    // The interval that the door's administrator has set (C5).
    keep: {
      kind: "until",
      column: "expires_at",
      droppedBy: "access.log-partitions",
      set: keepTimes.passages,
    },
    // The door was used, by nobody known any more: the holder's row goes, at once for all passages.
    erase: { kind: "unlink" },
  }),
];

export const accessProcessing: Processing = {
  module: "access",
  schemas: ["access"],
  activities,
  keepers,
  tables: [
    ...things,
    ...scheduleTables,
    ...orderTables,
    ...doorGroupTables,
    ...integrationTables,
    ...rights,
    ...credentialTables,
    ...leaseTables,
    ...happenings,
  ],
};
