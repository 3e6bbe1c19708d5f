import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setDoorLog } from "../api/log.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
before(async () => {
  world = await startTestWorld();
  controller = await world.addController();
  door = await world.addDoor(controller);
});
after(async () => await world.stop());

const idsInLog = async () => (await world.log(door)).map(({ id }) => id);
const keepFor = async (logDays: number) =>
  await world.server.ok(setDoorLog, {
    as: world.administrator,
    params: { organisation: world.organisation, door },
    body: { logDays },
  });

test("what comes again is known wherever it lies: before, while and after the door's interval changes", async () => {
  const events = [controller.passage(door), controller.passage(door)];
  const deliver = async () => await controller.say("events", { events });
  await deliver();
  const ids = events.map(({ id }) => id).sort();
  for (const days of [200, 30]) {
    await keepFor(days);
    await deliver();
    assert.deepEqual((await idsInLog()).sort(), ids, `while it becomes ${days} days`);
    await world.server.runJobs();
    await deliver();
    assert.deepEqual((await idsInLog()).sort(), ids, `${days} days`);
  }
});

test("what comes again by a clock that is a day ahead is known, though it lies by the time it first came", async () => {
  const before = await idsInLog();
  const ahead = new Date(Date.now() + 86_400_000).toISOString();
  const passage = controller.passage(door, { at: ahead });
  // The last time it has caught up: nothing tells any more that it was wrong.
  for (const laterMs of [0, 3_600_000, 2 * 86_400_000]) {
    world.server.clock.now = () => new Date(Date.now() + laterMs);
    await controller.say("events", { events: [passage] });
  }
  world.server.clock.now = () => new Date();
  assert.deepEqual((await idsInLog()).length, before.length + 1);
});

test("what is hidden from who writes it keeps back none of the others: a restricted person's, and what an interval is to hide", async () => {
  const kari = await world.addMember();
  await world.server.rows(
    "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
    [world.organisation, kari.id],
  );
  const events = [controller.passage(door, { person: kari.id }), controller.passage(door)];
  for (let times = 0; times < 2; times += 1) await controller.say("events", { events });
  await world.server.rows("delete from kernel.withholdings");
  for (const days of [10, 40]) await keepFor(days);
  const at = new Date(Date.now() - 20 * 86_400_000).toISOString();
  const old = [controller.passage(door, { at }), controller.passage(door)];
  await controller.say("events", { events: old });
  const there = new Set(await idsInLog());
  assert.ok([...events, old[1]!].every(({ id }) => there.has(id)));
  const receipted = new Set((await controller.receipts()).flatMap((receipt) => receipt.events));
  assert.ok([...events, ...old].every(({ id }) => receipted.has(id)));
});
