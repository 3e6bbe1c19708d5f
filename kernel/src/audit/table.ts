import { declareTable } from "../declare.ts";
import type { TableDeclaration } from "../declare.ts";
import type { AuditChecks, AuditContents, AuditEntries, AuditGone } from "../tables.ts";
import { text } from "../words.ts";

const uses = [
  "kernel.keep-audit",
  "kernel.read-audit",
  "kernel.answer-rights",
  "kernel.run-privacy-desk",
] as const;

/**
 * As long as whoever was wronged can claim damages for it (GDPR Art. 82; three years by foreldelsesloven § 9 and, as
 * the shorter of what applies, in Sweden too): what was done to whose data has to be shown until then (Art. 5(2)).
 */
export const keepDays = 3 * 365;

const actor = {
  kind: "anonymise",
  columns: ["person_id", "member_id", "actor_salt"],
} as const;
const about = { kind: "anonymise", columns: ["about_member_id", "about_salt"] } as const;
/** Who did it is another's data. */
const seen = ["at", "organisation_id", "by_role", "activity", "action", "outcome"] as const;

/** Who did what, and the chain that proves it. */
export const auditTables: readonly TableDeclaration[] = [
  declareTable<AuditEntries>()({
    table: "kernel.audit_entries",
    noPersonalData:
      "The chain of the audit trail: when something was done, and a digest of what, by which nobody is found once its content has gone.",
    columns: {
      id: ["technical"],
      at: ["technical"],
      digest: ["technical"],
      number: ["technical"],
      link: ["technical"],
    },
    // For good: a chain without its beginning proves nothing.
    keep: { kind: "while", lives: "agreement" },
    erase: { kind: "nothing" },
  }),
  declareTable<AuditContents>()({
    table: "kernel.audit_contents",
    title: text(
      "Hva du har gjort, og hva andre har gjort med opplysningene dine",
      "Vad du har gjort, och vad andra har gjort med dina uppgifter",
      "What you did, and what others did to your data",
    ),
    deskTitle: text("Hvem som har gjort hva", "Vem som har gjort vad", "Who did what"),
    words: {
      by_role: {
        ...text("Gjort av", "Gjort av", "Done by"),
        values: {
          person: text("kontoens eier", "kontots ägare", "the account's holder"),
          member: text("medlem", "medlem", "member"),
          administrator: text("administrator", "administratör", "administrator"),
          "privacy-officer": text("personvernansvarlig", "dataskyddsansvarig", "privacy officer"),
          operator: text("operatøren", "operatören", "the operator"),
          job: text("tjenesten selv", "tjänsten själv", "the service itself"),
          command: text("kommando på serveren", "kommando på servern", "command on the server"),
        },
      },
      activity: text("Formål", "Ändamål", "Purpose"),
      action: text("Handling", "Handling", "Act"),
      outcome: {
        ...text("Utfall", "Utfall", "Outcome"),
        values: { done: text("gjort", "gjort", "done") },
      },
      about_member_id: text("Hvem det gjaldt", "Vem det gällde", "Whom it was about"),
    },
    subjects: [
      {
        who: "account holder",
        column: "person_id",
        references: "identity.persons.id",
        erase: actor,
      },
      {
        who: "member",
        column: "member_id",
        references: "kernel.memberships.id",
        erase: actor,
      },
      {
        who: "member",
        column: "about_member_id",
        references: "kernel.memberships.id",
        erase: about,
        sees: seen,
      },
    ],
    columns: {
      id: ["technical"],
      at: ["time", ...uses],
      organisation_id: ["membership", ...uses],
      by_role: ["membership", ...uses],
      activity: ["act", ...uses],
      action: ["act", ...uses],
      // Doors, groups, requests: never a person (platform/src/http/act.ts).
      about: ["technical"],
      outcome: ["act", ...uses],
      person_id: ["pseudonym", ...uses],
      member_id: ["pseudonym", ...uses],
      actor_salt: ["technical"],
      actor_digest: ["technical"],
      about_member_id: ["pseudonym", ...uses],
      about_salt: ["technical"],
      about_digest: ["technical"],
    },
    keep: {
      kind: "period",
      after: "at",
      days: keepDays,
      event: text("det ble gjort", "det gjordes", "it was done"),
    },
    // What somebody did to others' data is still told of when they are erased; who it was, is not.
    erase: actor,
  }),
  declareTable<AuditGone>()({
    table: "kernel.audit_gone",
    noPersonalData:
      "Which contents of the audit trail went by an erasure or with an organisation, by number; of nobody.",
    columns: { id: ["technical"], part: ["technical"], at: ["technical"] },
    keep: { kind: "period", after: "at", days: keepDays },
    erase: { kind: "nothing" },
  }),
  declareTable<AuditChecks>()({
    table: "kernel.audit_checks",
    noPersonalData: "How each verification of the audit trail ended; of nobody.",
    columns: {
      id: ["technical"],
      at: ["technical"],
      entries: ["technical"],
      broken_number: ["technical"],
      broken_what: ["technical"],
    },
    keep: { kind: "period", after: "at", days: keepDays },
    erase: { kind: "nothing" },
  }),
];
