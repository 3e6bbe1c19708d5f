import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compile } from "./compile.ts";
import { decide } from "./decide.ts";
import type { DoorOrder, DoorUnlock, Hours } from "./list.ts";
import { hoursTurnAt, isOpenTo, standOf, type Stand } from "./unlocking.ts";

const week: Hours[] = Array.from({ length: 7 }, () => [
  [32, 48],
  [52, 64],
]);
/** Open from eight to twelve and from one to four, but closed on Christmas Day; the clock goes by UTC. */
const schedule = { clock: 0, week, dates: [{ date: "2026-12-25", hours: [] }] };
const clock = {
  offsets: [{ from: "2026-01-01T00:00:00Z", minutes: 0 }],
  until: "2027-01-01T00:00:00Z",
};
const under = (unlock?: Partial<DoorUnlock>, order?: DoorOrder) =>
  compile({
    doors: [
      {
        id: "d",
        grants: [{ subject: 1, schedule: 0 }],
        ...(unlock && { unlock: { schedule: 1, firstPerson: false, ...unlock } }),
        ...(order && { order }),
      },
    ],
    persons: [{ id: "p", subjects: [1] }],
    schedules: [schedule],
    clocks: [clock],
  });
const ms = (time: string) => Date.parse(`2026-12-${time}Z`);
const never = -Infinity;
type Case = [what: string, at: string, stand: Stand, unlock?: Partial<DoorUnlock>, opened?: string];
const noon = "2026-12-01T12:00:00Z";
const cases: Case[] = [
  ["without a schedule", "01T09:00:00", "locked"],
  ["before the hours", "01T07:59:59.999", "locked", {}],
  ["as the hours begin", "01T08:00:00", "unlocked", {}],
  ["as they end", "01T12:00:00", "locked", {}],
  ["on Christmas Day", "25T09:00:00", "locked", {}],
  ["where the clock is not known", "45T09:00:00", "locked", {}],
  [
    "kept locked, until just before its end",
    "01T11:59:59.999",
    "kept-locked",
    { keptLockedUntil: "2026-12-01T12:00:00Z" },
  ],
  ["kept locked before the hours", "01T07:00:00", "kept-locked", { keptLockedUntil: noon }],
  ["kept locked no longer", "01T13:00:00", "unlocked", { keptLockedUntil: noon }],
  ["before anybody came", "01T09:00:00", "waiting", { firstPerson: true }],
  ["after somebody came", "01T09:00:00", "unlocked", { firstPerson: true }, "01T08:00:00"],
  ["after somebody came too early", "01T09:00:00", "waiting", { firstPerson: true }, "01T07:59:59"],
  [
    "after somebody came in the hours before",
    "01T13:00:00",
    "waiting",
    { firstPerson: true },
    "01T11:00:00",
  ],
  ["after somebody came yesterday", "02T09:00:00", "waiting", { firstPerson: true }, "01T09:00:00"],
  ["by a clock that was set back", "01T09:00:00", "waiting", { firstPerson: true }, "02T09:00:00"],
  [
    "by a clock that was put right by seconds",
    "01T09:00:00",
    "unlocked",
    { firstPerson: true },
    "01T09:00:05",
  ],
  [
    "somebody came while it was kept locked",
    "01T09:00:00",
    "unlocked",
    { firstPerson: true, keptLockedUntil: "2026-12-01T08:30:00Z" },
    "01T08:10:00",
  ],
];
for (const [what, at, stand, unlock, opened] of cases)
  test(`${what}: ${stand}`, () => {
    const openedMs = opened === undefined ? never : ms(opened);
    assert.equal(standOf(under(unlock), 0, ms(at), openedMs), stand);
  });

const order = fc.option(
  fc.record({
    kind: fc.constantFrom("lockdown" as const, "evacuation" as const),
    until: fc
      .integer({ min: 0, max: 48 })
      .map((h) => new Date(ms("01T00:00:00") + h * 3.6e6).toISOString()),
  }),
  { nil: undefined },
);
const unlock = fc.option(
  fc.record({
    firstPerson: fc.boolean(),
    keptLockedUntil: fc.constantFrom(undefined, noon, "2026-12-02T00:00:00Z"),
  }),
  { nil: undefined },
);
const instant = fc.integer({ min: 0, max: 48 * 12 }).map((n) => ms("01T00:00:00") + n * 300_000);
const openedAt = fc.oneof(fc.constant(never), instant);

test("evacuated before locked down, before kept locked, before unlocked by schedule, before locked", () => {
  fc.assert(
    fc.property(
      order,
      unlock,
      fc.oneof(instant, fc.constant(Number.NaN)),
      openedAt,
      (ordered, wish, atMs, openedMs) => {
        const stand = standOf(under(wish, ordered), 0, atMs, openedMs);
        const inForce = ordered && !(atMs >= Date.parse(ordered.until));
        if (inForce) {
          assert.equal(stand, ordered.kind === "evacuation" ? "evacuated" : "locked-down");
          return;
        }
        if (!wish) return assert.equal(stand, "locked");
        if (atMs < Date.parse(wish.keptLockedUntil ?? ""))
          return assert.equal(stand, "kept-locked");
        const minutes = (atMs / 60_000) % 1440;
        const stretch = [
          [480, 720],
          [780, 960],
        ].find(([from, until]) => minutes >= from! && minutes < until!);
        if (!stretch) return assert.equal(stand, "locked");
        const beganMs = atMs - (minutes - stretch[0]!) * 60_000;
        const came =
          openedMs >= beganMs && Math.floor(openedMs / 900_000) <= Math.floor(atMs / 900_000);
        assert.equal(stand, wish.firstPerson && !came ? "waiting" : "unlocked");
      },
    ),
    { numRuns: 2000 },
  );
});

test("a clock that gives no time unlocks nothing by schedule", () => {
  for (const firstPerson of [true, false])
    assert.equal(standOf(under({ firstPerson }), 0, Number.NaN, ms("01T09:00:00")), "locked");
});

test("what a credential is told is the same, whether the door stands open or is kept locked", () => {
  fc.assert(
    fc.property(unlock, instant, (wish, atMs) => {
      const question = { person: "p", door: "d", atMs };
      assert.equal(decide(under(wish), question).reason, "granted");
    }),
  );
});

test("held open are the evacuated and the unlocked", () => {
  const all: Stand[] = ["evacuated", "locked-down", "kept-locked", "unlocked", "waiting", "locked"];
  assert.deepEqual(all.filter(isOpenTo), ["evacuated", "unlocked"]);
});

test("says when the hours end, or begin", () => {
  const day = 24 * 3_600_000;
  const turn = (at: string, aheadMs = 14 * day) => hoursTurnAt(under({}), 0, ms(at), aheadMs);
  assert.equal(turn("01T09:07:00"), ms("01T12:00:00"));
  assert.equal(turn("01T12:00:00"), ms("01T13:00:00"));
  assert.equal(turn("24T16:00:00"), ms("26T08:00:00"));
  assert.equal(turn("24T16:00:00", day), undefined);
  assert.equal(hoursTurnAt(under(), 0, ms("01T09:00:00"), day), undefined);
});

test("a schedule that is not given, or an end that is no instant, is refused with the list", () => {
  for (const number of [0, 2, 0.5])
    assert.throws(() => under({ schedule: number }), { name: "RangeError", message: /schedule/ });
  assert.throws(() => under({ keptLockedUntil: "later" }), RangeError);
});
