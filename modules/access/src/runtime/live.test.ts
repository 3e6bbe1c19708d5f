import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { livePassages, openDoor } from "../api/passages.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { CHANNEL } from "./notes.ts";
import type { LiveEvent } from "./read-news.ts";
import { eventually, startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let kari: TestMember;
let caretaker: TestMember;

before(async () => {
  world = await startTestWorld();
  controller = await world.addController();
  door = await world.addDoor(controller);
  kari = await world.addMember();
  caretaker = await world.addMember();
  await world.grant(door, { member: kari });
  await world.grant(door, { member: caretaker }, { role: "owner" });
  await controller.connect();
});
after(async () => {
  await world.stop();
});

/** What a person's open page is told. */
function listen(as: TestMember, ...others: TestMember[]) {
  const route = world.server.access.routes.find(({ contract }) => contract.id === livePassages.id)!;
  const stop = new AbortController();
  const stream = route.handler({
    context: { activity: livePassages.activity, person: as.person },
    session: { memberships: [as, ...others] },
    signal: stop.signal,
  } as unknown as Parameters<typeof route.handler>[0]) as AsyncIterable<LiveEvent>;
  const told: LiveEvent[] = [];
  const ended = (async () => {
    for await (const event of stream) told.push(event);
  })();
  return {
    told,
    passages: () => told.flatMap((event) => (event.event === "passage" ? [event.passage.id] : [])),
    ended,
    stop: () => stop.abort(),
  };
}

async function pass(person?: string, at = door): Promise<string> {
  const passage = controller.passage(at, person === undefined ? {} : { person });
  await controller.say("events", { events: [passage] });
  return passage.id;
}

test("a passage reaches the person and the door's administrator, and nobody else", async () => {
  const stranger = await world.server.addOrganisation();
  const neighbours = [await world.addMember(), world.administrator];
  const others = neighbours.map((each) => listen(each));
  const strangers = listen(stranger);
  const [karis, caretakers] = [listen(kari), listen(caretaker)];
  const hers = await pass(kari.id);
  const nobodys = await pass();
  await eventually(() => caretakers.passages().includes(nobodys));
  await eventually(() => karis.passages().includes(hers));
  await controller.say("state", {
    door,
    lock: "unlocked",
    position: "unknown",
    at: new Date().toISOString(),
  });
  await eventually(() =>
    [karis, caretakers].every(({ told }) => told.some((e) => e.event === "lock")),
  );
  assert.deepEqual(caretakers.passages(), [hers, nobodys]);
  assert.deepEqual(karis.passages(), [hers]);
  // The others' own passages come last: by then they have been told whatever they would be told.
  for (const [index, { id }] of neighbours.entries()) {
    const own = await pass(id);
    await eventually(() => others[index]!.told.length > 0);
    assert.deepEqual(
      others[index]!.told.map((e) => e.event === "passage" && e.passage.id),
      [own],
    );
  }
  assert.deepEqual(strangers.told, []);
  for (const each of [...others, strangers, karis, caretakers]) each.stop();
});

test("an alarm reaches who administers the door, the organisation's administrator too, and not who only opens it", async () => {
  const [karis, caretakers, board] = [listen(kari), listen(caretaker), listen(world.administrator)];
  const id = randomUUID();
  const began = new Date().toISOString();
  await controller.say("events", { events: [{ id, alarm: id, door, kind: "forced", began }] });
  const rings = (each: { told: LiveEvent[] }) =>
    each.told.some((event) => event.event === "alarm" && event.door === door);
  await eventually(() => rings(caretakers) && rings(board));
  // By then she has been told whatever she would be told.
  await pass(kari.id);
  await eventually(() => karis.passages().length > 0);
  assert.ok(!rings(karis));
  for (const each of [karis, caretakers, board]) each.stop();
});

test("a stranger who named our organisation with their own member id would hear nothing", async () => {
  const stranger = await world.server.addOrganisation();
  const spy = listen({ ...stranger, organisation: world.organisation });
  const caretakers = listen(caretaker);
  await pass(kari.id);
  await pass(stranger.id);
  await eventually(() => caretakers.passages().length === 2);
  await sleep(100);
  assert.deepEqual(spy.told, []);
  spy.stop();
  caretakers.stop();
});

test("one stream tells of every organisation the person belongs to, and of which", async () => {
  const elsewhere = await world.server.addOrganisation();
  const { organisation } = elsewhere;
  await world.server.rows(
    "insert into kernel.sites (organisation_id, name) values ($1, 'Elsewhere')",
    [organisation],
  );
  const box = await world.addController(organisation);
  const another = box.passage(await world.addDoor(box), { person: elsewhere.id });
  const both = listen(elsewhere, kari);
  const here = await pass(kari.id);
  await eventually(() => both.passages().includes(here));
  await box.say("events", { events: [another] });
  await eventually(() => both.passages().length === 2);
  const told = both.told.flatMap((e) =>
    e.event === "passage" ? [[e.organisation, e.passage.id]] : [],
  );
  assert.deepEqual(told, [
    [kari.organisation, here],
    [organisation, another.id],
  ]);
  both.stop();
});

test("who is taken out of an organisation hears no more of it, in the stream that is open", async () => {
  const former = await world.addMember();
  await world.grant(door, { member: former }, { role: "owner" });
  const [formers, caretakers] = [listen(former), listen(caretaker)];
  const before = await pass(kari.id);
  await eventually(() => formers.passages().includes(before));
  await world.server.rows("delete from kernel.memberships where id = $1", [former.id]);
  const after = await pass(kari.id);
  await controller.say("state", {
    door,
    lock: "unlocked",
    position: "unknown",
    at: new Date().toISOString(),
  });
  await eventually(() => caretakers.passages().includes(after));
  await sleep(100);
  assert.deepEqual(formers.passages(), [before]);
  formers.stop();
  caretakers.stop();
});

test("an access taken away ends what is told, without a new sign-in", async () => {
  const former = await world.addMember();
  await world.grant(door, { member: former }, { role: "owner" });
  const [formers, caretakers] = [listen(former), listen(caretaker)];
  await world.server.rows("delete from access.grants where member_id = $1", [former.id]);
  await pass(kari.id);
  const own = await pass(former.id);
  await eventually(() => formers.told.length > 0);
  assert.deepEqual(formers.passages(), [own]);
  formers.stop();
  caretakers.stop();
});

test("locks and connections are told as they change, to those with access", async () => {
  const karis = listen(kari);
  const locks = () => karis.told.flatMap((e) => (e.event === "lock" ? [[e.lock, e.online]] : []));
  await controller.say("state", {
    door,
    lock: "locked",
    position: "unknown",
    at: new Date().toISOString(),
  });
  await eventually(() => locks().length === 1);
  await controller.say("presence", { online: false });
  await eventually(() => locks().length === 2);
  await controller.connect();
  await eventually(() => locks().length === 3);
  assert.deepEqual(locks(), [
    ["locked", true],
    ["locked", false],
    ["locked", true],
  ]);
  karis.stop();
});

test("an opening from the portal is told once, with its outcome", async () => {
  controller.onCommand = controller.obey;
  const karis = listen(kari);
  const { passage } = await world.server.ok(openDoor, {
    params: { organisation: world.organisation, door },
    body: { request: crypto.randomUUID() },
    as: kari,
  });
  await controller.say("events", {
    events: [controller.passage(door, { id: passage, credential: "remote", command: passage })],
  });
  const last = await pass(kari.id);
  await eventually(() => karis.passages().includes(last));
  assert.deepEqual(karis.passages(), [passage, last]);
  karis.stop();
});

test("when the line to the database is cut, what happened meanwhile is told afterwards", async () => {
  const caretakers = listen(caretaker);
  const earlier = await pass(kari.id);
  await eventually(() => caretakers.passages().includes(earlier));
  // Stored without a word: as if the word had gone to the line that is cut now.
  const missed = await addPassage(world.server, { door, ago: "80 days", credential: "card" });
  const cut = await world.server.rows<{ cut: boolean }>(
    `select pg_terminate_backend(pid) as cut from pg_stat_activity
      where datname = current_database() and query in ($1, 'select 1')`,
    [`listen ${CHANNEL}`],
  );
  assert.ok(cut.some((row) => row.cut));
  await eventually(() => caretakers.passages().includes(missed));
  const later = await pass(kari.id);
  await eventually(() => caretakers.passages().includes(later));
  assert.equal(new Set(caretakers.passages()).size, caretakers.passages().length, "nothing twice");
  caretakers.stop();
});

test("hanging up ends the stream, as the server's stop does", async () => {
  const hungUp = listen(kari);
  hungUp.stop();
  await hungUp.ended;
  const atStop = listen(kari);
  await world.server.access.stop();
  await atStop.ended;
  await listen(kari).ended;
});
