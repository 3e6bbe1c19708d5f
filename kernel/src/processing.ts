import { customerKinds } from "./ground.ts";
import { auditActivities } from "./audit/activities.ts";
import { auditTables } from "./audit/table.ts";
import { consentActivities } from "./consents/activities.ts";
import { kernelStored } from "./consents/kept.ts";
import { consentTables } from "./consents/tables.ts";
import { accountabilityTables } from "./accountability/table.ts";
import { endedAgreementsTable } from "./agreements/table.ts";
import { declareTable } from "./declare.ts";
import { keepers } from "./promises/keepers.ts";
import { runsTable } from "./promises/table.ts";
import { activities } from "./activities.ts";
import type { Processing } from "./declare.ts";
import { noticeTables } from "./notice/table.ts";
import { openingActivities, openingTables } from "./opening/declared.ts";
import { opening } from "./opening/openable.ts";
import { suppressionActivities, suppressionsTable } from "./suppressions/declared.ts";
import { lettersTable, requestsTable } from "./requests/table.ts";
import { confidentialityActivities } from "./confidentiality/activities.ts";
import { confidentialityTable } from "./confidentiality/table.ts";
import { disclosureActivities } from "./disclosures/activities.ts";
import { disclosuresTable } from "./disclosures/table.ts";
import { supplierActivities } from "./suppliers/activities.ts";
import { supplierTables } from "./suppliers/table.ts";
import { tableWords } from "./table-words.ts";
import { holdEnds } from "./retention/hold-ends.ts";
import type {
  Holds,
  KernelTables,
  LockedRows,
  Memberships,
  Organisations,
  RequestTrail,
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
  "kernel.answer-rights",
  "kernel.run-privacy-desk",
  "kernel.tell-notice",
] as const;

/** What shows who a member is. */
const namedBy = [
  ...membershipUses,
  "kernel.bind-staff",
  "kernel.account-for",
  "kernel.read-audit",
  ...opening,
  "identity.sign-in",
  "access.invite",
  "access.accept-invitation",
  "access.administer-doors",
  "access.open-doors",
  "access.read-own-log",
  "access.read-door-log",
  "access.hand-on-log",
  "access.share-with-integrations",
  "support.ask",
  "support.handle",
  "support.tell",
] as const;

export const kernelProcessing: Processing = {
  module: "kernel",
  schemas: ["kernel"],
  activities: [
    ...activities,
    ...supplierActivities,
    ...disclosureActivities,
    ...confidentialityActivities,
    ...consentActivities,
    ...auditActivities,
    ...openingActivities,
    ...suppressionActivities,
  ],
  keepers,
  stored: kernelStored,
  tables: [
    runsTable,
    ...accountabilityTables,
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
        agreed_months: ["technical"],
        supplier_authorisation: ["technical"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    endedAgreementsTable,
    ...noticeTables,
    ...supplierTables,
    disclosuresTable,
    ...openingTables,
    ...consentTables,
    ...auditTables,
    confidentialityTable,
    declareTable<Sites>()({
      table: "kernel.sites",
      kinds: customerKinds,
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
        id: ["pseudonym", ...namedBy, "access.run-controllers", "access.tell-alarms"],
        organisation_id: [
          "membership",
          ...membershipUses,
          "kernel.account-for",
          "identity.sign-in",
          "access.accept-invitation",
          "support.tell",
          "access.tell-alarms",
        ],
        person_id: [
          "pseudonym",
          "kernel.set-up",
          "identity.sign-in",
          "identity.account",
          "identity.administer-people",
          "access.accept-invitation",
          "access.import",
          "support.tell",
          "access.tell-alarms",
        ],
        name: ["name", ...namedBy],
        email: [
          "contact",
          ...membershipUses,
          "kernel.account-for",
          "identity.sign-in",
          "access.accept-invitation",
          "support.tell",
          "access.tell-alarms",
        ],
        phone: ["contact", ...membershipUses, "identity.sign-in", "access.accept-invitation"],
        role: [
          "membership",
          ...membershipUses,
          "kernel.account-for",
          "identity.sign-in",
          "access.accept-invitation",
          "support.tell",
          "access.tell-alarms",
        ],
        privacy_officer: [
          "membership",
          "kernel.account-for",
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
        address: ["contact", "kernel.answer-rights", "kernel.unsubscribe"],
        activity: ["rights-request", "kernel.answer-rights", "kernel.unsubscribe"],
        since: ["time", "kernel.answer-rights", "kernel.unsubscribe"],
      },
      keep: { kind: "while", lives: "account" },
      erase: { kind: "delete" },
    }),
    suppressionsTable,
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
      keep: { kind: "until", column: "until", set: holdEnds },
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
    requestsTable,
    declareTable<RequestTrail>()({
      table: "kernel.request_trail",
      noPersonalData: "Which steps a request went through, by its number and by roles; of nobody.",
      columns: {
        id: ["technical"],
        at: ["technical"],
        organisation_id: ["technical"],
        request_number: ["technical"],
        kind: ["technical"],
        step: ["technical"],
        by_role: ["technical"],
        rows: ["technical"],
      },
      keep: { kind: "period", after: "at", days: 10 * 365 },
      erase: { kind: "nothing" },
    }),
    lettersTable,
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
      // Goes with the row that it locks (retention/remove.ts).
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
  ],
};
