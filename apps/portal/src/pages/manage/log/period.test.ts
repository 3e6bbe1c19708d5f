import assert from "node:assert/strict";
import { test } from "node:test";
import { dayBefore, periodOf } from "./period.ts";
import { inOrder, logSearch } from "./search.ts";

test("days are those of the clock at the site, the last one whole, also when the clock goes back in it", () => {
  assert.deepEqual(periodOf({ from: "2026-10-25", to: "2026-10-25" }, "Europe/Oslo"), {
    from: "2026-10-24T22:00:00.000Z",
    until: "2026-10-25T23:00:00.000Z",
  });
  assert.deepEqual(periodOf({ to: "2026-12-31" }, "Europe/Helsinki"), {
    until: "2026-12-31T22:00:00.000Z",
  });
  assert.deepEqual(periodOf({}, "Europe/Oslo"), {});
  const midnight = Date.parse("2026-12-31T23:30:00Z");
  assert.equal(dayBefore(0, "Europe/Oslo", midnight), "2027-01-01");
  assert.equal(dayBefore(30, "UTC", midnight), "2026-12-01");
});

test("an address says what can be searched for, and what else stands in it is left out", () => {
  const whole = { door: "d", person: "p", outcome: "lost", from: "2026-01-01", to: "2026-01-02" };
  assert.deepEqual(logSearch({ ...whole, more: 1 }), whole);
  assert.deepEqual(
    logSearch({ door: 1, person: null, outcome: "open", from: "2026-02-30", to: "10000-01-01" }),
    {},
  );
});

test("a period is never turned round: what was chosen last holds", () => {
  const turned = { from: "2026-03-02", to: "2026-03-01" };
  assert.deepEqual(logSearch(turned), { from: "2026-03-02", to: "2026-03-02" });
  assert.deepEqual(inOrder(turned, "to"), { from: "2026-03-01", to: "2026-03-01" });
});
