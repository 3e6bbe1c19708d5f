import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compile } from "./compile.ts";
import { decidePassage } from "./decide.ts";
import type { DecidableDoor, DoorOrder } from "./list.ts";
import type { DecisionReason } from "./reason.ts";
import type { Situation } from "./rules.ts";

const AT_MS = Date.parse("2026-12-01T12:00:00Z");
const soft = 1;
const hard = 2;
const until = "2026-12-01T13:00:00Z";
type Rules = Omit<DecidableDoor, "id" | "grants">;

function answer(door: Rules, now: Partial<Situation>, who: "has" | "none" = "has", other?: Rules) {
  const list = compile({
    doors: [
      { id: "d", grants: [{ subject: 1, schedule: 0 }], ...door },
      { id: "other", grants: [], ...door, order: undefined, ...other },
    ],
    persons: [
      { id: "has", subjects: [1] },
      { id: "none", subjects: [] },
    ],
    areas: [{ passback: "soft" }, { passback: "hard" }],
  });
  return decidePassage(list, list.persons.get(who)!, 0, AT_MS, {
    at: "in",
    isInside: false,
    isInterlocked: false,
    isSecond: false,
    ...now,
  });
}
const ordered = (kind: DoorOrder["kind"]): { order: DoorOrder } => ({ order: { kind, until } });
const every = { area: hard, interlock: 1, twoPeople: true };
const worst = { isInside: true, isInterlocked: true };

// The precedence: each row has what stands in the rows below it as well.
const precedence: [reason: DecisionReason, door: Rules, now: Partial<Situation>, who?: "none"][] = [
  ["lockdown", { ...every, ...ordered("lockdown") }, worst, "none"],
  ["no-grant", every, worst, "none"],
  ["passback", every, worst],
  ["interlock", { ...every, area: soft }, worst],
  ["second-person", { ...every, area: soft }, { isInside: true }],
];
for (const [reason, door, now, who] of precedence)
  test(`refused for ${reason}, before what comes below it`, () =>
    assert.deepEqual(answer(door, now, who), { allowed: false, reason }));

const allowed: [what: string, reason: DecisionReason, door: Rules, now: Partial<Situation>][] = [
  ["a second person", "granted", every, { isSecond: true }],
  ["whoever comes in again where it is only noted", "passback", { area: soft }, { isInside: true }],
  ["whoever is not inside", "granted", { area: hard }, {}],
  ["one at a door of no airlock", "granted", {}, worst],
  ["an evacuation, before every rule", "granted", { ...every, ...ordered("evacuation") }, worst],
];
for (const [what, reason, door, now] of allowed)
  test(`let in: ${what}`, () => assert.deepEqual(answer(door, now), { allowed: true, reason }));

test("whoever goes out is asked for no access and no second person, and is not there twice", () => {
  for (const who of ["has", "none"] as const)
    assert.equal(answer(every, { at: "out", isInside: true }, who).allowed, true);
  assert.equal(answer(every, { at: "out", isInterlocked: true }).reason, "interlock");
  const lockdown = { ...every, ...ordered("lockdown") };
  assert.equal(answer(lockdown, { at: "out" }).reason, "lockdown", "the handle lets them out");
});

test("from afar nobody is the second of two", () =>
  assert.equal(answer({ twoPeople: true }, { at: "remote" }).reason, "second-person"));

test("an evacuation of another door of the area, or of the airlock, puts the rules aside", () => {
  const other = ordered("evacuation");
  assert.equal(answer({ area: hard }, worst, "has", other).reason, "granted");
  assert.equal(answer({ interlock: 1 }, worst, "has", other).reason, "granted");
  assert.equal(answer({ area: hard }, worst, "has", { ...other, area: soft }).reason, "passback");
});

test("an area that is not given is no list to decide by", () =>
  assert.throws(() => answer({ area: 3 }, {}), RangeError));

const anyDoor = fc.record({
  area: fc.constantFrom(0, soft, hard),
  interlock: fc.constantFrom(0, 1),
  twoPeople: fc.boolean(),
});
const anySituation = fc.record({
  at: fc.constantFrom("in", "out", "remote"),
  isInside: fc.boolean(),
  isInterlocked: fc.boolean(),
  isSecond: fc.boolean(),
});

test("no rule lets anybody in who has no access, and an evacuation refuses nobody who has", () =>
  fc.assert(
    fc.property(anyDoor, anySituation, (door, now) => {
      assert.equal(answer(door, { ...now, at: "in" }, "none").reason, "no-grant");
      assert.equal(answer({ ...door, ...ordered("evacuation") }, now).reason, "granted");
      if (now.at === "out" && !now.isInterlocked) assert.equal(answer(door, now).allowed, true);
    }),
  ));
