import { text } from "@terskel/kernel";
import type { Keeper } from "@terskel/kernel";

/** What this module does for promises without being asked. */
export const keepers: readonly Keeper[] = [
  {
    name: "access.log-partitions",
    kind: "job",
    what: text(
      "Hvert tiende minutt går det av dørloggen som er eldre enn døren sitt intervall.",
      "Var tionde minut tas det av dörrloggen bort som är äldre än dörrens intervall.",
      "Every ten minutes what is older than its door's interval goes from the log.",
    ),
    promises: ["C5", "C8"],
  },
];
