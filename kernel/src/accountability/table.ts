import { declareTable } from "../declare.ts";
import type { Assessments, Breaches } from "../tables.ts";
import { text } from "../words.ts";

const use = "kernel.account-for";
const recordedBy = text("Ført inn av", "Inlagd av", "Recorded by");
const subjects = [
  {
    who: "member",
    column: "recorded_by",
    references: "kernel.memberships.id",
    sees: ["organisation_id", "recorded_by", "created_at"],
  },
] as const;
const erase = { kind: "anonymise", columns: ["recorded_by"] } as const;
const tenYears = 10 * 365;

/** What an organisation has on record; about a person only by who recorded it, and what they wrote. */
export const accountabilityTables = [
  declareTable<Assessments>()({
    table: "kernel.assessments",
    title: text(
      "Vurderinger og revisjoner du har ført inn",
      "Bedömningar och granskningar som du har lagt in",
      "Assessments and audits that you recorded",
    ),
    deskTitle: text(
      "Vurderinger og revisjoner",
      "Bedömningar och granskningar",
      "Assessments and audits",
    ),
    words: {
      title: text("Tittel", "Titel", "Title"),
      outcome: text("Resultat", "Resultat", "Outcome"),
      recorded_by: recordedBy,
    },
    subjects,
    columns: {
      id: ["technical"],
      organisation_id: ["membership", use],
      kind: ["technical"],
      title: ["note", use],
      outcome: ["note", use],
      made_on: ["technical"],
      next_on: ["technical"],
      reminded: ["technical"],
      recorded_by: ["pseudonym", use],
      created_at: ["time", use],
    },
    keep: {
      kind: "period",
      after: "created_at",
      days: tenYears,
      event: text("vurderingen ble ført inn", "bedömningen lades in", "the assessment was entered"),
    },
    erase,
  }),
  declareTable<Breaches>()({
    table: "kernel.breaches",
    title: text(
      "Avvik du har ført inn",
      "Incidenter som du har lagt in",
      "Breaches that you recorded",
    ),
    deskTitle: text("Avvik", "Incidenter", "Breaches"),
    words: {
      title: text("Tittel", "Titel", "Title"),
      what: text("Hva som skjedde", "Vad som hände", "What happened"),
      measures: text("Tiltak", "Åtgärder", "Measures"),
      authority_reason: text(
        "Begrunnelse (tilsynet)",
        "Motivering (myndigheten)",
        "Reason (authority)",
      ),
      persons_reason: text(
        "Begrunnelse (personene)",
        "Motivering (personerna)",
        "Reason (persons)",
      ),
      recorded_by: recordedBy,
    },
    subjects,
    columns: {
      id: ["technical"],
      organisation_id: ["membership", use],
      title: ["note", use],
      what: ["note", use],
      aware_at: ["technical"],
      due_at: ["technical"],
      high_risk: ["technical"],
      affected: ["technical"],
      measures: ["note", use],
      authority_told_at: ["technical"],
      authority_reason: ["note", use],
      persons_told_at: ["technical"],
      persons_reason: ["note", use],
      closed_at: ["technical"],
      reminded: ["technical"],
      recorded_by: ["pseudonym", use],
      created_at: ["time", use],
    },
    keep: {
      kind: "period",
      after: "closed_at",
      days: tenYears,
      event: text("avviket ble lukket", "incidenten stängdes", "the breach was closed"),
    },
    erase,
  }),
];
