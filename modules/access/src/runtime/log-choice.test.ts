import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setDoorLog, type LogMode } from "../api/log.ts";
import { myDoors, myPassages, openDoor, passages } from "../api/passages.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import type { Tx } from "../tx.ts";
import { eventually, startTestWorld } from "./test-world.ts";
import type { TestController, TestWorld } from "./test-world.ts";

let world: TestWorld;
let kari: TestMember;
let ola: TestMember;
let caretaker: TestMember;
let params: { organisation: string };
before(async () => {
  world = await startTestWorld();
  kari = await world.addMember("Kari Nordmann");
  ola = await world.addMember("Ola Nordmann");
  caretaker = await world.addMember();
  params = { organisation: world.organisation };
});
after(async () => await world.stop());

/** A door that Kari may open, under this choice, with a controller that obeys. */
async function doorThat(logMode: LogMode) {
  const controller = await world.addController();
  controller.onCommand = controller.obey;
  await controller.connect();
  const door = await world.addDoor(controller);
  await world.grant(door, { member: kari });
  await world.grant(door, { member: ola });
  await world.grant(door, { member: caretaker }, { role: "door_administrator" });
  await choose(door, { logMode });
  return { controller, door };
}

const choose = async (door: string, body: object, as = caretaker) =>
  await world.server.ok(setDoorLog, { params: { ...params, door }, body, as });
const open = async (door: string, as: TestMember, request: string = randomUUID()) =>
  await world.server.ok(openDoor, { params: { ...params, door }, body: { request }, as });
const logOf = async (door: string, more: object = {}) =>
  (await world.server.ok(passages, { params, query: { door, limit: 200, ...more }, as: caretaker }))
    .items;
const ownOf = async (as: TestMember, door: string) =>
  (await world.server.ok(myPassages, { params, query: {}, as })).items.filter(
    (each) => each.door.id === door,
  );
const deliver = async (
  controller: TestController,
  ...events: ReturnType<TestController["passage"]>[]
) => {
  await controller.say("events", { events });
  const wanted = events.map(({ id }) => id);
  await eventually(async () => {
    const known = new Set((await controller.receipts()).flatMap((receipt) => receipt.events));
    return wanted.every((id) => known.has(id));
  });
};

test("anonymous: what happens is in the log without a name, and in nobody's own log", async () => {
  const { controller, door } = await doorThat("anonymous");
  const nobody = await world.addMember();
  assert.equal((await open(door, kari)).outcome, "opened");
  assert.equal((await open(door, nobody)).reason, "no-grant");
  await deliver(controller, controller.passage(door, { person: ola.id }));
  const rows = await world.log(door);
  assert.deepEqual(
    rows
      .map(({ credential, outcome, member_id }) => `${credential} ${outcome} ${member_id}`)
      .toSorted(),
    ["card opened null", "remote opened null", "remote refused null"],
  );
  assert.equal((await logOf(door)).length, 3);
  assert.deepEqual(await ownOf(kari, door), []);
  assert.deepEqual(await logOf(door, { person: kari.id }), []);
});

test("off: the door opens, and nothing of it is kept", async () => {
  const { controller, door } = await doorThat("off");
  assert.equal((await open(door, kari)).outcome, "opened");
  await deliver(
    controller,
    controller.passage(door, { person: ola.id }),
    controller.passage(door, { outcome: "refused", reason: "unknown-credential" }),
  );
  assert.deepEqual(await world.log(door), []);
});

for (const mode of ["anonymous", "off"] as const) {
  test(`${mode}: the same request opens once, and is whose it was`, async () => {
    const { controller, door } = await doorThat(mode);
    const request = randomUUID();
    const first = await open(door, kari, request);
    assert.deepEqual(await open(door, kari, request), first);
    assert.equal((await controller.commands()).length, 1);
    const body = { request };
    const refused = world.server.refused(openDoor, { params: { ...params, door }, body, as: ola });
    assert.equal(await refused, "409 request-id-used");
  });

  test(`${mode}: who asked is known for ten minutes, to them alone`, async () => {
    const { door } = await doorThat(mode);
    await open(door, kari);
    const [row, ...more] = await world.server.rows<{ member_id: string; minutes: number }>(
      `select member_id, extract(epoch from expires_at - at)::integer / 60 as minutes
         from access.opening_requests where door_id = $1`,
      [door],
    );
    assert.deepEqual([row, more], [{ member_id: kari.id, minutes: 10 }, []]);
    const seen = async (activity: string, member: TestMember) =>
      await world.server.ports.withContext(
        { activity, organisation: world.organisation, member: member.id },
        async (tx: Tx) => {
          const all = tx.selectFrom("access.opening_requests").select("door_id");
          return (await all.execute()).filter(({ door_id }) => door_id === door).length;
        },
      );
    assert.equal(await seen("access.open-doors", kari), 1);
    assert.equal(await seen("access.open-doors", ola), 0);
    assert.equal(await seen("access.read-door-log", caretaker), 0);
    assert.equal(await seen("access.administer-doors", caretaker), 0);
  });
}

test("an event that comes before the answer, or instead of it, is what the repeated request is told", async () => {
  const { controller, door } = await doorThat("anonymous");
  controller.onCommand = async ({ id }) =>
    await deliver(
      controller,
      controller.passage(door, { id, person: kari.id, credential: "remote", command: id }),
    );
  assert.equal((await open(door, kari)).outcome, "opened");
  assert.deepEqual(
    (await world.log(door)).map(({ member_id }) => member_id),
    [null],
  );
});

