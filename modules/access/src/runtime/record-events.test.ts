import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import * as fc from "fast-check";
import type { Passage } from "@terskel/edge-protocol";
import { addPassage } from "../test-log.ts";
import { createDropped, type DropReason } from "./dropped.ts";
import { recordEvents } from "./record-events.ts";
import { eventually, startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let droppedBefore: Readonly<Record<DropReason, number>>;

before(async () => {
  world = await startTestWorld();
});
beforeEach(async () => {
  controller = await world.addController();
  door = await world.addDoor(controller);
  droppedBefore = world.server.access.dropped();
});
after(async () => {
  await world.stop();
});

const dropped = (reason: DropReason) =>
  world.server.access.dropped()[reason] - droppedBefore[reason];
const deliver = async (...events: Passage[]) => controller.say("events", { events });
const receipted = async () => (await controller.receipts()).flatMap((receipt) => receipt.events);
const receiptsCome = async (...ids: string[]) => {
  await eventually(async () => (await receipted()).length >= ids.length);
  assert.deepEqual(await receipted(), ids);
};
const idsInLog = async () => (await world.log(door)).map((row) => row.id);

async function unanswered(by: string): Promise<string> {
  return await addPassage(world.server, {
    door,
    member: by,
    outcome: "unanswered",
    reason: "no-answer",
  });
}

test("a passage is stored with the door's time and ours, and receipted", async () => {
  const kari = await world.addMember();
  const received = new Date(Date.now() - 60_000);
  const at = new Date(received.getTime() - 3_600_000).toISOString();
  world.server.clock.now = () => received;
  const passage = controller.passage(door, { at, person: kari.id });
  await deliver(passage);
  world.server.clock.now = () => new Date();
  const [row] = await world.log(door);
  assert.equal(row?.at.toISOString(), at);
  assert.equal(row.received_at.toISOString(), received.toISOString());
  assert.equal(row.member_id, kari.id);
  await receiptsCome(passage.id);
});

test("delivered in any order, any number of times, in any batches, each passage is counted once", async () => {
  const batches = fc
    .uniqueArray(fc.uuid({ version: 4 }), { minLength: 1, maxLength: 12 })
    .chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        deliveries: fc.array(fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 20 }), {
          maxLength: 6,
        }),
      }),
    );
  await fc.assert(
    fc.asyncProperty(batches, async ({ ids, deliveries }) => {
      const own = await world.addDoor(controller);
      const passages = new Map(ids.map((id) => [id, controller.passage(own, { id })]));
      for (const batch of [...deliveries, ids]) {
        await deliver(...batch.map((id) => passages.get(id)!));
      }
      const stored = (await world.log(own)).map((row) => row.id);
      assert.deepEqual(stored.toSorted(), ids.toSorted());
      await world.server.rows("delete from access.doors where id = $1", [own]);
    }),
    { numRuns: 25 },
  );
});

test("two replicas that store the same passages at once count each once", async () => {
  const events = Array.from({ length: 40 }, () => controller.passage(door));
  const count = createDropped(world.server.ports.log);
  const batch = (some: Passage[]) => Buffer.from(JSON.stringify({ events: some }));
  await Promise.all(
    [events, events.toReversed(), events.slice(20), events.slice(0, 30)].map(async (some) =>
      recordEvents(world.server.ports, count, controller.id, batch(some)),
    ),
  );
  assert.deepEqual((await idsInLog()).toSorted(), events.map((event) => event.id).toSorted());
});

test("an answer that came too late corrects the log, once and in one direction", async () => {
  const kari = await world.addMember();
  const id = await unanswered(kari.id);
  const opened = controller.passage(door, {
    id,
    credential: "remote",
    person: randomUUID(),
    command: id,
  });
  await deliver(opened);
  await deliver({ ...opened, outcome: "refused", reason: "command-expired" });
  const [row] = await world.log(door);
  assert.deepEqual(
    [row?.outcome, row?.reason, row?.member_id],
    ["opened", "granted", kari.id],
    "who asked stays who asked",
  );
});

test("another controller cannot correct, and cannot take, a passage of this door", async () => {
  const id = await unanswered((await world.addMember()).id);
  const mallory = await world.addController();
  const theirs = await world.addDoor(mallory);
  await mallory.say("events", { events: [mallory.passage(theirs, { id, credential: "remote" })] });
  await mallory.say("events", { events: [mallory.passage(door, { id, credential: "remote" })] });
  assert.equal((await world.log(door))[0]?.outcome, "unanswered");
  assert.deepEqual(await world.log(theirs), []);
  assert.deepEqual([dropped("foreign-id"), dropped("foreign-door")], [1, 1]);
});

