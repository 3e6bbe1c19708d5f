import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccessList } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { site, withList } from "./site.test-support.ts";

test("a door comes, is renamed and goes by the next list, without a restart", async (t) => {
  const it = await withList(t);
  const { cloud } = it;
  const send = async (list: AccessList): Promise<void> => {
    await cloud.sendList(list);
    await eventually("the list in force", () => it.agent.status().revision === list.revision);
  };
  const [first, second] = cloud.list().doors;
  const third = { ...first!, id: cloud.command().id, name: "Bicycle room", output: 7 };
  const before = cloud.received.state.length;

  await send(cloud.list({ revision: 2, doors: [{ ...first!, name: "Main entrance" }, third] }));
  assert.deepEqual(
    it.doors.all().map(({ id, name, output }) => ({ id, name, output })),
    [
      { id: first!.id, name: "Main entrance", output: 1 },
      { id: third.id, name: "Bicycle room", output: 7 },
    ],
  );
  await eventually("the new lock's state", () => cloud.received.state.length === before + 1);
  assert.deepEqual(cloud.received.state.at(-1)?.door, third.id);
  assert.equal((await it.doors.present(third.id, "card", "4711")).outcome, "opened");
  const gone = cloud.command({ door: second!.id });
  await cloud.send("command", await cloud.sign("command", gone));
  await eventually("the ack", () => cloud.received.ack.length === 1);
  assert.equal(cloud.received.ack[0]?.reason, "unknown-door");

  await it.restart();
  assert.equal(it.doors.all().length, 2, "also after a restart");
  const opened = cloud.command({ door: third.id });
  await cloud.send("command", await cloud.sign("command", opened));
  await eventually("the second ack", () => cloud.received.ack.length === 2);
  assert.equal(cloud.received.ack[1]?.outcome, "opened");
});

test("a command before the first list opens nothing, and is a passage", async (t) => {
  const it = await site(t);
  const command = it.cloud.command();
  await it.cloud.send("command", await it.cloud.sign("command", command));
  await eventually("the passage", () => it.passages().length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "no-access-list");
  assert.deepEqual(it.passages()[0]?.id, command.id);
  assert.deepEqual(it.doors.all(), []);
});
