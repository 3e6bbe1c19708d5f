import { declareTable } from "./declare.ts";
import { activities } from "./activities.ts";
import type { Processing } from "./declare.ts";
import { tableWords } from "./table-words.ts";
import type {
  Holds,
  KernelTables,
  LockedRows,
  Memberships,
  Organisations,
  RetentionLedger,
  Sites,
  Withholdings,
} from "./tables.ts";

export type { KernelTables };

const membershipUses = [
  "kernel.administer-organisations",
  "kernel.set-up",
  "identity.account",
  "identity.administer-people",
  "access.administer-grants",
  "access.import",
] as const;

export const kernelProcessing: Processing = {
  module: "kernel",
  schemas: ["kernel"],
  activities,
  tables: [
    declareTable<Organisations>()({
      table: "kernel.organisations",
      noPersonalData:
        "An organisation's public name and number; an organisation is no natural person.",
      columns: {
        id: ["technical"],
        name: ["technical"],
        number: ["technical"],
        country: ["technical"],
        kind: ["technical"],
        created_at: ["technical"],
        agreement_ends_at: ["technical"],
        data_goes_at: ["technical"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    declareTable<Sites>()({
      table: "kernel.sites",
      noPersonalData: "A building of an organisation, which many people use.",
      columns: {
        id: ["technical"],
        organisation_id: ["technical"],
        name: ["technical"],
        address: ["technical"],
        time_zone: ["technical"],
        created_at: ["technical"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    declareTable<Memberships>()({
      table: "kernel.memberships",
      ...tableWords.memberships,
      subjects: [
        { who: "member", column: "id" },
        { who: "account holder", column: "person_id", references: "identity.persons.id" },
      ],
      columns: {
        id: [
          "pseudonym",
          ...membershipUses,
          "identity.sign-in",
          "access.invite",
          "access.accept-invitation",
          "access.open-doors",
          "access.run-controllers",
          "access.read-door-log",
        ],
        organisation_id: [
          "membership",
          ...membershipUses,
          "identity.sign-in",
          "access.accept-invitation",
        ],
        person_id: [
          "pseudonym",
          "kernel.set-up",
          "identity.sign-in",
          "identity.account",
          "identity.administer-people",
          "access.accept-invitation",
          "access.import",
        ],
        name: [
          "name",
          ...membershipUses,
          "identity.sign-in",
          "access.invite",
          "access.accept-invitation",
          "access.administer-doors",
          "access.open-doors",
          "access.read-own-log",
          "access.read-door-log",
        ],
        email: ["contact", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        phone: ["contact", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        role: ["membership", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        privacy_officer: [
          "membership",
          "identity.sign-in",
          "identity.account",
          "identity.administer-people",
          "kernel.run-privacy-desk",
        ],
        source: ["membership", ...membershipUses],
        created_at: ["time", "identity.administer-people"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "delete" },
    }),
    declareTable<Withholdings>()({
      table: "kernel.withholdings",
      ...tableWords.withholdings,
      subjects: [
        { who: "member", column: "member_id", references: "kernel.memberships.id" },
        { who: "account holder", column: "person_id", references: "identity.persons.id" },
        { who: "invited person", column: "address" },
      ],
      columns: {
        id: ["technical"],
        organisation_id: ["membership", "kernel.answer-rights"],
        member_id: ["pseudonym", "kernel.answer-rights"],
        person_id: ["pseudonym", "kernel.answer-rights"],
        address: ["contact", "kernel.answer-rights"],
        activity: ["rights-request", "kernel.answer-rights"],
        since: ["time", "kernel.answer-rights"],
      },
      keep: { kind: "while", lives: "account" },
      erase: { kind: "delete" },
    }),
    declareTable<Holds>()({
      table: "kernel.holds",
      ...tableWords.holds,
      subjects: [
        { who: "member", column: "member_id", references: "kernel.memberships.id" },
        {
          who: "member",
          column: "placed_by",
          references: "kernel.memberships.id",
          erase: { kind: "anonymise", columns: ["placed_by"] },
          sees: ["organisation_id", "placed_by", "placed_at", "until"],
        },
      ],
      columns: {
        id: ["technical"],
        organisation_id: ["membership", "kernel.run-privacy-desk"],
        member_id: ["pseudonym", "kernel.run-privacy-desk"],
        table_name: ["technical"],
        reason: ["note", "kernel.run-privacy-desk"],
        placed_by: ["pseudonym", "kernel.run-privacy-desk"],
        placed_at: ["time", "kernel.run-privacy-desk"],
        until: ["time", "kernel.run-privacy-desk"],
      },
      keep: { kind: "until", column: "until" },
      erase: { kind: "delete" },
    }),
    declareTable<RetentionLedger>()({
      table: "kernel.retention_ledger",
      noPersonalData: "How many rows of which table went, under which rule and when; of nobody.",
      columns: {
        id: ["technical"],
        at: ["technical"],
        organisation_id: ["technical"],
        table_name: ["technical"],
        rule: ["technical"],
        cause: ["technical"],
        rows: ["technical"],
      },
      keep: { kind: "period", after: "at", days: 3 * 365 },
      erase: { kind: "nothing" },
    }),
    declareTable<LockedRows>()({
      table: "kernel.locked_rows",
      noPersonalData: "Which rows a law keeps, by number; what they say stands in their own table.",
      columns: {
        table_name: ["technical"],
        row_id: ["technical"],
        organisation_id: ["technical"],
        law: ["technical"],
        until: ["technical"],
      },
      // Goes with the row that it locks (locked-rows.ts).
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
  ],
};
