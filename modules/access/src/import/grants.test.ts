import assert from "node:assert/strict";
import { test } from "node:test";
import { planGrant } from "./grants.ts";
import type { Grant } from "./state.ts";

const now = new Date("2027-01-01T00:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const grant = (more: Partial<Grant> = {}): Grant => ({
  id: "g",
  door: "d",
  member: "m",
  role: "user",
  from: null,
  until: null,
  ...more,
});

test("who has no access gets it, as user unless said", () => {
  assert.deepEqual(planGrant({ row: 2 }, [], now), {
    kind: "add",
    role: "user",
    from: null,
    until: null,
  });
  const { kind, ...given } = planGrant(
    { row: 2, role: "owner", until: day("2027-02-01") },
    [],
    now,
  );
  assert.deepEqual(
    { kind, ...given },
    { kind: "add", role: "owner", from: null, until: day("2027-02-01") },
  );
});

test("what the file leaves blank stays as it is", () => {
  const limited = grant({ role: "owner", until: day("2027-06-01") });
  assert.equal(planGrant({ row: 2 }, [limited], now).kind, "unchanged");
  assert.deepEqual(planGrant({ row: 2, from: day("2027-02-01") }, [limited], now), {
    kind: "change",
    id: "g",
    role: "owner",
    from: day("2027-02-01"),
    until: day("2027-06-01"),
  });
});

test("an end before the beginning that is kept is refused", () => {
  const later = grant({ from: day("2027-06-01") });
  assert.equal(planGrant({ row: 2, until: day("2027-05-01") }, [later], now).kind, "backwards");
});

test("beside several accesses, another is added; none of them is touched", () => {
  const two = [
    grant({ until: day("2027-02-01") }),
    grant({ id: "h", from: day("2027-03-01"), until: day("2027-04-01") }),
  ];
  const stated = { row: 2, from: day("2027-05-01"), until: day("2027-06-01") };
  assert.equal(planGrant(stated, two, now).kind, "add");
  assert.equal(planGrant({ row: 2 }, two, now).kind, "unchanged");
});

test("an access that has ended is not given; one that lasts is taken back", () => {
  const past = { row: 2, until: day("2026-12-01") };
  assert.equal(planGrant(past, [], now).kind, "ended");
  assert.deepEqual(planGrant(past, [grant()], now), { kind: "take-back", id: "g" });
});
