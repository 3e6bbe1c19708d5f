import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { review, see, unwatched, warns, type Seen, type Watched } from "./open-door.ts";

const heldAfterSeconds = 30;
const leaf = (position: "open" | "closed"): Seen => ({ what: "leaf", position });
const bolt = (lock: "locked" | "unlocked"): Seen => ({ what: "bolt", lock });
const exit: Seen = { what: "exit" };
const closed: Watched = { ...unwatched, lock: "locked", position: "closed" };

/** What became of a closed, locked door by what was seen of it, at these seconds. */
const after = (...all: readonly (readonly [atSecond: number, seen: Seen])[]): Watched =>
  all.reduce((door, [at, seen]) => see(door, seen, at * 1000), closed);
const at = (door: Watched, second: number) => review(door, heldAfterSeconds, second * 1000);
const warnsAt = (door: Watched, second: number) =>
  warns(at(door, second), heldAfterSeconds, second * 1000);

test("opened while it is locked, it is forced", () => {
  assert.equal(after([0, leaf("open")]).alarm, "forced");
});

test("opened while it is unlocked, as it locks again, or by the handle inside, it is not", () => {
  assert.equal(after([0, bolt("unlocked")], [1, leaf("open")]).alarm, undefined);
  assert.equal(
    after([0, bolt("unlocked")], [5, bolt("locked")], [6, leaf("open")]).alarm,
    undefined,
  );
  assert.equal(after([0, exit], [9, leaf("open")]).alarm, undefined);
});

test("an unlocking and a handle that were long ago excuse nothing", () => {
  const relocked = [
    [0, bolt("unlocked")],
    [5, bolt("locked")],
  ] as const;
  assert.equal(after(...relocked, [8, leaf("open")]).alarm, "forced");
  assert.equal(after([0, exit], [11, leaf("open")]).alarm, "forced");
});

test("an excuse is for one opening", () => {
  const again = after([0, exit], [1, leaf("open")], [2, leaf("closed")], [3, leaf("open")]);
  assert.equal(again.alarm, "forced");
});

test("one that was found open, and one whose lock says nothing, is not said to be forced", () => {
  assert.equal(see({ ...closed, position: "unknown" }, leaf("open"), 0).alarm, undefined);
  assert.equal(see({ ...closed, lock: "unknown" }, leaf("open"), 0).alarm, undefined);
});

test("open for too long, it warns first, then it is held until it is closed", () => {
  const open = after([0, exit], [1, leaf("open")]);
  assert.deepEqual([at(open, 20).alarm, warnsAt(open, 20)], [undefined, false]);
  assert.deepEqual([at(open, 22).alarm, warnsAt(open, 22)], [undefined, true]);
  assert.deepEqual([at(open, 31).alarm, warnsAt(open, 31)], ["held", true]);
  const shut = see(at(open, 31), leaf("closed"), 40_000);
  assert.deepEqual([shut.alarm, warnsAt(shut, 41)], [undefined, false]);
});

test("it may stand open while it is unlocked, and for its time from when it locks again", () => {
  const open = after([0, bolt("unlocked")], [1, leaf("open")]);
  assert.equal(at(open, 3600).alarm, undefined);
  const locked = see(at(open, 3600), bolt("locked"), 3_600_000);
  assert.equal(at(locked, 3629).alarm, undefined);
  assert.equal(at(locked, 3630).alarm, "held");
});

test("a forced door stays forced for as long as it stands open, unlocked meanwhile or not", () => {
  const forced = after([0, leaf("open")], [5, bolt("unlocked")], [9, bolt("locked")]);
  assert.equal(at(forced, 300).alarm, "forced");
  assert.equal(see(forced, leaf("closed"), 0).alarm, undefined);
});

test("a clock that is set back starts the count anew, and silences nothing for good", () => {
  const open = after([7200, exit], [7201, leaf("open")]);
  const back = at(open, 3600);
  assert.equal(at(back, 3629).alarm, undefined);
  assert.equal(at(back, 3630).alarm, "held");
});

test("whatever is seen: a closed door has no alarm and warns of nothing", () => {
  const seen = fc.constantFrom(
    leaf("open"),
    leaf("closed"),
    bolt("locked"),
    bolt("unlocked"),
    exit,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100_000), seen)), (all) => {
      let door = closed;
      for (const [nowMs, each] of all) door = review(see(door, each, nowMs), 30, nowMs);
      const shut = see(door, leaf("closed"), 0);
      assert.deepEqual([shut.alarm, warns(shut, 30, 200_000)], [undefined, false]);
    }),
  );
});
