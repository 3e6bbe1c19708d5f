import { declareTable, text } from "@terskel/kernel";
import type { Processing } from "@terskel/kernel";
import { activities } from "./activities.ts";
import { keepers } from "./keepers.ts";
import { keepDays } from "./api/limits.ts";
import { tableWords } from "./table-words.ts";
import type { Assignments, Authors, Cases, Messages, Numbers } from "./tables.ts";

const [ask, handle, tell] = ["support.ask", "support.handle", "support.tell"] as const;
const member = {
  who: "member",
  column: "member_id",
  references: "kernel.memberships.id",
} as const;

export const supportProcessing: Processing = {
  module: "support",
  schemas: ["support"],
  activities,
  keepers,
  tables: [
    declareTable<Numbers>()({
      table: "support.numbers",
      noPersonalData: "How many cases an organisation has had; of nobody.",
      columns: { organisation_id: ["technical"], last: ["technical"] },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "nothing" },
    }),
    declareTable<Cases>()({
      table: "support.cases",
      ...tableWords.cases,
      subjects: [member],
      columns: {
        id: ["pseudonym", ask, handle, tell],
        organisation_id: ["membership", ask, handle, tell],
        member_id: ["pseudonym", ask, handle, tell],
        number: ["message", ask, handle, tell],
        subject: ["message", ask, handle],
        state: ["message", ask, handle, tell],
        opened_at: ["time", ask, handle],
        turned_at: ["time", ask, handle, tell],
        closed_at: ["time", ask, handle, tell],
      },
      // What was answered may have to be looked up again; after a year it helps nobody (GDPR Art. 5(1)(e)).
      keep: {
        kind: "period",
        after: "closed_at",
        days: keepDays,
        event: text("saken ble lukket", "ärendet stängdes", "the case was closed"),
      },
      erase: { kind: "delete" },
    }),
    declareTable<Messages>()({
      table: "support.messages",
      ...tableWords.messages,
      subjects: [member],
      columns: {
        id: ["pseudonym", ask, handle],
        organisation_id: ["membership", ask, handle],
        case_id: ["pseudonym", ask, handle],
        member_id: ["pseudonym", ask, handle],
        side: ["message", ask, handle],
        told: ["message", ask, handle],
        body: ["message", ask, handle],
        at: ["time", ask, handle],
      },
      keep: { kind: "with", column: "case_id", table: "support.cases" },
      erase: { kind: "delete" },
    }),
    declareTable<Authors>()({
      table: "support.authors",
      ...tableWords.authors,
      subjects: [member],
      columns: {
        message_id: ["pseudonym", ask, handle],
        organisation_id: ["membership", handle],
        member_id: ["pseudonym", ask, handle],
      },
      keep: { kind: "with", column: "message_id", table: "support.messages" },
      // The message stays the person's; who of the staff wrote it is then known to nobody.
      erase: { kind: "delete" },
    }),
    declareTable<Assignments>()({
      table: "support.assignments",
      ...tableWords.assignments,
      subjects: [member],
      columns: {
        case_id: ["pseudonym", handle, tell],
        organisation_id: ["membership", handle, tell],
        member_id: ["pseudonym", handle, tell],
      },
      keep: { kind: "with", column: "case_id", table: "support.cases" },
      erase: { kind: "delete" },
    }),
  ],
};
