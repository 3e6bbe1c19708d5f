import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { QUARTERS_PER_WEEK, quarterOf, weekOf } from "./week.ts";

test("the first quarter begins on Monday at midnight UTC", () => {
  assert.equal(quarterOf(Date.parse("2026-03-02T00:00:00Z")), 0);
  assert.equal(quarterOf(Date.parse("2026-03-01T23:59:59.999Z")), QUARTERS_PER_WEEK - 1);
  assert.equal(quarterOf(Date.parse("1969-12-31T23:59:59Z")), 3 * 96 - 1);
  assert.equal(quarterOf(Date.parse("1969-12-22T00:00:00Z")), 0);
});

test("the quarter is the one that the calendar gives", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (at) => {
      const day = (at.getUTCDay() + 6) % 7;
      const expected = day * 96 + at.getUTCHours() * 4 + Math.floor(at.getUTCMinutes() / 15);
      assert.equal(quarterOf(at.getTime()), expected);
    }),
    { numRuns: 1000 },
  );
});

test("a quarter outside the week is refused", () => {
  for (const quarter of [-1, QUARTERS_PER_WEEK, 1.5]) {
    assert.throws(() => weekOf([quarter]), RangeError);
  }
});
