import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { compile, decide } from "@terskel/edge-decision";
import { hashCredential, topicOf } from "@terskel/edge-protocol";
import { removeController, renewEnrolment } from "../api/controllers.ts";
import { credentialKey } from "../controller-keys.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;

before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});

async function publish(organisation = world.organisation): Promise<void> {
  await run("access.publish-lists", { organisation });
  await world.server.runJobs();
}

async function run(name: string, payload: object): Promise<void> {
  await world.server.access.jobs.find((job) => job.name === name)!.run(payload);
}

async function revisions(controller: TestController): Promise<number[]> {
  return (await controller.lists()).map((list) => list.revision);
}

async function onlineWithDoor(name?: string) {
  const controller = await world.addController();
  const door = await world.addDoor(controller, name);
  await controller.connect();
  await world.server.runJobs();
  return { controller, door };
}

test("a controller that comes online without a list is sent one, signed, and not retained", async () => {
  const { controller, door } = await onlineWithDoor("Port");
  const [list] = await controller.lists();
  assert.equal(list?.revision, 1);
  assert.deepEqual(list.doors, [
    {
      id: door,
      name: "Port",
      output: 1,
      openSeconds: 5,
      extendedOpenSeconds: 20,
      aloneHours: 720,
      grants: [],
    },
  ]);
  const sent = world.server.bus.messages.filter(
    ({ topic }) => topic === topicOf(controller.id, "list"),
  );
  assert.ok(sent.every(({ retain }) => !retain));
});

test("the list decides for members, for a group's people and for a unit's residents", async () => {
  const { server } = world;
  const { controller, door } = await onlineWithDoor();
  const [kari, ola, resident, stranger] = await Promise.all([
    world.addMember(),
    world.addMember(),
    world.addMember(),
    world.addMember(),
  ]);
  const [group] = await server.rows<{ id: string }>(
    "insert into access.groups (organisation_id, name) values ($1, 'Stairwell A') returning id",
    [world.organisation],
  );
  await server.rows("insert into access.group_members values ($1, $2, $3)", [
    world.organisation,
    group!.id,
    ola.id,
  ]);
  await server.rows(
    `with flat as (insert into access.units (organisation_id, site_id, group_id, name)
                   values ($1, $2, $3, 'H0101') returning id)
     insert into access.residents (organisation_id, unit_id, member_id) select $1, id, $4 from flat`,
    [world.organisation, world.site, group!.id, resident.id],
  );
  await world.grant(door, { member: kari });
  await world.grant(door, { member: kari }, { role: "owner" });
  await world.grant(door, { group: group!.id });
  await server.rows(
    `insert into access.credentials (organisation_id, member_id, kind, number_hash, label)
     values ($1, $2, 'card', decode($3, 'hex'), 'Card'), ($1, $4, 'card', decode($5, 'hex'), 'Card')`,
    [world.organisation, kari.id, hash("4711"), stranger.id, hash("4712")],
  );
  await publish();

  const list = (await controller.lists()).at(-1)!;
  const compiled = compile(list);
  const may = ({ id }: { id: string }) =>
    decide(compiled, { person: id, door, atMs: Date.now() }).allowed;
  assert.deepEqual([kari, ola, resident, stranger].map(may), [true, true, true, false]);
  assert.equal(list.doors[0]?.grants.length, 2, "two roles are one grant at the door");
  assert.equal(list.persons.length, 3, "who may open nothing here is not told here");
  const { hash: told, person } = list.credentials[0]!;
  assert.equal(list.credentials.length, 1);
  assert.equal(list.persons[person]?.id, kari.id);
  const whole = Buffer.from(hash("4711"), "hex");
  assert.equal(told, whole.subarray(0, 16).toString("base64url"), "the half that is listed");
});

function hash(number: string): string {
  const key = credentialKey(world.server.ports.keys, world.organisation);
  return Buffer.from(hashCredential(key, "card", number), "base64url").toString("hex");
}

test("the revision rises with the content, not with every run", async () => {
  const { controller, door } = await onlineWithDoor();
  await controller.connect(1);
  await publish();
  await publish();
  assert.deepEqual(await revisions(controller), [1]);
  await world.grant(door, { member: await world.addMember() });
  await publish();
  assert.deepEqual(await revisions(controller), [1, 2]);
});

test("a door that is renamed, rewired, opens longer, comes or goes is a new list", async () => {
  const { controller, door } = await onlineWithDoor("Yard");
  for (const change of ["name = 'Gate'", "output = 7", "open_seconds = 9"]) {
    await world.server.rows(`update access.doors set ${change} where id = $1`, [door]);
    await publish();
  }
  const second = await world.addDoor(controller, "Cellar");
  await publish();
  await world.server.rows("delete from access.doors where id = $1", [door]);
  await publish();
  const told = (await controller.lists()).map(({ revision, doors }) => [
    revision,
    ...doors
      .toSorted((a, b) => (a.id === door ? -1 : Number(b.id === door)))
      .map(({ name, output, openSeconds }) => `${name} ${output} ${openSeconds}`),
  ]);
  assert.deepEqual(told, [
    [1, "Yard 1 5"],
    [2, "Gate 1 5"],
    [3, "Gate 7 5"],
    [4, "Gate 7 9"],
    [5, "Gate 7 9", "Cellar 2 5"],
    [6, "Cellar 2 5"],
  ]);
  assert.deepEqual((await controller.lists()).at(-1)?.doors[0]?.id, second);
});

