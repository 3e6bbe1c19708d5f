import { declareTable } from "../declare.ts";
import type { Runs } from "../tables.ts";

export const runsTable = declareTable<Runs>()({
  table: "kernel.runs",
  noPersonalData: "When each job or check that keeps promises last ran; of nobody.",
  columns: { name: ["technical"], done_at: ["technical"], failed_at: ["technical"] },
  // One row for each job there is.
  keep: { kind: "while", lives: "agreement" },
  erase: { kind: "nothing" },
});
