import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { topicOf } from "@terskel/edge-protocol";
import { controllerToken } from "../controller-keys.ts";
import { startTestWorld, type TestWorld } from "./test-world.ts";

let world: TestWorld;

before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});

const authenticate = async (id: string, token: string) =>
  world.server.access.controllerAuth.authenticate(id, token);
const tokenOf = (id: string, generation = 1) =>
  controllerToken(world.server.ports.keys, id, generation);

test("a controller is let in by its own token, until there is a new one", async () => {
  const { id } = await world.addController();
  assert.equal(await authenticate(id, tokenOf(id)), true);
  await world.server.rows("update access.controllers set token_generation = 2 where id = $1", [id]);
  assert.equal(await authenticate(id, tokenOf(id)), false);
  assert.equal(await authenticate(id, tokenOf(id, 2)), true);
});

test("no other token and no other name lets anyone in", async () => {
  const { id } = await world.addController();
  const { id: other } = await world.addController();
  const unknown = randomUUID();
  const tries: [string, string][] = [
    [id, tokenOf(other)],
    [id, ""],
    [id, `${tokenOf(id)}=`],
    [id, tokenOf(id).slice(0, -1)],
    [id.toUpperCase(), tokenOf(id)],
    [`${id}/`, tokenOf(id)],
    [unknown, tokenOf(unknown)],
    [unknown, tokenOf(unknown, 0)],
    ["nobody", tokenOf("nobody", 0)],
    ["", tokenOf("nobody", 0)],
    ["+", ""],
    ["x".repeat(5000), "x".repeat(5000)],
    ["' or true --", ""],
  ];
  for (const [name, token] of tries) assert.equal(await authenticate(name, token), false, name);
});

test("a controller uses its own topics, up and down, and no pattern", async () => {
  const { mayPublish, maySubscribe } = world.server.access.controllerAuth;
  const [id, other] = [randomUUID(), randomUUID()];
  assert.ok(mayPublish(id, topicOf(id, "events")) && maySubscribe(id, topicOf(id, "command")));
  for (const topic of [topicOf(other, "events"), topicOf(id, "command"), "#", "$SYS/x"]) {
    assert.ok(!mayPublish(id, topic), topic);
  }
  const all = topicOf("+", "command");
  for (const topic of [
    topicOf(other, "command"),
    topicOf(id, "events"),
    all,
    `${topicOf(id, "command")}/#`,
  ]) {
    assert.ok(!maySubscribe(id, topic), topic);
  }
});
