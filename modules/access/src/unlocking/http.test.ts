import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { orderDoors } from "../api/orders.ts";
import { myDoors } from "../api/passages.ts";
import * as places from "../api/places.ts";
import { addSchedule, putSchedule, removeSchedule, schedules } from "../api/schedules.ts";
import * as api from "../api/unlocking.ts";
import { startTestWorld, type TestController, type TestWorld } from "../runtime/test-world.ts";
import type { TestMember } from "../test-server.ts";

let world: TestWorld;
let kari: TestMember;
let door: string;
let schedule: string;
let controller: TestController;
let numbered = 0;
type Hours = [string, string][];
const week = (hours: Hours) => Array.from({ length: 7 }, () => hours);
const day = week([["08:00", "16:00"]]);

before(async () => {
  world = await startTestWorld();
});
after(async () => await world.stop());
beforeEach(async () => {
  const { server } = world;
  // A Tuesday in winter: an hour after UTC in Oslo.
  at("2026-12-01T09:00:00Z");
  await server.rows("delete from access.doors");
  await server.rows("delete from access.controllers");
  kari = await world.addMember();
  controller = await world.addController();
  door = await world.addDoor(controller);
  await world.grant(door, { member: kari });
  schedule = await newSchedule(day);
});

const at = (now: string) => (world.server.clock.now = () => new Date(now));
const organisation = () => ({ organisation: world.organisation });
const asAdmin = () => ({ as: world.administrator, params: { ...organisation(), door } });
async function newSchedule(hours: Hours[]): Promise<string> {
  numbered += 1;
  const body = { name: `Butikk ${numbered}`, week: hours };
  const call = { as: world.administrator, params: organisation(), body };
  return (await world.server.ok(addSchedule, call)).id;
}
const unlockBy = async (body: { unlockSchedule?: string | null; firstPerson?: boolean }) =>
  await world.server.ok(places.changeDoor, { ...asAdmin(), body });
const read = async () => await world.server.ok(places.oneDoor, asAdmin());
const mine = async () =>
  (await world.server.ok(myDoors, { as: kari, params: organisation() })).items[0]!;
const keep = async (body: { until?: string } = {}) =>
  await world.server.ok(api.keepLocked, { ...asAdmin(), body });
async function listed() {
  await world.server.runJobs();
  const list = (await controller.lists()).at(-1)!;
  return { unlock: list.doors.find(({ id }) => id === door)?.unlock, schedules: list.schedules };
}

describe("an unlock schedule", () => {
  test("stands in the door's list, by the clock on its wall, and in no list without it", async () => {
    await controller.connect();
    assert.deepEqual(await listed(), { unlock: undefined, schedules: [] });
    await unlockBy({ unlockSchedule: schedule });
    const told = await listed();
    assert.deepEqual(told.unlock, { schedule: 1, firstPerson: false });
    assert.deepEqual(told.schedules[0]?.week[0], [[32, 64]]);
    await unlockBy({ firstPerson: true });
    assert.deepEqual((await listed()).unlock, { schedule: 1, firstPerson: true });
    await world.server.ok(putSchedule, {
      as: world.administrator,
      params: { ...organisation(), schedule },
      body: { name: "Butikken", week: week([["10:00", "16:00"]]) },
    });
    assert.deepEqual((await listed()).schedules[0]?.week[0], [[40, 64]]);
    await unlockBy({ unlockSchedule: null });
    assert.deepEqual(await listed(), { unlock: undefined, schedules: [] });
  });

  test("says what it makes of the door and until when, to who administers it and to who has access", async () => {
    assert.deepEqual([(await read()).unlocking, (await mine()).unlocking], [undefined, undefined]);
    await unlockBy({ unlockSchedule: schedule });
    const { unlockSchedule, firstPerson, unlocking, wanted } = await read();
    assert.deepEqual([unlockSchedule?.id, firstPerson, wanted], [schedule, false, "unlocked"]);
    assert.deepEqual(unlocking, { now: "unlocked", until: "2026-12-01T15:00:00.000Z" });
    assert.deepEqual((await mine()).unlocking, unlocking);
    at("2026-12-01T15:00:00Z");
    const later = await read();
    assert.equal(later.wanted, "locked");
    assert.deepEqual(later.unlocking, { now: "locked", until: "2026-12-02T07:00:00.000Z" });
  });

  test("with the first person, the door is waited for as long as its lock is locked", async () => {
    await unlockBy({ unlockSchedule: schedule, firstPerson: true });
    const until = "2026-12-01T15:00:00.000Z";
    const waiting = await read();
    assert.deepEqual([waiting.unlocking, waiting.wanted], [{ now: "waiting", until }, "locked"]);
    await world.server.rows("update access.doors set lock = 'unlocked'");
    assert.deepEqual((await read()).unlocking, { now: "unlocked", until });
  });

  test("is set aside by a lockdown, which is not the schedule's to end", async () => {
    await unlockBy({ unlockSchedule: schedule });
    await world.server.ok(orderDoors, {
      as: world.administrator,
      params: { ...organisation(), order: crypto.randomUUID() },
      body: { kind: "lockdown", doors: [door], why: "Ran", until: "2026-12-01T10:00:00Z" },
    });
    const { unlocking, wanted } = await read();
    assert.deepEqual([unlocking, wanted], [{ now: "locked-down" }, "locked"]);
  });

  test("cannot be removed while a door keeps to it, and is counted", async () => {
    await unlockBy({ unlockSchedule: schedule });
    const params = { ...organisation(), schedule };
    const call = { as: world.administrator, params };
    assert.equal(await world.server.refused(removeSchedule, call), "409 schedule-in-use");
    const all = await world.server.ok(schedules, { ...call, params: organisation() });
    assert.deepEqual(all.items.find(({ id }) => id === schedule)?.doors, 1);
    await unlockBy({ unlockSchedule: null });
    await world.server.ok(removeSchedule, call);
  });

  test("that is none of the organisation's is not found, and nobody is waited for without one", async () => {
    const body = { unlockSchedule: crypto.randomUUID() };
    assert.equal(
      await world.server.refused(places.changeDoor, { ...asAdmin(), body }),
      "404 not-found",
    );
    await unlockBy({ firstPerson: true });
    assert.equal((await read()).firstPerson, false);
  });
});

