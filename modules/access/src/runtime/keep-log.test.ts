import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { setDoorLog } from "../api/log.ts";
import { myDoors, myPassages, passages } from "../api/passages.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let kari: TestMember;
let caretaker: TestMember;
const DAY_MS = 24 * 3600 * 1000;

before(async () => {
  world = await startTestWorld();
  controller = await world.addController();
  kari = await world.addMember("Kari Nordmann");
  caretaker = await world.addMember();
});
after(async () => await world.stop());

async function addDoor(at = controller): Promise<string> {
  const door = await world.addDoor(at);
  await world.grant(door, { member: kari });
  await world.grant(door, { member: caretaker }, { role: "door_administrator" });
  return door;
}

const set = async (door: string, logDays: number, as = caretaker) =>
  world.server.ok(setDoorLog, {
    params: { organisation: as.organisation, door },
    body: { logDays },
    as,
  });
const refused = async (door: string, logDays: number, as: TestMember) =>
  world.server.refused(setDoorLog, {
    params: { organisation: as.organisation, door },
    body: { logDays },
    as,
  });
const params = () => ({ organisation: world.organisation });
/** What the door's administrator reads. */
const log = async (door: string) => {
  const query = { door, limit: 200 };
  return (await world.server.ok(passages, { params: params(), query, as: caretaker })).items;
};
const idsIn = async (door: string) => (await log(door)).map(({ id }) => id).toSorted();
/** What is there, whoever may see it. */
const stored = async (door: string) => (await world.log(door)).map(({ id }) => id).toSorted();
const job = async (name: string, payload: object = {}) =>
  world.server.access.jobs.find((each) => each.name === name)!.run(payload);

test("a shortened interval hides what is older at once, and its job removes it", async () => {
  const door = await addDoor();
  await addPassage(world.server, { door, member: kari.id, ago: "15 days" });
  const young = await addPassage(world.server, { door, member: kari.id, ago: "13 days" });
  await set(door, 14);
  assert.deepEqual(await idsIn(door), [young]);
  const own = await world.server.ok(myPassages, { params: params(), query: {}, as: kari });
  assert.deepEqual(
    own.items.filter((item) => item.door.id === door).map((item) => item.id),
    [young],
  );
  assert.equal((await stored(door)).length, 2, "no job has run");
  await world.server.runJobs();
  assert.deepEqual(await stored(door), [young]);
});

test("a lengthened interval lets what has not expired live longer, and brings nothing back", async () => {
  const door = await addDoor();
  await set(door, 7);
  const young = await addPassage(world.server, { door, ago: "6 days" });
  const middle = await addPassage(world.server, { door, ago: "4 days" });
  await set(door, 5);
  await set(door, 30);
  assert.deepEqual(await idsIn(door), [middle], "what the five days hid stays hidden");
  await world.server.runJobs();
  assert.deepEqual(await stored(door), [middle]);
  assert.ok(!(await stored(door)).includes(young));
  const [item] = await log(door);
  assert.equal(Date.parse(item!.keptUntil) - Date.parse(item!.at), 30 * DAY_MS);
});

test("a passage delivered again after its door's interval was changed is counted once", async () => {
  const door = await addDoor();
  const passage = controller.passage(door, { at: new Date(Date.now() - 3 * DAY_MS).toISOString() });
  const deliver = async () => controller.say("events", { events: [passage] });
  await deliver();
  await set(door, 30);
  await deliver();
  assert.deepEqual(await stored(door), [passage.id], "before the job has run");
  await world.server.runJobs();
  await deliver();
  assert.deepEqual(await stored(door), [passage.id], "and after");
  await set(door, 2);
  await deliver();
  assert.deepEqual(await idsIn(door), [], "what is past its time is not stored anew");
  await world.server.runJobs();
  await deliver();
  assert.deepEqual(await stored(door), []);
});

test("what is past its time is invisible though it is there, and goes with its partition", async () => {
  const door = await addDoor();
  const stays = await addPassage(world.server, { door, ago: "80 days" });
  // As it is after the service was down for a week.
  const width = 22 * 3600;
  const days = [1, 3, 7].map((ago) => Math.floor((Date.now() / 1000 - ago * 86_400) / width));
  for (const n of days) {
    await world.server.rows(
      `create table access_partitions.passages_${n} partition of access.passages
         for values from (to_timestamp(${n * width})) to (to_timestamp(${(n + 1) * width}))`,
    );
  }
  const dayMs = DAY_MS;
  for (const n of days) {
    const agoMs = Date.now() - n * width * 1000 + 90 * dayMs - 1000;
    await addPassage(world.server, { door, member: kari.id, ago: `${agoMs} milliseconds` });
  }
  assert.deepEqual(await idsIn(door), [stays]);
  const context = { activity: "access.run-controllers", organisation: world.organisation };
  const seen = await world.server.ports.withContext(context, async (tx) =>
    tx
      .selectFrom("access.passages" as never)
      .selectAll()
      .execute(),
  );
  assert.ok(seen.every((row) => (row as { expires_at: Date }).expires_at > new Date()));
  assert.equal((await stored(door)).length, 4);
  await job("access.log-partitions");
  assert.deepEqual(await stored(door), [stays]);
});

