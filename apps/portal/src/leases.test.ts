import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf, metBy, stateOf } from "./leases.ts";
import type { Lease } from "./leases.ts";

const at = (day: number) => `2026-12-${String(day).padStart(2, "0")}T11:00:00.000Z`;
const lease = (id: string, from: number, until?: number): Lease => ({
  id,
  from: at(from),
  ...(until === undefined ? {} : { until: at(until) }),
  tenants: [],
});
const nowMs = Date.parse(at(5));

test("an end and a start at the same moment are one handover; with days between they are two changes", () => {
  const [kari, ola, per] = [lease("kari", 1, 10), lease("ola", 10, 20), lease("per", 25)] as const;
  assert.deepEqual(changesOf([kari, ola, per], nowMs), [
    { at: at(10), leaves: kari, enters: ola },
    { at: at(20), leaves: ola },
    { at: at(25), enters: per },
  ]);
});

test("a lease runs from its start until just before its end", () => {
  assert.deepEqual(
    [lease("a", 6), lease("b", 5, 6), lease("c", 1, 5)].map((each) => stateOf(each, nowMs)),
    ["ahead", "running", "over"],
  );
});

test("two leases meet when they share a moment, and one does not meet itself", () => {
  const kari = lease("kari", 2, 10);
  const asked = (from: number, until?: number, id = "new") =>
    metBy([kari], { id, from: at(from), until: until === undefined ? "" : at(until) })?.id;
  assert.deepEqual(
    [asked(9), asked(10), asked(1, 2), asked(1, 3)],
    ["kari", undefined, undefined, "kari"],
  );
  assert.equal(asked(2, 12, "kari"), undefined);
});