describe("kept locked", () => {
  beforeEach(async () => await unlockBy({ unlockSchedule: schedule }));

  test("the door is so for the rest of the day on its wall, in its list too, and whoever has access gets in", async () => {
    await controller.connect();
    await keep();
    const until = "2026-12-01T23:00:00.000Z";
    assert.deepEqual((await read()).unlocking, { now: "kept-locked", until });
    assert.equal((await read()).wanted, "locked");
    assert.equal((await mine()).openable, true);
    assert.deepEqual((await listed()).unlock, {
      schedule: 1,
      firstPerson: false,
      keptLockedUntil: until,
    });
    await keep();
    assert.deepEqual((await read()).unlocking, { now: "kept-locked", until });
    at("2026-12-02T07:00:00Z");
    assert.equal((await read()).unlocking?.now, "unlocked");
  });

  test("is over when it is ended, and with the schedule", async () => {
    await keep({ until: "2026-12-01T12:00:00Z" });
    assert.equal((await read()).unlocking?.until, "2026-12-01T12:00:00.000Z");
    await world.server.ok(api.endKeptLocked, asAdmin());
    assert.equal((await read()).unlocking?.now, "unlocked");
    await world.server.ok(api.endKeptLocked, asAdmin());
    await keep();
    await unlockBy({ unlockSchedule: null });
    await unlockBy({ unlockSchedule: schedule });
    assert.equal((await read()).unlocking?.now, "unlocked");
  });

  test("hours that go on past midnight are of the day on which they began", async () => {
    const bar = await newSchedule(
      week([
        ["00:00", "02:00"],
        ["20:00", "24:00"],
      ]),
    );
    await unlockBy({ unlockSchedule: bar });
    at("2026-12-01T21:00:00Z");
    await keep();
    assert.equal((await read()).unlocking?.until, "2026-12-02T01:00:00.000Z");
  });

  test("is refused for a door that no schedule unlocks, in the past, and for longer than 31 days", async () => {
    for (const until of ["2026-12-01T08:59:00Z", "2027-01-02T09:00:00Z"])
      assert.equal(
        await world.server.refused(api.keepLocked, { ...asAdmin(), body: { until } }),
        "422 kept-locked-time",
      );
    await unlockBy({ unlockSchedule: null });
    assert.equal(
      await world.server.refused(api.keepLocked, { ...asAdmin(), body: {} }),
      "409 no-unlock-schedule",
    );
  });

  test("is for whoever administers the door: to others there is none", async () => {
    const call = { ...asAdmin(), as: kari };
    assert.equal(
      await world.server.refused(api.keepLocked, { ...call, body: {} }),
      "404 not-found",
    );
    assert.equal(await world.server.refused(api.endKeptLocked, call), "404 not-found");
    await world.grant(door, { member: kari }, { role: "owner" });
    await world.server.ok(api.keepLocked, { ...call, body: {} });
    assert.equal((await mine()).unlocking?.now, "kept-locked");
  });
});
