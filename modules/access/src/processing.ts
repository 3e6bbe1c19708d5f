import { declareTable } from "@terskel/kernel";
import type { Processing } from "@terskel/kernel";
import { activities } from "./activities.ts";
import { integrationTables } from "./integrations/declared.ts";
import { keepTimes } from "./keep-times.ts";
import { keepers } from "./keepers.ts";
import { orderTables } from "./orders/declared.ts";
import { logTables } from "./runtime/declared.ts";
import { scheduleTables } from "./schedules/declared.ts";
import { statisticsTables } from "./statistics/declared.ts";
import { tableWords } from "./table-words.ts";
import type {
  ContactLookups,
  Controllers,
  Credentials,
  Doors,
  Grants,
  GroupMembers,
  Groups,
  Invitations,
  Residents,
  Units,
} from "./tables.ts";

const administer = ["access.administer-doors", "access.administer-grants"] as const;
const decide = ["access.open-doors", "access.run-controllers"] as const;
/** A third party reads by the API (C10). */
const share = "access.share-with-integrations";
const cards = ["access.administer-grants", "access.own-credentials"] as const;
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
      log_mode: ["technical"],
      log_purpose: ["technical"],
      lock: ["technical"],
      lock_at: ["technical"],
      created_at: ["technical"],
      output: ["technical"],
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
      group_id: ["membership", ...administer, ...decide, ...logs, "access.import", share],
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
  declareTable<Credentials>()({
    table: "access.credentials",
    ...tableWords.credentials,
    subjects: [member],
    columns: {
      id: ["pseudonym", ...cards],
      organisation_id: ["membership", ...cards, "access.run-controllers"],
      member_id: ["pseudonym", ...cards, "access.run-controllers"],
      kind: ["credential", ...cards, "access.run-controllers"],
      number_hash: ["credential", ...cards, "access.run-controllers"],
      label: ["credential", ...cards],
      created_at: ["time", ...cards],
      blocked_at: ["time", ...cards, "access.run-controllers"],
      opens_since: ["time", ...cards],
    },
    keep: withMember,
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
    ...statisticsTables,
    ...logTables,
    ...integrationTables,
    ...rights,
    ...happenings,
  ],
};
