import assert from "node:assert/strict";
import { test } from "node:test";
import { byDoor, byWeek, mondayBefore, weekNumber } from "./summary.ts";

const [house, yard] = [
  { id: "1", name: "Storgata 4" },
  { id: "2", name: "Gården" },
];
const [entrance, garage] = [
  { id: "a", name: "Inngang" },
  { id: "b", name: "Garasje" },
];
const items = [
  { week: "2026-11-16", site: house, cells: [{ door: entrance, openings: 40, people: 10 }] },
  {
    week: "2026-11-16",
    site: yard,
    cells: [
      { door: garage, openings: 90, people: 5 },
      { openings: 5, people: 5 },
    ],
  },
  { week: "2026-11-02", site: house, cells: [{ door: entrance, openings: 20, people: 5 }] },
  { week: "2026-10-26", site: house, cells: [] },
];

test("weeks stand newest first with the sum of what is shown, and one that nobody counted has none", () => {
  assert.deepEqual(byWeek(items), [
    { week: "2026-11-16", openings: 135 },
    { week: "2026-11-09" },
    { week: "2026-11-02", openings: 20 },
    { week: "2026-10-26", openings: 0 },
  ]);
  assert.deepEqual(byWeek([]), []);
});

test("doors stand by use, and what stands together last", () => {
  assert.deepEqual(
    byDoor(items).map(({ door, site, openings, weeks }) => [door, site, openings, weeks]),
    [
      ["Garasje", "Gården", 90, 1],
      ["Inngang", "Storgata 4", 60, 2],
      [undefined, "Gården", 5, 1],
    ],
  );
});

test("weeks have the number that a Nordic calendar gives them", () => {
  for (const [monday, number] of [
    ["2026-11-16", 47],
    ["2025-12-29", 1],
    ["2026-12-28", 53],
    ["2027-01-04", 1],
    ["2024-12-30", 1],
  ] as const)
    assert.equal(weekNumber(monday), number, monday);
});

test("so many weeks back is a Monday, on a Sunday too", () => {
  assert.equal(mondayBefore(new Date("2026-11-29T23:00:00Z"), 0), "2026-11-23");
  assert.equal(mondayBefore(new Date("2026-11-30T01:00:00Z"), 1), "2026-11-23");
});
