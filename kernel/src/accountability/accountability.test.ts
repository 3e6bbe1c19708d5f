import assert from "node:assert/strict";
import { test } from "node:test";
import { breachReminder, checkClosable, dueAfter, isOverdue } from "./breach-rules.ts";

const at = (hours: number) => new Date(Date.UTC(2027, 0, 4, 9) + hours * 3_600_000);
const breach = {
  aware_at: at(0),
  due_at: dueAfter(at(0), 72),
  high_risk: false,
  authority_told_at: null,
  authority_reason: null,
  persons_told_at: null,
  persons_reason: null,
};

test("a breach is overdue when its hours are over and nobody was told, or was told late, without a reason", () => {
  assert.deepEqual(breach.due_at, at(72));
  assert.equal(isOverdue(breach, at(72)), false);
  assert.equal(isOverdue(breach, at(72.1)), true);
  assert.equal(isOverdue({ ...breach, authority_told_at: at(71) }, at(500)), false);
  assert.equal(isOverdue({ ...breach, authority_told_at: at(73) }, at(500)), true);
  assert.equal(isOverdue({ ...breach, authority_reason: "No risk" }, at(500)), false);
});

test("reminders come 48, 24 and 6 hours before, and each day after, each under a name of its own", () => {
  const names = [0, 23, 25, 49, 67, 73, 95, 97].map((hours) =>
    breachReminder(breach.due_at, at(hours)),
  );
  assert.deepEqual(names, [
    undefined,
    undefined,
    "48",
    "24",
    "6",
    "overdue 0",
    "overdue 0",
    "overdue 1",
  ]);
});

test("what was told in time, with the persons told at high risk, can be closed", () => {
  checkClosable({ ...breach, authority_told_at: at(10) }, at(100));
  const told = { ...breach, high_risk: true, authority_told_at: at(10) };
  assert.throws(() => checkClosable(told, at(100)), { code: "breach-persons-missing" });
  checkClosable({ ...told, persons_reason: "The data was encrypted." }, at(100));
});
