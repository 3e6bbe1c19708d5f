import assert from "node:assert/strict";
import { test } from "node:test";
import { formatsOf, isLate } from "./format.ts";

const oslo = "Europe/Oslo";
const now = Date.parse("2026-03-02T09:00:00Z");

test("names a day in the reader's language", () => {
  assert.equal(formatsOf("nb", oslo).day("2026-03-02T05:00:00Z", now), "I dag");
  assert.equal(formatsOf("sv", oslo).day("2026-03-01T05:00:00Z", now), "I går");
  assert.equal(formatsOf("en", oslo).day("2026-02-27T05:00:00Z", now), "Friday 27 February");
  assert.match(formatsOf("en", oslo).day("2025-02-27T05:00:00Z", now), /2025$/);
});

test("counts the day by the zone, not by UTC", () => {
  // 23:30 UTC on 1 March is already 2 March in Oslo.
  assert.equal(formatsOf("en", oslo).day("2026-03-01T23:30:00Z", now), "Today");
  assert.equal(formatsOf("en", "UTC").day("2026-03-01T23:30:00Z", now), "Yesterday");
});

test("a time is the site's, and says where that is when the reader's clock shows another", () => {
  const at = "2026-03-02T08:00:00Z";
  assert.match(formatsOf("nb", "Europe/Helsinki", oslo).dateTime(at), /10:00 \(Helsinki\)$/);
  assert.match(formatsOf("nb", "Europe/Stockholm", oslo).dateTime(at), /09:00$/);
  assert.match(formatsOf("nb", "America/New_York", oslo).time(at), /03:00:00 \(New York\)$/);
  assert.match(formatsOf("nb", undefined, oslo).exact(at), /:00$/);
});

test("writes a date of birth without moving it over midnight", () => {
  assert.equal(formatsOf("nb", "America/New_York").date("2001-05-17"), "17. mai 2001");
});

test("calls a passage late after more than a minute", () => {
  assert.equal(isLate("2026-03-02T09:00:00Z", "2026-03-02T09:01:00Z"), false);
  assert.equal(isLate("2026-03-02T09:00:00Z", "2026-03-02T09:01:01Z"), true);
});

test("a span of time is in the largest unit that is full", () => {
  const says = (seconds: number) =>
    (["nb", "sv", "en"] as const).map((language) => formatsOf(language).span(seconds));
  assert.deepEqual(says(45), ["45 sekunder", "45 sekunder", "45 seconds"]);
  assert.deepEqual(says(3599), ["59 minutter", "59 minuter", "59 minutes"]);
  assert.deepEqual(says(3600), ["1 time", "1 timme", "1 hour"]);
  assert.deepEqual(says(3 * 86_400), ["3 døgn", "3 dygn", "3 days"]);
});
