import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { myPass } from "../api/credentials.ts";
import { giveCode, newPin } from "../api/keypads.ts";
import { myDoors, openDoor } from "../api/passages.ts";
import { changeDoor } from "../api/places.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let kari: TestMember;
let door: string;

before(async () => {
  world = await startTestWorld();
  kari = await world.addMember("Kari Nordmann");
  const controller = await world.addController();
  door = await world.addDoor(controller);
  await world.grant(door, { member: kari });
  await controller.connect();
  controller.onCommand = controller.obey;
  const params = { organisation: world.organisation, door };
  await world.server.ok(changeDoor, {
    params,
    body: { stepUp: true },
    as: world.administrator,
  });
});
after(async () => await world.stop());

const call = (as = kari) => ({
  params: { organisation: world.organisation, door },
  body: { request: randomUUID() },
  as,
});
const provenAgo = (seconds: number, as = kari) =>
  world.server.proven.set(as.person, new Date(Date.now() - seconds * 1000));

test("a door that asks for a proof says so beforehand, and opens to no session without one", async () => {
  const params = { organisation: world.organisation };
  const { items } = await world.server.ok(myDoors, { params, query: {}, as: kari });
  assert.equal(items.find(({ id }) => id === door)?.stepUp, true);
  assert.equal(await world.server.refused(openDoor, call()), "403 step-up-required");
  assert.deepEqual(await world.log(door), [], "nobody was let in or refused");
});

test("within two minutes of the proof it opens, as often as one likes; then it asks again", async () => {
  provenAgo(110);
  assert.equal((await world.server.ok(openDoor, call())).outcome, "opened");
  assert.equal((await world.server.ok(openDoor, call())).outcome, "opened");
  provenAgo(121);
  assert.equal(await world.server.refused(openDoor, call()), "403 step-up-required");
});

test("another's proof is of no use, and whoever has no access is refused and not asked", async () => {
  const ola = await world.addMember("Ola Nordmann");
  provenAgo(10, ola);
  world.server.proven.delete(kari.person);
  assert.equal(await world.server.refused(openDoor, call()), "403 step-up-required");
  const answer = await world.server.ok(openDoor, call(ola));
  assert.deepEqual([answer.outcome, answer.reason], ["refused", "no-grant"]);
});

test("what opens such a door at its reader is got by no session without a proof: phone pass, PIN and code", async () => {
  const { server, organisation } = world;
  const params = { organisation };
  server.proven.delete(kari.person);
  await server.ok(changeDoor, {
    params: { organisation, door },
    body: { keypad: true },
    as: world.administrator,
  });
  const [from, until] = [0, 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const give = (doors: readonly string[], as = kari) => ({
    params: { organisation, code: randomUUID() },
    body: { name: "PostNord", doors: [...doors], from: from!, until: until!, once: true },
    as,
  });
  const needed = "403 step-up-required";
  assert.equal(await server.refused(myPass, { params, as: kari }), needed);
  assert.equal(await server.refused(newPin, { params, as: kari }), needed);
  assert.equal(await server.refused(giveCode, give([door])), needed);
  provenAgo(10);
  assert.ok((await server.ok(myPass, { params, as: kari })).codes.length > 0);
  await server.ok(newPin, { params, as: kari });
  await server.ok(giveCode, give([door]));

  // Whose doors do not ask is not asked.
  const ola = await world.addMember("Ola Nordmann");
  const other = await world.addDoor(await world.addController());
  await world.grant(other, { member: ola });
  assert.ok((await server.ok(myPass, { params, as: ola })).codes.length > 0);
});
