import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { controllers } from "../api/controllers.ts";
import { forgetSilent } from "./connections.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;

before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});

async function rowOf({ id }: TestController) {
  const [row] = await world.server.rows<{
    online: boolean;
    last_seen_at: Date | null;
    list_reported: number;
  }>("select online, last_seen_at, list_reported from access.controllers where id = $1", [id]);
  return row!;
}

async function lockOf(door: string) {
  const [row] = await world.server.rows<{ lock: string }>(
    "select lock from access.doors where id = $1",
    [door],
  );
  return row!.lock;
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

test("a controller is online from its hello until its last will", async () => {
  const controller = await world.addController();
  assert.equal((await rowOf(controller)).online, false);
  await controller.connect(0);
  const row = await rowOf(controller);
  assert.ok(row.online && row.last_seen_at);
  await controller.say("presence", { online: false });
  assert.equal((await rowOf(controller)).online, false);
});

test("the revision in force is what the controller says it is", async () => {
  const controller = await world.addController();
  await controller.connect(7);
  assert.equal((await rowOf(controller)).list_reported, 7);
});

test("a clock that is wrong is known from its hello, until it is right", async () => {
  const controller = await world.addController();
  const ahead = async () => {
    const { items } = await world.server.ok(controllers, {
      params: { organisation: world.organisation },
      query: { limit: 200 },
      as: world.administrator,
    });
    return items.find(({ id }) => id === controller.id)?.clockAheadSeconds;
  };
  assert.equal(await ahead(), undefined);
  const hourMs = 3_600_000;
  for (const aheadMs of [hourMs, -hourMs, 0]) {
    await controller.connect(0, aheadMs);
    const said = await ahead();
    assert.ok(said !== undefined && Math.abs(said - aheadMs / 1000) <= 5, `${said} s`);
  }
  // Beyond what the column can hold.
  await controller.connect(0, Date.parse("9999-01-01") - Date.now());
  assert.ok(Number(await ahead()) > 2_000_000_000);
});

test("what one controller says changes no other's row, and an unknown one's none", async () => {
  const [one, other] = [await world.addController(), await world.addController()];
  await one.connect();
  assert.equal((await rowOf(other)).online, false);
  const before = world.server.access.dropped()["unknown-controller"];
  await world.server.rows("delete from access.controllers where id = $1", [one.id]);
  await one.connect();
  assert.equal(world.server.access.dropped()["unknown-controller"] - before, 2);
});

test("a controller not heard of since a restart is shown as away, one heard of is not", async () => {
  const [silent, heard] = [await world.addController(), await world.addController()];
  await silent.connect();
  const since = new Date();
  await sleep(5);
  await heard.connect();
  await forgetSilent(world.server.ports, since);
  assert.deepEqual([(await rowOf(silent)).online, (await rowOf(heard)).online], [false, true]);
});

test("a lock is as its own controller says, and as no other does", async () => {
  const controller = await world.addController();
  const mallory = await world.addController();
  const door = await world.addDoor(controller);
  await controller.say("state", { door, lock: "locked", position: "unknown", at: ago(0) });
  const before = world.server.access.dropped()["foreign-door"];
  await mallory.say("state", { door, lock: "unlocked", position: "unknown", at: ago(0) });
  await controller.say("state", {
    door: randomUUID(),
    lock: "unlocked",
    position: "unknown",
    at: ago(0),
  });
  assert.equal(await lockOf(door), "locked");
  assert.equal(world.server.access.dropped()["foreign-door"] - before, 2);
});

test("a second delivery of what was is not news; a clock set back is", async () => {
  const controller = await world.addController();
  const door = await world.addDoor(controller);
  const say = async (lock: "locked" | "unlocked", at: string) =>
    controller.say("state", { door, lock, position: "unknown", at });
  await say("locked", ago(1000));
  await say("unlocked", ago(3000));
  assert.equal(await lockOf(door), "locked");
  await say("unlocked", ago(3_600_000));
  assert.equal(await lockOf(door), "unlocked");
  await say("locked", "9999-01-01T00:00:00Z");
  await say("unlocked", "1970-01-01T00:00:00Z");
  assert.equal(await lockOf(door), "unlocked");
});

test("what is not of the protocol is dropped, counted, and changes nothing", async () => {
  const controller = await world.addController();
  const door = await world.addDoor(controller);
  const before = world.server.access.dropped()["not-of-the-protocol"];
  const { bus } = world.server;
  const root = `terskel/v5/controllers`;
  const state = JSON.stringify({ door, lock: "unlocked", at: ago(0) });
  await controller.sayRaw("hello", "{}");
  await controller.sayRaw("presence", '{"online":"yes"}');
  await controller.sayRaw("state", state.replace("}", ',"controller":"x"}'));
  await controller.sayRaw("ack", "\u0000");
  await bus.receive(`${root}/${controller.id.toUpperCase()}/state`, state);
  await bus.receive(`${root}/not-a-controller/state`, state);
  assert.equal(world.server.access.dropped()["not-of-the-protocol"] - before, 6);
  assert.equal(await lockOf(door), "unknown");
  assert.equal((await rowOf(controller)).online, false);
});