test("whose data it is goes out of the log at once, and then what one nobody did is cut apart", async () => {
  const door = await addDoor();
  const gone = await world.addMember("Peder Ås");
  for (const ago of ["1 hour", "2 hours"])
    await addPassage(world.server, { door, member: gone.id, ago });
  await world.server.rows("delete from kernel.memberships where id = $1", [gone.id]);
  assert.deepEqual(
    (await log(door)).map((item) => item.person),
    [undefined, undefined],
  );
  await world.server.runJobs();
  const rows = await world.server.rows<{ holder_id: string | null }>(
    "select holder_id from access.passages where door_id = $1",
    [door],
  );
  assert.deepEqual(
    rows.map((row) => row.holder_id),
    [null, null],
  );
});

test("who administers the door sets it, and nobody else", async () => {
  const door = await addDoor();
  const owner = await world.addMember();
  await world.grant(door, { member: owner }, { role: "owner" });
  for (const [each, days] of [
    [caretaker, 10],
    [owner, 20],
    [world.administrator, 30],
  ] as const)
    await set(door, days, each);
  assert.equal(await refused(door, 40, kari), "404 not-found");
  assert.equal(await refused(door, 40, await world.server.addOrganisation()), "404 not-found");
  for (const days of [0, 366, 1.5]) assert.match(await refused(door, days, owner), /^4\d\d /);
  const mine = await world.server.ok(myDoors, { params: params(), query: {}, as: kari });
  assert.equal(mine.items.find((item) => item.id === door)?.logDays, 30);
});

type Step =
  | { readonly do: "pass"; readonly door: number; readonly hoursAgo: number }
  | { readonly do: "set"; readonly door: number; readonly days: number }
  | { readonly do: "run" };

const days = fc.integer({ min: 1, max: 40 });
const doorNumber = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      door: doorNumber,
      hoursAgo: fc.integer({ min: 0, max: 45 * 24 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("set" as const), door: doorNumber, days }) },
  { weight: 1, arbitrary: fc.constant({ do: "run" as const }) },
);

test("whatever the intervals and their changes: readers see what is in time, and no more is removed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      // One of its own: a controller has 999 outputs, and a long search for a counterexample more doors.
      const box = await world.addController();
      const doors = [await addDoor(box), await addDoor(box), await addDoor(box)];
      const intervals = [90, 90, 90];
      /** What had expired when an interval was changed does not come back, also when it comes in late. */
      const expired = [Infinity, Infinity, Infinity];
      /** What has not expired, by door: id and age in hours. */
      const alive = doors.map(() => new Map<string, number>());
      for (const each of steps) {
        if (each.do === "run") {
          await world.server.runJobs();
          expired.fill(Infinity);
        } else if (each.do === "pass") {
          // Half an hour into it, so that no step is at an edge.
          const at = new Date(Date.now() - each.hoursAgo * 3_600_000 - 1_800_000).toISOString();
          const passage = box.passage(doors[each.door]!, { at, person: kari.id });
          await box.say("events", { events: [passage] });
          if (each.hoursAgo < Math.min(intervals[each.door]! * 24, expired[each.door]!))
            alive[each.door]!.set(passage.id, each.hoursAgo);
        } else {
          await set(doors[each.door]!, each.days);
          if (each.days !== intervals[each.door])
            expired[each.door] = Math.min(expired[each.door]!, intervals[each.door]! * 24);
          intervals[each.door] = each.days;
          for (const [id, hours] of alive[each.door]!)
            if (hours >= each.days * 24) alive[each.door]!.delete(id);
        }
        for (const [n, door] of doors.entries()) {
          const expected = [...alive[n]!.keys()].toSorted();
          assert.deepEqual(await idsIn(door), expected);
          const there = new Set(await stored(door));
          assert.ok(expected.every((id) => there.has(id)));
        }
      }
      await world.server.runJobs();
      for (const [n, door] of doors.entries())
        assert.deepEqual(await stored(door), [...alive[n]!.keys()].toSorted());
    }),
    { numRuns: 8 },
  );
});
