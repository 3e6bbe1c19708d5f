import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "./compile.ts";
import { decide } from "./decide.ts";
import type { DecidableSchedule, Hours } from "./list.ts";

/** Oslo's clock in 2026. */
const oslo = {
  offsets: [
    { from: "2025-10-26T01:00:00Z", minutes: 60 },
    { from: "2026-03-29T01:00:00Z", minutes: 120 },
    { from: "2026-10-25T01:00:00Z", minutes: 60 },
  ],
  until: "2027-01-01T00:00:00Z",
};
const weekdays = (hours: Hours): Hours[] => [hours, hours, hours, hours, hours, [], []];

function asked(schedule: Partial<DecidableSchedule>) {
  const list = compile({
    doors: [{ id: "d", grants: [{ subject: 1, schedule: 1 }] }],
    persons: [{ id: "p", subjects: [1] }],
    schedules: [{ clock: 0, week: weekdays([[32, 64]]), dates: [], ...schedule }],
    clocks: [oslo],
  });
  return (at: string) => decide(list, { person: "p", door: "d", atMs: Date.parse(at) }).reason;
}

test("from eight to four is the same on the wall in winter and in summer", () => {
  const at = asked({});
  assert.equal(at("2026-03-27T06:59:59.999Z"), "outside-schedule");
  assert.equal(at("2026-03-27T07:00:00Z"), "granted");
  assert.equal(at("2026-03-27T15:00:00Z"), "outside-schedule");
  assert.equal(at("2026-03-30T05:59:59.999Z"), "outside-schedule");
  assert.equal(at("2026-03-30T06:00:00Z"), "granted");
  assert.equal(at("2026-03-30T13:59:59.999Z"), "granted");
  assert.equal(at("2026-03-30T14:00:00Z"), "outside-schedule");
  assert.equal(at("2026-03-28T10:00:00Z"), "outside-schedule");
});

test("the hour that is skipped in March lets nobody in, and the one that comes twice in October lets in twice", () => {
  const at = asked({ week: Array.from({ length: 7 }, (): Hours => [[8, 12]]) });
  // 01:59:59 is followed by 03:00.
  assert.equal(at("2026-03-29T00:59:59.999Z"), "outside-schedule");
  assert.equal(at("2026-03-29T01:00:00Z"), "outside-schedule");
  assert.equal(at("2026-10-24T23:59:59.999Z"), "outside-schedule");
  assert.equal(at("2026-10-25T00:00:00Z"), "granted");
  assert.equal(at("2026-10-25T01:59:59.999Z"), "granted");
  assert.equal(at("2026-10-25T02:00:00Z"), "outside-schedule");
});

test("a date has its own hours instead of its weekday's, from its own midnight to the next", () => {
  const at = asked({
    week: weekdays([[0, 96]]),
    dates: [
      { date: "2026-12-25", hours: [] },
      { date: "2026-12-24", hours: [[28, 48]] },
      { date: "2026-12-26", hours: [[40, 44]] },
    ],
  });
  assert.equal(at("2026-12-23T22:59:59.999Z"), "granted");
  assert.equal(at("2026-12-23T23:00:00Z"), "outside-schedule");
  assert.equal(at("2026-12-24T06:00:00Z"), "granted");
  assert.equal(at("2026-12-24T11:00:00Z"), "outside-schedule");
  assert.equal(at("2026-12-25T11:00:00Z"), "outside-schedule");
  assert.equal(at("2026-12-26T09:30:00Z"), "granted");
  assert.equal(at("2026-12-28T09:30:00Z"), "granted");
});

test("where nobody knows what time it is, a schedule lets nobody in", () => {
  const at = asked({ week: Array.from({ length: 7 }, (): Hours => [[0, 96]]) });
  assert.equal(at("2025-10-26T00:59:59.999Z"), "outside-schedule");
  assert.equal(at("2025-10-26T01:00:00Z"), "granted");
  assert.equal(at("2026-12-31T23:59:59.999Z"), "granted");
  assert.equal(at("2027-01-01T00:00:00Z"), "outside-schedule");
  assert.equal(at("not a time"), "not-yet-valid");
});
