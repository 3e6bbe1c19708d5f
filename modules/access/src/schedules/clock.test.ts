import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { clockOf } from "./clock.ts";

const zones = ["Europe/Oslo", "Europe/Stockholm", "Europe/Helsinki", "Atlantic/Azores", "UTC"];
const startMs = Date.parse("2025-12-31T12:00:00Z");
const endMs = Date.parse("2028-01-01T12:00:00Z");

test("the clock on the wall is what the time zone's own rules say, at any instant of three years", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: startMs, max: endMs }),
      (timeZone, atMs) => {
        const { offsets, until } = clockOf(timeZone, 2026);
        const offset = offsets.findLast(({ from }) => Date.parse(from) <= atMs);
        const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
        if (atMs >= Date.parse(until)) assert.ok(zoned.year >= 2028);
        else assert.equal(offset?.minutes, zoned.offsetNanoseconds / 60e9);
      },
    ),
    { numRuns: 2000 },
  );
});

test("it is the same all through a year, so that a list stays the same", () => {
  assert.deepEqual(clockOf("Europe/Oslo", 2026), {
    offsets: [
      { from: "2024-12-31T23:00:00.000Z", minutes: 60 },
      { from: "2025-03-30T01:00:00.000Z", minutes: 120 },
      { from: "2025-10-26T01:00:00.000Z", minutes: 60 },
      { from: "2026-03-29T01:00:00.000Z", minutes: 120 },
      { from: "2026-10-25T01:00:00.000Z", minutes: 60 },
      { from: "2027-03-28T01:00:00.000Z", minutes: 120 },
      { from: "2027-10-31T01:00:00.000Z", minutes: 60 },
    ],
    until: "2027-12-31T23:00:00.000Z",
  });
  assert.throws(() => clockOf("Europe/Atlantis", 2026), RangeError);
});
