import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openDoor } from "../api/passages.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { createRuntime } from "./runtime.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let kari: TestMember;

before(async () => {
  world = await startTestWorld();
  kari = await world.addMember("Kari Nordmann");
});
after(async () => {
  await world.stop();
});

/** A door that Kari may open, with a controller that is online and obeys. */
async function doorForKari() {
  const controller = await world.addController();
  const door = await world.addDoor(controller);
  await world.grant(door, { member: kari });
  await controller.connect();
  controller.onCommand = controller.obey;
  return { controller, door };
}

const call = (door: string, as = kari, request: string = randomUUID()) => ({
  params: { organisation: as.organisation, door },
  body: { request },
  as,
});
const open = async (door: string, as = kari, request: string = randomUUID()) =>
  world.server.ok(openDoor, call(door, as, request));
const refuse = async (door: string, as = kari, request: string = randomUUID()) =>
  world.server.refused(openDoor, call(door, as, request));

test("an opening is decided, commanded, answered and logged", async () => {
  const { controller, door } = await doorForKari();
  const request = randomUUID();
  const opened = await open(door, kari, request);
  assert.deepEqual(opened, {
    passage: request,
    outcome: "opened",
    reason: "granted",
    openSeconds: 5,
  });
  const [command] = await controller.commands();
  assert.equal(command?.id, request);
  assert.equal(command.person, kari.id);
  // The door may act only while its answer can still reach the person (2.5 s after the tap).
  const validMs = Date.parse(command.expiresAt) - Date.parse(command.issuedAt);
  assert.ok(validMs > 1000 && validMs <= 2200, `${validMs} ms`);
  const [row, ...more] = await world.log(door);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [row?.id, row?.member_id, row?.credential, row?.outcome, row?.reason],
    [request, kari.id, "remote", "opened", "granted"],
  );
});

test("a door that opens to two people is not asked from the portal, and the log says why", async () => {
  const { controller, door } = await doorForKari();
  const sql = "update access.doors set two_people = true where id = $1";
  await world.server.rows(sql, [door]);
  const { outcome, reason } = await open(door);
  assert.deepEqual([outcome, reason], ["refused", "second-person"]);
  assert.deepEqual(await controller.commands(), []);
  assert.equal((await world.log(door))[0]?.reason, "second-person");
});

test("the door's event of the same opening is not a second passage", async () => {
  const { controller, door } = await doorForKari();
  const { passage } = await open(door);
  await controller.say("events", {
    events: [controller.passage(door, { id: passage, command: passage, credential: "remote" })],
  });
  assert.equal((await world.log(door)).length, 1);
});

test("what no grant covers is refused with its reason and logged, and no command is sent", async () => {
  const controller = await world.addController();
  await controller.connect();
  const at = (ms: number) => new Date(Date.now() + ms);
  const cases = [
    ["no-grant", undefined],
    // What has ended is gone at once, and no reason of its own is left of it.
    ["no-grant", { until: at(-1000) }],
    ["not-yet-valid", { from: at(60_000) }],
  ] as const;
  for (const [reason, validity] of cases) {
    const door = await world.addDoor(controller);
    if (validity) await world.grant(door, { member: kari }, validity);
    const answer = await open(door);
    assert.deepEqual([answer.outcome, answer.reason], ["refused", reason]);
    assert.equal(answer.openSeconds, undefined);
    const [row] = await world.log(door);
    assert.deepEqual([row?.outcome, row?.reason, row?.member_id], ["refused", reason, kari.id]);
  }
  assert.deepEqual(await controller.commands(), []);
});

test("a door's own refusal is told and logged", async () => {
  const { controller, door } = await doorForKari();
  controller.onCommand = async (command) =>
    controller.say("ack", {
      command: command.id,
      outcome: "refused",
      reason: "hardware-fault",
      at: new Date().toISOString(),
    });
  const answer = await open(door);
  assert.deepEqual([answer.outcome, answer.reason], ["refused", "hardware-fault"]);
  assert.equal((await world.log(door))[0]?.reason, "hardware-fault");
});

test("a door that is away, or that nothing runs, is answered at once and logged as unanswered", async () => {
  const { controller, door } = await doorForKari();
  await controller.say("presence", { online: false });
  const alone = await world.addDoor();
  await world.grant(alone, { member: kari });
  const startedAt = performance.now();
  for (const each of [door, alone]) {
    const answer = await open(each);
    assert.deepEqual([answer.outcome, answer.reason], ["unanswered", "no-answer"]);
    assert.equal((await world.log(each))[0]?.outcome, "unanswered");
  }
  assert.ok(performance.now() - startedAt < 1000);
  assert.deepEqual(await controller.commands(), []);
});

test("a silent door is answered within 3 seconds, and its late event corrects the log", async () => {
  const { controller, door } = await doorForKari();
  controller.onCommand = () => undefined;
  const startedAt = performance.now();
  const answer = await open(door);
  assert.ok(performance.now() - startedAt < 3000);
  assert.deepEqual([answer.outcome, answer.reason], ["unanswered", "no-answer"]);
  const id = answer.passage;
  await controller.say("events", {
    events: [controller.passage(door, { id, command: id, credential: "remote" })],
  });
  assert.deepEqual(
    (await world.log(door)).map((row) => row.outcome),
    ["opened"],
  );
});