test("a passage at a door of another organisation is dropped, whoever it names", async () => {
  const stranger = await world.server.addOrganisation();
  await world.server.rows("insert into kernel.sites (organisation_id, name) values ($1, 'Site')", [
    stranger.organisation,
  ]);
  const mallory = await world.addController(stranger.organisation);
  const theirs = await world.addDoor(mallory);
  await mallory.say("events", { events: [mallory.passage(door)] });
  const ours = await world.addMember();
  await mallory.say("events", { events: [mallory.passage(theirs, { person: ours.id })] });
  assert.deepEqual(await world.log(door), []);
  assert.equal((await world.log(theirs))[0]?.member_id, null, "no member of theirs");
});

test("one that is no member any more is nobody in the log", async () => {
  const kari = await world.addMember();
  await world.server.rows("delete from kernel.memberships where id = $1", [kari.id]);
  await deliver(controller.passage(door, { person: kari.id }));
  assert.equal((await world.log(door))[0]?.member_id, null);
});

test("a bad entry is dropped, counted and receipted, and keeps back none of the good", async () => {
  const good = controller.passage(door);
  const bad = { ...controller.passage(door), name: "Kari Nordmann" };
  const nameless = { ...controller.passage(door), id: "7" };
  const events = [bad, good, nameless, null, "x"];
  await controller.sayRaw("events", JSON.stringify({ events }));
  assert.deepEqual(await idsInLog(), [good.id]);
  await receiptsCome(good.id, bad.id);
  assert.equal(dropped("not-of-the-protocol"), 4);
});

test("what is no batch at all is dropped and counted, and receipted nowhere", async () => {
  const raw = [
    "",
    "{",
    "[]",
    "null",
    '{"events":[]}',
    '{"events":[],"more":1}',
    "x".repeat(600_000),
  ];
  for (const payload of raw) await controller.sayRaw("events", payload);
  assert.equal(dropped("not-of-the-protocol"), raw.length);
  assert.deepEqual(await receipted(), []);
});

test("a controller that is not registered gets no receipt", async () => {
  await world.server.rows("delete from access.controllers where id = $1", [controller.id]);
  await deliver(controller.passage(door));
  assert.deepEqual([await idsInLog(), await receipted()], [[], []]);
  assert.equal(dropped("unknown-controller"), 1);
});

test("a clock that cannot be right loses no passage: it is stored at the time received", async () => {
  const now = new Date(Date.now() - 120_000);
  const ahead = (ms: number) => new Date(now.getTime() + ms).toISOString();
  world.server.clock.now = () => now;
  const times = [
    "1970-01-01T00:00:07Z",
    "0000-01-01T00:00:00Z",
    ahead(61_000),
    "9999-12-31T23:59:59Z",
  ];
  await deliver(...times.map((at) => controller.passage(door, { at })));
  await deliver(controller.passage(door, { at: ahead(59_123).replace("Z", "456Z") }));
  world.server.clock.now = () => new Date();
  const at = (await world.log(door)).map((row) => row.at.toISOString());
  assert.deepEqual(at, [...times.map(() => now.toISOString()), ahead(59_123)]);
});

test("a passage that comes after its time is receipted and not stored", async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const late = controller.passage(door, { at: daysAgo(90) });
  const justInTime = controller.passage(door, { at: daysAgo(89.99) });
  await deliver(late, justInTime);
  await receiptsCome(late.id, justInTime.id);
  assert.deepEqual(await idsInLog(), [justInTime.id]);
  assert.equal(dropped("past-its-time"), 1);
});

test("a receipt that the broker does not take leaves the passages stored once", async () => {
  const { bus } = world.server;
  const publish = bus.publish.bind(bus);
  let refused = 0;
  bus.publish = () => {
    refused += 1;
    return Promise.reject(new Error("no broker"));
  };
  const passage = controller.passage(door);
  await deliver(passage);
  await eventually(() => refused > 0);
  bus.publish = publish;
  assert.deepEqual(await receipted(), []);
  await deliver(passage);
  await receiptsCome(passage.id);
  assert.deepEqual(await idsInLog(), [passage.id]);
});
