import { declareTable } from "../declare.ts";
import type { EndedAgreements } from "../tables.ts";

/** What is known of an agreement that has ended, also when the organisation is not known any more. */
export const endedAgreementsTable = declareTable<EndedAgreements>()({
  table: "kernel.ended_agreements",
  noPersonalData:
    "Which organisation's agreement ended, when, and when its data was gone; of nobody.",
  columns: {
    organisation_id: ["technical"],
    name: ["technical"],
    number: ["technical"],
    country: ["technical"],
    kind: ["technical"],
    ended_at: ["technical"],
    data_goes_at: ["technical"],
    told_at: ["technical"],
    gone_at: ["technical"],
  },
  // As long as the ledger, from which the report of what went is made.
  keep: { kind: "period", after: "gone_at", days: 3 * 365 },
  erase: { kind: "nothing" },
});
