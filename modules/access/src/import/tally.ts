/** What the import does to one thing. */
type Outcome = "added" | "changed" | "unchanged";
export type Counts = { added: number; changed: number; unchanged: number };
export type Status = Outcome | "error";

const kinds = ["people", "units", "residents", "groups", "groupMembers", "grants"] as const;
export type Kind = (typeof kinds)[number];

/** Counts each thing once, however many rows speak of it, and says what becomes of each row. */
export function createTally() {
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, { added: 0, changed: 0, unchanged: 0 }]),
  ) as Record<Kind, Counts>;
  const counted = Object.fromEntries(kinds.map((kind) => [kind, new Set()])) as Record<
    Kind,
    Set<string>
  >;
  const statuses = new Map<number, Status>();
  return {
    counts,
    statuses,
    count(kind: Kind, thing: string, outcome: Outcome, rows: readonly number[]) {
      if (!counted[kind].has(thing)) counts[kind][outcome] += 1;
      counted[kind].add(thing);
      // The row of a new person is new; any other row with something new in it changes somebody.
      const status = outcome === "added" && kind !== "people" ? "changed" : outcome;
      for (const row of rows) {
        const before = statuses.get(row);
        if (before === undefined || before === "unchanged") statuses.set(row, status);
      }
    },
    fail(row: number) {
      statuses.set(row, "error");
    },
  };
}