test("a controller that is removed is told to run no door, above every list it has", async () => {
  const { controller, door } = await onlineWithDoor();
  await controller.connect(7);
  await world.server.runJobs();
  await world.server.rows("delete from access.doors where id = $1", [door]);
  await world.server.ok(removeController, {
    as: world.administrator,
    params: { organisation: world.organisation, controller: controller.id },
  });
  await world.server.runJobs();
  const { revision, doors } = (await controller.lists()).at(-1)!;
  assert.deepEqual([revision, doors], [9, []]);
});

test("whoever is connected by an enrolment that is void is cut off: at once, or after the last list", async () => {
  const { controller, door } = await onlineWithDoor();
  const { id } = controller;
  const to = {
    as: world.administrator,
    params: { organisation: world.organisation, controller: id },
  };
  const cutOff = () => world.server.bus.cutOff.clients.filter((each) => each === id).length;
  await world.server.ok(renewEnrolment, to);
  await world.server.runJobs();
  assert.equal(cutOff(), 1);
  await world.server.rows("delete from access.doors where id = $1", [door]);
  const waiting = async () =>
    await world.server.rows<{ seconds: number }>(
      `select extract(epoch from run_at - now())::integer as seconds from graphile_worker.jobs
        where task_identifier = 'access.cut-off-controller' order by id`,
    );
  const before = await waiting();
  await world.server.ok(removeController, to);
  const later = (await waiting()).slice(before.length);
  assert.equal(later.length, 1);
  assert.ok(later.every(({ seconds }) => seconds >= 3));
});

test("once a day, an access whose keep rule deleted it goes from the list too", async () => {
  const { controller, door } = await onlineWithDoor();
  await world.grant(door, { member: await world.addMember() });
  await publish();
  await world.server.rows("delete from access.grants where door_id = $1", [door]);
  await run("access.renew-lists", {});
  await world.server.runJobs();
  const persons = (await controller.lists()).map((list) => list.persons.length);
  assert.deepEqual(persons, [0, 1, 0]);
});

test("a list that did not arrive is sent again, with the same revision", async () => {
  const { controller } = await onlineWithDoor();
  await publish();
  assert.deepEqual(await revisions(controller), [1, 1]);
});

test("two replicas at once raise the revision once", async () => {
  const { controller, door } = await onlineWithDoor();
  await controller.connect(1);
  await world.grant(door, { member: await world.addMember() });
  const both = [0, 1].map(async () => run("access.publish-list", { controller: controller.id }));
  await Promise.all(both);
  assert.deepEqual(new Set(await revisions(controller)), new Set([1, 2]));
});

test("one replica waits for the other's revision, and then reads what there is to send", async () => {
  const { controller, door } = await onlineWithDoor();
  await controller.connect(1);
  const other = await world.server.database.owner.connect();
  await other.query("begin");
  await other.query("select from access.controllers where id = $1 for update", [controller.id]);
  const ours = run("access.publish-list", { controller: controller.id });
  await sleep(150);
  await world.grant(door, { member: await world.addMember() });
  await other.query("commit");
  other.release();
  await ours;
  const list = (await controller.lists()).at(-1);
  assert.deepEqual([list?.revision, list?.persons.length], [2, 1]);
});

test("nothing is sent to a controller that is away; it gets the list when it says an older revision", async () => {
  const { controller, door } = await onlineWithDoor();
  await controller.connect(1);
  await controller.say("presence", { online: false });
  await world.grant(door, { member: await world.addMember() });
  await publish();
  assert.deepEqual(await revisions(controller), [1]);
  await controller.connect(1);
  await world.server.runJobs();
  assert.deepEqual(await revisions(controller), [1, 2]);
});

test("a controller ahead of us, as after a restored backup, gets a revision above its own", async () => {
  const { controller } = await onlineWithDoor();
  await controller.connect(41);
  await world.server.runJobs();
  assert.equal((await revisions(controller)).at(-1), 42);
});

test("a controller that claims the highest of revisions breaks nothing", async () => {
  const { controller } = await onlineWithDoor();
  await controller.connect(Number.MAX_SAFE_INTEGER);
  await world.server.runJobs();
  assert.equal((await revisions(controller)).at(-1), 2 ** 31 - 1);
});

test("a list has the doors of its controller alone, and nobody of another organisation", async () => {
  const { controller } = await onlineWithDoor();
  const other = await onlineWithDoor();
  await world.grant(other.door, { member: await world.addMember() });
  await publish();
  const list = (await controller.lists()).at(-1)!;
  assert.ok(!JSON.stringify(list).includes(other.door));
  assert.deepEqual(list.persons, []);
});

test("when the organisation's agreement ends, the list says so beforehand, and names nobody afterwards", async () => {
  const { server } = world;
  const { controller, door } = await onlineWithDoor();
  const kari = await world.addMember();
  await world.grant(door, { member: kari });
  const endsIn = async (interval: string | null) =>
    await server.rows(
      `update kernel.organisations set agreement_ends_at = now() + $2::interval,
         data_goes_at = now() + $2::interval where id = $1 returning agreement_ends_at as at`,
      [world.organisation, interval],
    );
  const newest = async () => (await controller.lists()).at(-1);
  const [{ at } = { at: new Date() }] = (await endsIn("1 hour")) as { at: Date }[];
  await publish();
  const before = await newest();
  assert.equal(before?.doors[0]?.grants[0]?.until, at.toISOString());
  const allowed = (ms: number) =>
    decide(compile(before), { person: kari.id, door, atMs: ms }).allowed;
  assert.deepEqual([allowed(Date.now()), allowed(at.getTime())], [true, false]);
  await endsIn("-1 second");
  await publish();
  const after = await newest();
  assert.deepEqual([after?.doors[0]?.grants, after?.persons, after?.credentials], [[], [], []]);
  // Taken back, for the tests that follow.
  await endsIn(null);
  await publish();
  assert.equal((await newest())?.doors[0]?.grants.length, 1);
});
