import assert from "node:assert/strict";
import { test } from "node:test";
import { daysLeft, endOfMonths } from "./calendar.ts";

const oslo = "Europe/Oslo";
const end = (received: string, months = 1) =>
  endOfMonths(new Date(received), months, oslo).toISOString();

test("a month ends with the day of the same date, as the organisation's clock has it", () => {
  assert.equal(end("2026-11-24T10:00:00Z"), "2026-12-24T22:59:59.000Z");
  // In Oslo it is the 25th already.
  assert.equal(end("2026-11-24T23:30:00Z"), "2026-12-25T22:59:59.000Z");
  // Winter time to summer time.
  assert.equal(end("2026-03-10T10:00:00Z"), "2026-04-10T21:59:59.000Z");
});

test("where the next month has no such day, it ends with the month's last", () => {
  assert.equal(end("2026-01-31T10:00:00Z"), "2026-02-28T22:59:59.000Z");
  assert.equal(end("2028-01-31T10:00:00Z"), "2028-02-29T22:59:59.000Z");
  assert.equal(end("2026-11-30T10:00:00Z", 3), "2027-02-28T22:59:59.000Z");
});

test("days are counted as a calendar has them, and below nought when they have passed", () => {
  const due = new Date("2026-12-24T22:59:59Z");
  assert.equal(daysLeft(due, new Date("2026-12-10T23:30:00Z"), oslo), 13);
  assert.equal(daysLeft(due, new Date("2026-12-24T08:00:00Z"), oslo), 0);
  assert.equal(daysLeft(due, new Date("2026-12-26T08:00:00Z"), oslo), -2);
});