test("turned to anonymous, names are gone at once, for the person too, and what happened comes back without them", async () => {
  const { door } = await doorThat("personal");
  await open(door, kari);
  await addPassage(world.server, { door, member: ola.id, ago: "3 days" });
  assert.equal((await logOf(door)).filter(({ person }) => person).length, 2);
  await choose(door, { logMode: "anonymous" });
  assert.equal((await logOf(door)).filter(({ person }) => person).length, 0);
  assert.deepEqual(await ownOf(kari, door), []);
  await world.server.runJobs();
  assert.deepEqual(
    (await world.log(door)).map(({ member_id }) => member_id),
    [null, null],
  );
  assert.equal((await logOf(door)).length, 2);
  await choose(door, { logMode: "personal" });
  await world.server.runJobs();
  assert.equal((await logOf(door)).filter(({ person }) => person).length, 0, "names do not return");
});

test("turned off, what is in the log is gone at once, and its job removes it", async () => {
  const { door } = await doorThat("personal");
  await open(door, kari);
  await addPassage(world.server, { door, ago: "3 days" });
  await choose(door, { logMode: "off" });
  assert.deepEqual(await logOf(door), []);
  assert.equal((await world.log(door)).length, 2);
  await world.server.runJobs();
  assert.deepEqual(await world.log(door), []);
  await choose(door, { logMode: "personal" });
  await open(door, kari);
  assert.equal((await logOf(door)).length, 1, "from now on it is logged again");
});

test("a name under a legal hold stays where it is, and nobody sees it", async () => {
  const { door } = await doorThat("personal");
  const held = await addPassage(world.server, { door, member: kari.id, ago: "1 day" });
  const [hold] = await world.server.rows<{ id: string }>(
    `insert into kernel.holds (organisation_id, member_id, reason, placed_by, until)
     values ($1, $2, 'a dispute', $3, now() + interval '30 days') returning id`,
    [world.organisation, kari.id, world.administrator.id],
  );
  await choose(door, { logMode: "anonymous" });
  await world.server.runJobs();
  assert.deepEqual(
    (await world.log(door)).map(({ id, member_id }) => [id, member_id]),
    [[held, kari.id]],
  );
  assert.deepEqual(await logOf(door), []);
  assert.deepEqual(await ownOf(kari, door), []);
  await world.server.rows("delete from kernel.holds where id = $1", [hold!.id]);
});

test("the door is told, and a person sees what the log says of them, and what for", async () => {
  const { controller, door } = await doorThat("anonymous");
  await choose(door, { logPurpose: "faults", logDays: 30 });
  await world.server.runJobs();
  const list = (await controller.lists()).at(-1);
  assert.equal(list?.doors[0]?.log, "anonymous");
  const { items } = await world.server.ok(myDoors, { params, query: {}, as: kari });
  const { logMode, logPurpose, logDays } = items.find(({ id }) => id === door)!;
  assert.deepEqual([logMode, logPurpose, logDays], ["anonymous", "faults", 30]);
});

test("is kept for longer than a year only for a reason, which whoever uses the door reads", async () => {
  const { door } = await doorThat("personal");
  const reason = "Varene er merket med serienummer.";
  const seen = async () => {
    const { items } = await world.server.ok(myDoors, { params, query: {}, as: kari });
    const { logDays, logReason } = items.find(({ id }) => id === door)!;
    return [logDays, logReason];
  };
  const send = { params: { ...params, door }, as: caretaker };
  const without = { ...send, body: { logDays: 366 } };
  assert.equal(await world.server.refused(setDoorLog, without), "422 log-reason-missing");
  const blank = { ...send, body: { logDays: 366, logReason: " " } };
  assert.match(await world.server.refused(setDoorLog, blank), /^400 /);
  await choose(door, { logDays: 3650, logReason: reason });
  assert.deepEqual(await seen(), [3650, reason]);
  // It stands as long as the log is kept so long, and goes with that.
  await choose(door, { logDays: 730 });
  assert.deepEqual(await seen(), [730, reason]);
  await choose(door, { logDays: 365, logReason: reason });
  assert.deepEqual(await seen(), [365, undefined]);
});

test("what happens at a door whose log is kept for years is in it, and lies with what is far", async () => {
  const { door } = await doorThat("personal");
  await choose(door, { logDays: 3650, logReason: "Forsikringen krever det." });
  assert.equal((await open(door, kari)).outcome, "opened");
  assert.deepEqual(
    (await ownOf(kari, door)).map(({ id }) => id),
    (await logOf(door)).map(({ id }) => id),
  );
  const [row] = await world.server.rows<{ piece: string }>(
    "select tableoid::regclass::text as piece from access.passages where door_id = $1",
    [door],
  );
  assert.match(row?.piece ?? "", /\.passages_far_\d+_\d+$/);
});

test("is the choice of who administers the door", async () => {
  const { door } = await doorThat("personal");
  const send = { params: { ...params, door }, body: { logMode: "off" } };
  assert.equal(await world.server.refused(setDoorLog, { ...send, as: kari }), "404 not-found");
  for (const body of [
    { logMode: "some" },
    { logPurpose: "working-hours" },
    { logDays: 0 },
    { logDays: 10_000 },
  ])
    assert.match(await world.server.refused(setDoorLog, { ...send, body, as: caretaker }), /^400 /);
});
