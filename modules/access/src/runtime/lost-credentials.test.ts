import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { hashCredential } from "@terskel/edge-protocol";
import * as api from "../api/credentials.ts";
import { credentialKey } from "../controller-keys.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let kari: TestMember;
let card: string;
let controller: TestController;

before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});
beforeEach(async () => {
  const { server, organisation } = world;
  await server.rows("delete from access.credentials");
  await server.rows("delete from access.doors");
  await server.rows("delete from access.controllers");
  kari = await world.addMember();
  const params = { organisation, person: kari.id };
  const body = { kind: "card", number: "4711", label: "Kort" } as const;
  card = (await server.ok(api.addCredential, { as: world.administrator, params, body })).id;
  controller = await withDoor();
});

async function withDoor() {
  const added = await world.addController();
  await world.grant(await world.addDoor(added), { member: kari });
  await added.connect();
  await world.server.runJobs();
  return added;
}

const inOrganisation = () => ({ organisation: world.organisation });
const lose = async () =>
  await world.server.ok(api.blockMyCredential, {
    as: kari,
    params: { ...inOrganisation(), credential: card },
  });
async function find() {
  const params = { ...inOrganisation(), person: kari.id, credential: card };
  await world.server.ok(api.unblockCredential, { as: world.administrator, params });
}
async function told() {
  const { items } = await world.server.ok(api.myCredentials, {
    as: kari,
    params: inOrganisation(),
  });
  const { known, waiting, offline } = items[0]!.blocked!;
  return { known, waiting, offline };
}
const newest = async (of = controller) => (await of.lists()).at(-1)!;
/** It has the newest list in force, and says so. */
const takes = async (of = controller) => await of.connect((await newest(of)).revision);
const hash = () =>
  hashCredential(credentialKey(world.server.ports.keys, world.organisation), "card", "4711");
const listed = async () =>
  (await newest()).credentials.some(({ hash: half }) => hash().startsWith(half.slice(0, -1)));

test("a lost card goes from the list, and comes back when it is found", async () => {
  assert.equal(await listed(), true);
  await lose();
  await world.server.runJobs();
  assert.equal(await listed(), false);
  assert.equal((await newest()).persons.length, 1, "its holder still has access");
  await find();
  await world.server.runJobs();
  assert.equal(await listed(), true);
});

test("a controller knows when it says that the list is in force, not when it is sent", async () => {
  await takes();
  await lose();
  await takes();
  assert.deepEqual(await told(), { known: 0, waiting: 1, offline: 0 }, "of the list before");
  await world.server.runJobs();
  assert.deepEqual(await told(), { known: 0, waiting: 1, offline: 0 });
  await takes();
  assert.deepEqual(await told(), { known: 1, waiting: 0, offline: 0 });
});

test("one that is away is said to learn it later, and does; another one knows meanwhile", async () => {
  const away = await withDoor();
  await takes();
  await takes(away);
  await away.say("presence", { online: false });
  await lose();
  await world.server.runJobs();
  await takes();
  assert.deepEqual(await told(), { known: 1, waiting: 0, offline: 1 });
  await away.connect((await newest(away)).revision);
  assert.deepEqual(await told(), { known: 1, waiting: 1, offline: 0 });
  await world.server.runJobs();
  await takes(away);
  assert.deepEqual(await told(), { known: 2, waiting: 0, offline: 0 });
});

test("what changes later takes nothing back of what a controller knows", async () => {
  await lose();
  await world.server.runJobs();
  await takes();
  await controller.say("presence", { online: false });
  await world.server.rows("update access.doors set name = 'Another'");
  await find();
  await lose();
  await world.server.runJobs();
  assert.deepEqual(await told(), { known: 0, waiting: 0, offline: 1 }, "it was found in between");
  await controller.connect((await newest()).revision);
  await world.server.runJobs();
  await takes();
  await controller.say("presence", { online: false });
  await world.server.rows("update access.doors set name = 'A third'");
  await world.server.access.jobs
    .find(({ name }) => name === "access.publish-lists")!
    .run(inOrganisation());
  await world.server.runJobs();
  assert.deepEqual(await told(), { known: 1, waiting: 0, offline: 0 });
});

test("one whose list does not change by it knows as soon as that is seen", async () => {
  await takes();
  const other = await world.addController();
  await world.addDoor(other);
  await other.connect();
  await world.server.runJobs();
  await takes(other);
  await lose();
  await world.server.runJobs();
  assert.deepEqual(await told(), { known: 1, waiting: 1, offline: 0 });
});

test("one that comes back with an older list than it had does not know any more", async () => {
  await takes();
  const { revision } = await newest();
  await lose();
  await world.server.runJobs();
  await takes();
  await controller.connect(revision);
  assert.deepEqual(await told(), { known: 0, waiting: 1, offline: 0 });
});

test("one that was never there has no list to open by, and is not counted", async () => {
  await takes();
  await world.addController();
  await lose();
  await world.server.runJobs();
  await takes();
  assert.deepEqual(await told(), { known: 1, waiting: 0, offline: 0 });
});

test("a list that is read while a card is being blocked is not taken for one that knows", async () => {
  await takes();
  const owner = await world.server.database.owner.connect();
  try {
    // As one who makes the list: it has read the card, and has not finished.
    await owner.query("begin");
    await owner.query("select from access.controllers where id = $1 for update", [controller.id]);
    const losing = lose();
    await world.server.rows("select pg_sleep(0.2)");
    await owner.query(
      "update access.controllers set list_read_at = clock_timestamp(), list_known_at = clock_timestamp() where id = $1",
      [controller.id],
    );
    await owner.query("commit");
    await losing;
  } finally {
    owner.release();
  }
  assert.deepEqual(await told(), { known: 0, waiting: 1, offline: 0 });
});
