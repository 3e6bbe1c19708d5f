import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compile } from "./compile.ts";
import { decide } from "./decide.ts";
import type { DoorOrder } from "./list.ts";
import { isEvacuated, isLockedDown } from "./orders.ts";

const until = "2026-03-02T09:00:00.000Z";
const endMs = Date.parse(until);
const under = (order: DoorOrder | undefined) =>
  compile({
    doors: [{ id: "d", grants: [{ subject: 1, schedule: 0 }], order }],
    persons: [
      { id: "p", subjects: [1] },
      { id: "without", subjects: [] },
    ],
  });
const reason = (order: DoorOrder | undefined, atMs: number, person = "p") =>
  decide(under(order), { person, door: "d", atMs }).reason;

test("a lockdown refuses whoever has access until just before its end, and ends by itself", () => {
  const lockdown = { kind: "lockdown", until } as const;
  assert.equal(reason(lockdown, endMs - 86_400_000), "lockdown");
  assert.equal(reason(lockdown, endMs - 1), "lockdown");
  assert.equal(reason(lockdown, endMs), "granted");
});

test("who has no access and who is unknown are told what everybody is", () => {
  const lockdown = { kind: "lockdown", until } as const;
  assert.equal(reason(lockdown, endMs - 1, "without"), "lockdown");
  assert.equal(reason(lockdown, endMs - 1, "nobody"), "lockdown");
  assert.equal(reason(lockdown, endMs, "without"), "no-grant");
  assert.equal(reason(lockdown, endMs, "nobody"), "unknown-person");
});

test("an evacuation holds the door and changes no decision", () => {
  const evacuation = { kind: "evacuation", until } as const;
  fc.assert(
    fc.property(fc.integer({ min: -9e5, max: 9e5 }), (offMs) => {
      const atMs = endMs + offMs;
      assert.equal(reason(evacuation, atMs), reason(undefined, atMs));
      assert.equal(reason(evacuation, atMs, "without"), "no-grant");
      assert.equal(isEvacuated(under(evacuation), 0, atMs), offMs < 0);
    }),
  );
});

test("a clock that gives no time ends neither a lockdown nor an evacuation, and begins none", () => {
  assert.equal(reason({ kind: "lockdown", until }, Number.NaN), "lockdown");
  assert.equal(isEvacuated(under({ kind: "evacuation", until }), 0, Number.NaN), true);
  for (const order of [undefined, { kind: "evacuation", until } as const])
    assert.equal(isLockedDown(under(order), 0, Number.NaN), false);
  for (const order of [undefined, { kind: "lockdown", until } as const])
    assert.equal(isEvacuated(under(order), 0, Number.NaN), false);
});

test("an order whose end is no instant is refused with the list", () => {
  assert.throws(() => under({ kind: "lockdown", until: "later" }), RangeError);
});
