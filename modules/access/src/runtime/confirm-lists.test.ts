import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createVerifier, publicKeyOf, topicOf } from "@terskel/edge-protocol";
import { changeDoor, oneDoor } from "../api/places.ts";
import { cloudSigningKey } from "../controller-keys.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
before(async () => {
  world = await startTestWorld();
});
after(async () => await world.stop());

/** What it has been told to be the newest, signed by the cloud. */
async function confirmed({ id }: TestController): Promise<number[]> {
  const { bus, ports } = world.server;
  const verify = await createVerifier([publicKeyOf(cloudSigningKey(ports.keys))], id);
  const sent = bus.messages.filter(({ topic }) => topic === topicOf(id, "confirmation"));
  return await Promise.all(
    sent.map(async ({ payload }) => (await verify("confirmation", payload)).revision),
  );
}
const job = async (name: string) => {
  await world.server.access.jobs.find((each) => each.name === name)!.run({});
  await world.server.runJobs();
};

test("a controller that is there and has the newest list is told so, at its hello and then again and again", async () => {
  const controller = await world.addController();
  await world.addDoor(controller);
  await controller.connect();
  await world.server.runJobs();
  assert.deepEqual(await confirmed(controller), [], "it has no list yet");
  const [list] = await controller.lists();
  await controller.connect(list!.revision);
  await world.server.runJobs();
  assert.deepEqual(await confirmed(controller), [], "the list itself was the newest word");
  await controller.connect(list!.revision);
  await world.server.runJobs();
  await job("access.confirm-lists");
  assert.deepEqual(await confirmed(controller), [1, 1]);
});

test("one that is away, or has an older list, is told nothing", async () => {
  const [away, behind] = [await world.addController(), await world.addController()];
  for (const controller of [away, behind]) {
    await world.addDoor(controller);
    await controller.connect();
    await world.server.runJobs();
    await controller.connect((await controller.lists())[0]!.revision);
  }
  await away.say("presence", { online: false });
  await world.server.rows("update access.controllers set list_revision = 9 where id = $1", [
    behind.id,
  ]);
  await job("access.confirm-lists");
  assert.deepEqual([await confirmed(away), await confirmed(behind)], [[], []]);
});

test("a door that is away says until when it lets people in; how long is set door by door", async () => {
  const controller = await world.addController();
  const door = await world.addDoor(controller);
  await controller.connect();
  await world.server.runJobs();
  const [list] = await controller.lists();
  assert.equal(list!.doors[0]?.aloneHours, 720);
  await controller.connect(list!.revision);
  await job("access.confirm-lists");
  const params = { organisation: world.organisation, door };
  const as = world.administrator;
  const read = async () => await world.server.ok(oneDoor, { params, as });
  assert.equal((await read()).aloneUntil, undefined);
  await world.server.ok(changeDoor, { params, body: { aloneHours: 12 }, as });
  await controller.say("presence", { online: false });
  const [{ at } = { at: new Date() }] = await world.server.rows<{ at: Date }>(
    "select confirmed_at as at from access.controllers where id = $1",
    [controller.id],
  );
  const { aloneHours, aloneUntil } = await read();
  assert.deepEqual([aloneHours, Date.parse(aloneUntil!) - at.getTime()], [12, 12 * 3_600_000]);
  await world.server.ok(changeDoor, { params, body: { aloneHours: null }, as });
  assert.deepEqual([(await read()).aloneHours, (await read()).aloneUntil], [undefined, undefined]);
  for (const aloneHours of [0, 721, 1.5])
    assert.match(
      await world.server.refused(changeDoor, { params, body: { aloneHours }, as }),
      /^400 /,
    );
});
