import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addCredential } from "../api/credentials.ts";
import { addGroup, putGroupMember } from "../api/grants.ts";
import { invite, readInvitation } from "../api/invitations.ts";
import { myDoors, openDoor } from "../api/passages.ts";
import { addUnit, putResident } from "../api/units.ts";
import { writeInvitationToken } from "../invitation-token.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let kari: TestMember;
let token: string;

const asAdmin = () => ({
  as: world.administrator,
  params: { organisation: world.organisation },
});
/** As another module does, which knows of no doors. */
const remove = async ({ id }: TestMember) =>
  await world.server.rows("delete from kernel.memberships where id = $1", [id]);

before(async () => {
  world = await startTestWorld();
  const { server, organisation, site } = world;
  controller = await world.addController();
  door = await world.addDoor(controller);
  kari = await world.addMember();
  await world.grant(door, { member: kari }, { role: "owner" });
  const params = { organisation, person: kari.id };
  const as = world.administrator;
  const body = { kind: "card", number: "4711", label: "Card" } as const;
  await server.ok(addCredential, { as, params, body });
  const group = await server.ok(addGroup, { ...asAdmin(), body: { name: "Stairwell A" } });
  await server.ok(putGroupMember, { as, params: { ...params, group: group.id } });
  const flat = { name: "H0101", site, group: group.id };
  const unit = await server.ok(addUnit, { ...asAdmin(), body: flat });
  await server.ok(putResident, { as, params: { ...params, unit: unit.id } });
  const guest = { door, email: "guest@example.com" };
  const { id } = await server.ok(invite, { as: kari, params: { organisation }, body: guest });
  token = writeInvitationToken(server.ports.keys, { id, organisation });
  await server.ok(readInvitation, { body: { token } });
  await addPassage(server, { door, member: kari.id });
  await controller.connect();
  await server.runJobs();
});
after(async () => {
  await world.stop();
});

test("a member who is removed leaves nothing that opens, and the doors are told in the same transaction", async () => {
  const { server, organisation } = world;
  const known = (await controller.lists()).at(-1)!;
  assert.equal(known.persons.length, 1);
  assert.equal(known.credentials.length, 1);

  await remove(kari);
  for (const table of ["grants", "credentials", "group_members", "residents", "log_holders"]) {
    const left = await server.rows(`select 1 from access.${table} where member_id = $1`, [kari.id]);
    assert.deepEqual(left, [], table);
  }
  await server.runJobs();
  const told = (await controller.lists()).at(-1)!;
  assert.ok(told.revision > known.revision);
  assert.deepEqual([told.persons, told.credentials, told.doors[0]?.grants], [[], [], []]);

  const call = { as: kari, params: { organisation, door }, body: { request: crypto.randomUUID() } };
  assert.equal(await server.refused(openDoor, call), "404 not-found");
  assert.equal(
    await server.refused(myDoors, { as: kari, params: { organisation } }),
    "404 not-found",
  );
});

test("whom they invited is let in by nobody, and the log keeps what happened without them", async () => {
  const refused = await world.server.refused(readInvitation, { body: { token } });
  assert.equal(refused, "404 invitation-not-valid");
  const log = await world.log(door);
  assert.deepEqual(
    log.map(({ outcome, member_id }) => [outcome, member_id]),
    [["opened", null]],
  );
});

test("a door that cannot be told is told when it is back", async () => {
  const { server } = world;
  const ola = await world.addMember();
  await world.grant(door, { member: ola });
  await server.access.jobs
    .find(({ name }) => name === "access.publish-lists")!
    .run({ organisation: world.organisation });
  await server.runJobs();
  const { revision, persons } = (await controller.lists()).at(-1)!;
  assert.equal(persons.length, 1);
  await controller.say("presence", { online: false });
  await remove(ola);
  await server.runJobs();
  assert.equal((await controller.lists()).at(-1)?.revision, revision);
  await controller.connect(revision);
  await server.runJobs();
  assert.deepEqual((await controller.lists()).at(-1)?.persons, []);
});
