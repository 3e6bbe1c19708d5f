import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeNewestFirst } from "./merge.ts";

const at = (...hours: number[]) =>
  hours.map((hour) => ({ at: `2026-03-02T${String(hour).padStart(2, "0")}:00:00Z` }));

test("shows finished lists whole, newest first", () => {
  const merged = mergeNewestFirst([
    { id: "a", items: at(12, 8), next: undefined },
    { id: "b", items: at(10), next: undefined },
  ]);
  assert.deepEqual(merged, { items: at(12, 10, 8), behind: [] });
});

test("holds back what an unfinished list may still put something in front of", () => {
  const merged = mergeNewestFirst([
    { id: "a", items: at(12, 11), next: "more" },
    { id: "b", items: at(10, 9), next: undefined },
  ]);
  assert.deepEqual(merged, { items: at(12, 11), behind: ["a"] });
});

test("reads on only from the list that holds the others back", () => {
  const merged = mergeNewestFirst([
    { id: "a", items: at(12, 11), next: "more" },
    { id: "b", items: at(10, 9), next: "more" },
  ]);
  assert.deepEqual(merged.behind, ["a"]);
});
