import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./eventually.ts";
import { unlocks, withList, type Site } from "./site.test-support.ts";

/** A newer list, in which the first door's log is to tell so much. */
async function choose(it: Site, log: "anonymous" | "off" | undefined, revision = 2): Promise<void> {
  const list = it.cloud.list({ revision });
  const doors = list.doors.map((door, at) => (at === 0 && log ? { ...door, log } : door));
  await it.cloud.sendList({ ...list, doors });
  await eventually("the list in force", () => it.agent.status().revision === revision);
}
const person = (it: Site) => it.cloud.list().persons[0]!.id;

test("a door whose log names nobody opens, and tells of it without a name", async (t) => {
  const it = await withList(t);
  await choose(it, "anonymous");
  assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
  await it.cloud.send("command", await it.cloud.sign("command", it.cloud.command()));
  await eventually("both are told", () => it.passages().length === 2);
  assert.ok(!JSON.stringify(it.cloud.received.events).includes(person(it)));
  assert.deepEqual(
    it.passages().map(({ credential }) => credential),
    ["card", "remote"],
  );
});

test("a door whose log is off opens and refuses, and nothing waits to be told", async (t) => {
  const it = await withList(t);
  await choose(it, "off");
  await it.cutOff();
  assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
  assert.equal((await it.doors.present(it.door, "card", "1")).outcome, "refused");
  assert.equal(it.agent.status().buffered, 0);
});

test("a command at a door whose log is off opens once, across a restart too", async (t) => {
  const it = await withList(t);
  await choose(it, "off");
  const jws = await it.cloud.sign("command", it.cloud.command());
  await it.cloud.send("command", jws);
  await eventually("the ack", () => it.cloud.received.ack.length === 1);
  assert.equal(unlocks(it), 1);
  await it.restart();
  await it.cloud.send("command", jws);
  await eventually("the second ack", () => it.cloud.received.ack.length === 2);
  assert.equal(it.cloud.received.ack[1]?.reason, "command-replayed");
  assert.equal(unlocks(it), 0);
  assert.deepEqual(it.passages(), []);
});

test("what waits to be told follows the choice too: names go, or all of it", async (t) => {
  const it = await withList(t);
  it.cloud.receipts = false;
  await it.doors.present(it.door, "card", "4711");
  await eventually("it is sent", () => it.sent() > 0);
  await choose(it, "anonymous");
  const before = it.sent();
  await eventually("it is sent again", () => it.sent() > before + 1);
  const last = it.cloud.received.events.at(-1)?.events.at(-1);
  assert.ok(last && "outcome" in last && last.person === undefined);
  assert.equal(it.agent.status().buffered, 1);
  await choose(it, "off", 3);
  assert.equal(it.agent.status().buffered, 0);
  await it.restart();
  assert.equal(it.agent.status().buffered, 0, "nor is it on the disk");
});
