import { text } from "../words.ts";
import { declareTable } from "../declare.ts";
import type { Letters, Requests } from "../tables.ts";
import { requestWords } from "./table-words.ts";

const rights = ["kernel.answer-rights", "kernel.run-privacy-desk"] as const;

export const requestsTable = declareTable<Requests>()({
  table: "kernel.requests",
  ...requestWords,
  subjects: [
    { who: "member", column: "member_id", references: "kernel.memberships.id" },
    { who: "account holder", column: "person_id", references: "identity.persons.id" },
    { who: "invited person", column: "address" },
  ],
  columns: {
    id: ["pseudonym", ...rights],
    number: ["pseudonym", ...rights],
    organisation_id: ["membership", ...rights],
    forwarded_to: ["technical"],
    forwarded_at: ["time", ...rights],
    kind: ["rights-request", ...rights],
    member_id: ["pseudonym", ...rights],
    person_id: ["pseudonym", ...rights],
    address: ["contact", ...rights],
    made: ["rights-request", ...rights],
    identity_check: ["rights-request", ...rights],
    proof_wanted: ["note", ...rights],
    proof_asked_at: ["time", ...rights],
    language: ["language", ...rights],
    activity: ["rights-request", ...rights],
    wish: ["note", ...rights],
    received_at: ["time", ...rights],
    due_at: ["time", ...rights],
    extended_at: ["time", ...rights],
    extension_reason: ["note", ...rights],
    reminded: ["technical"],
    state: ["rights-request", ...rights],
    decision: ["rights-request", ...rights],
    reason_code: ["rights-request", ...rights],
    reason: ["note", ...rights],
    answered_at: ["time", ...rights],
    file_until: ["time", ...rights],
    lifts_at: ["time", ...rights],
    lifted_at: ["time", ...rights],
  },
  // Whoever was answered can complain, and has to be answered (Art. 5(2), 77).
  keep: {
    kind: "period",
    after: "answered_at",
    days: 3 * 365,
    event: text("du fikk svar", "du fick svar", "you got an answer"),
  },
  erase: {
    kind: "anonymise",
    columns: [
      "member_id",
      "person_id",
      "address",
      "wish",
      "proof_wanted",
      "extension_reason",
      "reason",
    ],
  },
});

export const lettersTable = declareTable<Letters>()({
  table: "kernel.letters",
  noPersonalData:
    "An answer on its way to somebody who was erased meanwhile, sealed with the installation's key; gone when handed over, at the latest three days after it may leave.",
  columns: {
    id: ["technical"],
    request_number: ["technical"],
    sealed: ["technical"],
    expires_at: ["technical"],
  },
  keep: { kind: "used", until: "expires_at" },
  erase: { kind: "nothing" },
});
