import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { eventually } from "@terskel/edge-agent/eventually";
import { createTestCloud } from "@terskel/edge-agent/test-cloud";
import { smallDisk } from "./small-disk.test-support.ts";
import { place, type Running } from "./process.test-support.ts";

async function present({ url }: Running, door: string): Promise<string> {
  const response = await fetch(`${url}/doors/${door}/present`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "card", number: "4711" }),
  });
  return ((await response.json()) as { outcome: string }).outcome;
}

test("on a full disk the doors open by the list, to commands too, and every passage is told", async (t) => {
  const cloud = await createTestCloud();
  t.after(() => cloud.stop());
  const here = place(t, cloud, smallDisk(t));
  const running = await here.start();
  const door = cloud.doors[0]!.id;
  await eventually("hello", () => cloud.received.hello.length > 0);
  await cloud.sendList(cloud.list());
  await eventually("the list", () => cloud.received.hello.at(-1)?.revision === 1);
  await cloud.brokerDown();

  let passed = 0;
  const pass = async (controller: Running) => {
    assert.equal(await present(controller, door), "opened");
    passed += 1;
  };
  while (!running.log().includes("passage-in-memory")) {
    await pass(running);
    assert.ok(passed < 3000, "the disk is small");
  }
  for (let more = 0; more < 20; more += 1) await pass(running);

  await cloud.brokerUp();
  const told = () =>
    new Set(cloud.received.events.flatMap(({ events }) => events.map(({ id }) => id)));
  await eventually("all told", () => told().size === passed);
  const command = cloud.command();
  await cloud.send("command", await cloud.sign("command", command));
  await cloud.send("command", await cloud.sign("command", command));
  await eventually("both answers", () => cloud.received.ack.length === 2);
  assert.deepEqual(
    cloud.received.ack.map(({ reason }) => reason),
    ["granted", "command-replayed"],
  );

  let controller = running;
  for (const end of ["SIGKILL", "SIGTERM"] as const) {
    controller.child.kill(end);
    await once(controller.child, "exit");
    controller = await here.start();
    assert.equal(await present(controller, door), "opened", `started again after ${end}`);
  }
});