test("an event that overtakes the acknowledgement is the answer", async () => {
  const { controller, door } = await doorForKari();
  controller.onCommand = async ({ id }) =>
    controller.say("events", {
      events: [controller.passage(door, { id, command: id, credential: "remote" })],
    });
  assert.equal((await open(door)).outcome, "opened");
});

test("a broker that is down is a door that does not answer", async () => {
  const { door } = await doorForKari();
  const { bus } = world.server;
  const publish = bus.publish.bind(bus);
  bus.publish = () => Promise.reject(new Error("no broker"));
  const answer = await open(door);
  bus.publish = publish;
  assert.equal(answer.outcome, "unanswered");
  assert.equal((await world.log(door))[0]?.outcome, "unanswered");
});

test("another controller's acknowledgement opens no wait", async () => {
  const { controller, door } = await doorForKari();
  const mallory = await world.addController();
  const before = world.server.access.dropped()["foreign-ack"];
  controller.onCommand = async (command) => {
    await mallory.obey(command);
    await controller.say("ack", {
      command: command.id,
      outcome: "refused",
      reason: "hardware-fault",
      at: new Date().toISOString(),
    });
  };
  assert.equal((await open(door)).outcome, "refused");
  assert.equal(world.server.access.dropped()["foreign-ack"] - before, 1);
});

test("that a command came twice is no answer to it", async () => {
  const { controller, door } = await doorForKari();
  controller.onCommand = async (command) => {
    const at = new Date().toISOString();
    await controller.say("ack", {
      command: command.id,
      outcome: "refused",
      reason: "command-replayed",
      at,
    });
    await controller.obey(command);
  };
  assert.equal((await open(door)).outcome, "opened");
});

test("the same request again gets the same answer and opens nothing again", async () => {
  const { controller, door } = await doorForKari();
  const request = randomUUID();
  const first = await open(door, kari, request);
  assert.deepEqual(await open(door, kari, request), first);
  assert.deepEqual(await open(door, kari, request.toUpperCase()), first);
  assert.equal((await controller.commands()).length, 1);
});

test("the same request on two replicas at once is one command, and both are told what happened", async () => {
  const { controller, door } = await doorForKari();
  controller.onCommand = async (command) => {
    // Both replicas are under way when the door answers.
    void sleep(200).then(async () => controller.obey(command));
  };
  const other = createRuntime(world.server.ports);
  await other.start();
  const route = other.routes.find(({ contract }) => contract.id === openDoor.id)!;
  const request = randomUUID();
  const input = {
    params: { organisation: world.organisation, door },
    body: { request },
    session: {},
    context: {
      activity: openDoor.activity,
      organisation: world.organisation,
      person: kari.person,
      member: kari.id,
    },
  };
  const startedAt = performance.now();
  const [here, there] = await Promise.all([
    open(door, kari, request),
    route.handler(input as unknown as Parameters<typeof route.handler>[0]),
  ]);
  await other.stop();
  assert.ok(performance.now() - startedAt < 2000, "neither waited longer than the door");
  assert.deepEqual([here.outcome, (there as typeof here).outcome], ["opened", "opened"]);
  assert.equal((await controller.commands()).length, 1);
  assert.equal((await world.log(door)).length, 1);
});

test("an id that stands for something else is refused alike, whose ever it is", async () => {
  const { door } = await doorForKari();
  const { door: second } = await doorForKari();
  const ola = await world.addMember();
  await world.grant(door, { member: ola });
  const olas = await open(door, ola);
  const mine = await open(door);
  const cardPassage = await addPassage(world.server, { door, member: kari.id, credential: "card" });
  const before = (await world.log(door)).length;
  assert.equal(await refuse(door, kari, olas.passage), "409 request-id-used");
  assert.equal(await refuse(second, kari, mine.passage), "409 request-id-used");
  assert.equal(await refuse(door, kari, cardPassage), "409 request-id-used");
  assert.equal((await world.log(door)).length, before);
});

test("a door of another organisation does not exist, and nothing is logged", async () => {
  const { door } = await doorForKari();
  const stranger = await world.server.addOrganisation();
  assert.equal(await refuse(door, stranger), "404 not-found");
  const inOurName = { ...call(door, stranger), params: { organisation: world.organisation, door } };
  assert.equal(await world.server.refused(openDoor, inOurName), "404 not-found");
  assert.equal(await refuse(randomUUID()), "404 not-found");
  assert.deepEqual(await world.log(door), []);
});

test("an organisation's administrator opens no door without a grant", async () => {
  const { door } = await doorForKari();
  const answer = await open(door, world.administrator);
  assert.deepEqual([answer.outcome, answer.reason], ["refused", "no-grant"]);
});

test("a server that stops lets nobody wait", async () => {
  const { controller, door } = await doorForKari();
  const other = createRuntime(world.server.ports);
  const route = other.routes.find(({ contract }) => contract.id === openDoor.id)!;
  silent(controller);
  const answer = route.handler({
    params: { organisation: world.organisation, door },
    body: { request: randomUUID() },
    session: {},
    context: { activity: openDoor.activity, organisation: world.organisation, member: kari.id },
  } as unknown as Parameters<typeof route.handler>[0]);
  await sleep(300);
  await other.stop();
  assert.equal(((await answer) as { outcome: string }).outcome, "unanswered");
});

function silent(controller: TestController): void {
  controller.onCommand = () => undefined;
}
