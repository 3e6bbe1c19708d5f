import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setDoorLog } from "../api/log.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld } from "./test-world.ts";
import type { TestController, TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let kari: TestMember;
let ola: TestMember;
before(async () => {
  world = await startTestWorld();
  controller = await world.addController();
  kari = await world.addMember("Kari Nordmann");
  ola = await world.addMember("Ola Nordmann");
});
after(async () => await world.stop());

const hold = async (member: TestMember) =>
  await world.server.rows(
    `insert into kernel.holds (organisation_id, member_id, table_name, reason, until)
     values ($1, $2, 'access.passages', 'A claim', now() + interval '1 hour')`,
    [member.organisation, member.id],
  );
const endHolds = async () => await world.server.rows("delete from kernel.holds");
const stored = async (door: string) => (await world.log(door)).map(({ id }) => id).toSorted();
const drop = async () =>
  await world.server.access.jobs.find(({ name }) => name === "access.log-partitions")!.run({});
const entered = async () =>
  await world.server.rows<{ rows: number; rule: string }>(
    "select rule, sum(rows)::integer as rows from kernel.retention_ledger where table_name = 'access.passages' group by 1",
  );

/** @returns how long ago a passage happened that lies in it */
async function partitionThatIsOver(): Promise<string> {
  const width = 22 * 3600;
  const n = Math.floor((Date.now() / 1000 - 2 * 86_400) / width);
  await world.server.rows(
    `create table access_partitions.passages_${n} partition of access.passages
       for values from (to_timestamp(${n * width})) to (to_timestamp(${(n + 1) * width}))`,
  );
  return `${Date.now() - n * width * 1000 + 90 * 86_400_000 - 1000} milliseconds`;
}

test("of a partition that is over the held passages stay, the others go, and then the partition with the hold", async () => {
  const door = await world.addDoor(controller);
  const ago = await partitionThatIsOver();
  const held = await addPassage(world.server, { door, member: kari.id, ago });
  await addPassage(world.server, { door, member: ola.id, ago });
  await addPassage(world.server, { door, ago });
  await hold(kari);
  await drop();
  assert.deepEqual(await stored(door), [held]);
  assert.deepEqual(await entered(), [{ rule: "until:expires_at", rows: 2 }]);
  await drop();
  await endHolds();
  await drop();
  assert.deepEqual(await stored(door), []);
  assert.deepEqual(await entered(), [{ rule: "until:expires_at", rows: 3 }]);
});

describe("a restriction", () => {
  const restrict = async (member: TestMember) =>
    await world.server.rows(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [member.organisation, member.id],
    );
  const lift = async () => await world.server.rows("delete from kernel.withholdings");

  test("keeps its person's passages when their partition is over; lifted, they go with the partition", async () => {
    const door = await world.addDoor(controller);
    const ago = await partitionThatIsOver();
    const kept = await addPassage(world.server, { door, member: kari.id, ago });
    await addPassage(world.server, { door, member: ola.id, ago });
    await restrict(kari);
    await drop();
    assert.deepEqual(await stored(door), [kept]);
    await drop();
    await lift();
    await drop();
    assert.deepEqual(await stored(door), []);
  });

  test("keeps them when their door is removed", async () => {
    const door = await world.addDoor(controller);
    const kept = await addPassage(world.server, { door, member: kari.id });
    await addPassage(world.server, { door, member: ola.id });
    await restrict(kari);
    await world.server.rows("delete from access.doors where id = $1", [door]);
    assert.deepEqual(await stored(door), [kept]);
    await lift();
  });
});

test("a shortened interval hides the held passages too, and removes them when the hold has ended", async () => {
  const door = await world.addDoor(controller);
  const [old, young] = [
    await addPassage(world.server, { door, member: kari.id, ago: "15 days" }),
    await addPassage(world.server, { door, member: kari.id, ago: "13 days" }),
  ];
  await addPassage(world.server, { door, member: ola.id, ago: "15 days" });
  await hold(kari);
  await world.server.ok(setDoorLog, {
    params: { organisation: world.organisation, door },
    body: { logDays: 14 },
    as: world.administrator,
  });
  await world.server.runJobs();
  assert.deepEqual(await stored(door), [old, young].toSorted());
  const times = await world.server.rows<{ id: string; over: boolean }>(
    "select id, expires_at <= now() as over from access.passages where door_id = $1",
    [door],
  );
  const over = times.filter((row) => row.over).map(({ id }) => id);
  assert.deepEqual(over, [old]);
  await endHolds();
});

test("a door with held passages cannot be removed", async () => {
  const door = await world.addDoor(controller);
  await addPassage(world.server, { door, member: kari.id });
  await hold(kari);
  await assert.rejects(
    world.server.rows("delete from access.doors where id = $1", [door]),
    /under a legal hold/,
  );
  await endHolds();
  await world.server.rows("delete from access.doors where id = $1", [door]);
  assert.deepEqual(await stored(door), []);
});
