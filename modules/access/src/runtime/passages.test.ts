import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { myPassages, passages } from "../api/passages.ts";
import type { TestMember } from "../test-server.ts";
import { eventually, startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let kari: TestMember;
let caretaker: TestMember;

before(async () => {
  world = await startTestWorld();
  controller = await world.addController();
  door = await world.addDoor(controller, "Cellar");
  kari = await world.addMember("Kari Nordmann");
  caretaker = await world.addMember();
  await world.grant(door, { member: kari });
  await world.grant(door, { member: caretaker }, { role: "door_administrator" });
  const at = (minute: number) => new Date(Date.now() - minute * 60_000).toISOString();
  await controller.say("events", {
    events: [
      controller.passage(door, { person: kari.id, at: at(5) }),
      controller.passage(door, { person: kari.id, at: at(1), credential: "fob" }),
      controller.passage(door, { at: at(3), outcome: "refused", reason: "unknown-credential" }),
    ],
  });
});
after(async () => {
  await world.stop();
});

const own = async (as: TestMember, query = {}) =>
  world.server.ok(myPassages, { params: { organisation: as.organisation }, query, as });
const ofDoors = async (as: TestMember, query = {}) =>
  world.server.ok(passages, { params: { organisation: as.organisation }, query, as });
const refused = async (as: TestMember, query = {}, organisation = as.organisation) =>
  world.server.refused(passages, { params: { organisation }, query, as });

test("a person reads their own passages, newest first", async () => {
  const { items } = await own(kari);
  assert.deepEqual(
    items.map((item) => [item.credential, item.door.name, item.person?.name]),
    [
      ["fob", "Cellar", "Kari Nordmann"],
      ["card", "Cellar", "Kari Nordmann"],
    ],
  );
});

test("the door's administrator reads the door's, unknown cards included", async () => {
  const { items } = await ofDoors(caretaker, { door });
  assert.deepEqual(
    items.map((item) => [item.outcome, item.reason, item.person?.id]),
    [
      ["opened", "granted", kari.id],
      ["refused", "unknown-credential", undefined],
      ["opened", "granted", kari.id],
    ],
  );
  assert.deepEqual((await ofDoors(caretaker)).items, items);
});

test("nobody else reads them: not the user, the neighbour, or the organisation's administrator", async () => {
  for (const other of [kari, await world.addMember(), world.administrator]) {
    assert.deepEqual((await ofDoors(other)).items, []);
    assert.equal(await refused(other, { door }), "404 not-found");
  }
  const stranger = await world.server.addOrganisation();
  assert.equal(await refused(stranger, { door }), "404 not-found");
  assert.equal(await refused(stranger, {}, world.organisation), "404 not-found");
});

test("an administration that has ended, or not begun, reads nothing", async () => {
  const former = await world.addMember();
  const future = await world.addMember();
  const role = "owner";
  await world.grant(door, { member: former }, { role, until: new Date(Date.now() - 1000) });
  await world.grant(door, { member: future }, { role, from: new Date(Date.now() + 60_000) });
  for (const other of [former, future])
    assert.equal(await refused(other, { door }), "404 not-found");
});

test("an administrator's own passages elsewhere are not in the log of their doors", async () => {
  const elsewhere = await world.addDoor(controller);
  await controller.say("events", {
    events: [controller.passage(elsewhere, { person: caretaker.id })],
  });
  assert.equal((await own(caretaker)).items.length, 1);
  assert.ok((await ofDoors(caretaker)).items.every((item) => item.door.id === door));
});

test("a member who is gone leaves no name in the log", async () => {
  const gone = await world.addMember("Peder Ås");
  const cellar = await world.addDoor(controller);
  await world.grant(cellar, { member: caretaker }, { role: "owner" });
  await controller.say("events", { events: [controller.passage(cellar, { person: gone.id })] });
  await world.server.rows("delete from kernel.memberships where id = $1", [gone.id]);
  const [item] = (await ofDoors(caretaker, { door: cellar })).items;
  assert.equal(item?.outcome, "opened");
  assert.equal(item.person, undefined);
});

test("pages hold every passage once, also those of the same instant", async () => {
  const busy = await world.addDoor(controller);
  await world.grant(busy, { member: caretaker }, { role: "owner" });
  const at = new Date().toISOString();
  const events = Array.from({ length: 7 }, () => controller.passage(busy, { at }));
  await controller.say("events", { events });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ofDoors(caretaker, { door: busy, limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.next;
  } while (cursor !== undefined);
  assert.deepEqual(
    seen,
    events
      .map((event) => event.id)
      .toSorted()
      .toReversed(),
  );
});

test("a cursor that we did not write is refused", async () => {
  for (const cursor of [
    "x",
    btoa('["now","me"]'),
    btoa("[]"),
    btoa('["2026-01-01T00:00:00Z",{}]'),
  ]) {
    assert.equal(await refused(caretaker, { cursor }), "400 malformed-request");
  }
});

test("what a door had no room to keep stands in its log, counted, once, for whoever administers it", async () => {
  const attic = await world.addDoor(controller, "Attic");
  await world.grant(attic, { member: kari });
  await world.grant(attic, { member: caretaker }, { role: "owner" });
  const now = Date.now();
  const [since, at] = [7_200_000, 3_600_000].map((ms) => new Date(now - ms).toISOString());
  const loss = { id: randomUUID(), door: attic, since: since!, at: at!, opened: 12, refused: 340 };
  await controller.say("events", { events: [controller.passage(attic), loss] });
  // Told again it is the same one, and a clock that was put right in between is believed at its end.
  await controller.say("events", { events: [{ ...loss, opened: 99 }] });
  const turned = { ...loss, id: randomUUID(), since: new Date(now).toISOString() };
  await controller.say("events", { events: [turned] });
  const { items } = await ofDoors(caretaker, { door: attic });
  assert.deepEqual(
    new Map(items.map(({ id, outcome, at: when, lost }) => [id, [outcome, when === at, lost]])),
    new Map([
      [items[0]?.id, ["opened", false, undefined]],
      [loss.id, ["lost", true, { since, opened: 12, refused: 340 }]],
      [turned.id, ["lost", true, { since: at, opened: 12, refused: 340 }]],
    ]),
  );
  assert.ok((await own(kari)).items.every(({ lost }) => lost === undefined));
  await eventually(async () => {
    const receipts = new Set((await controller.receipts()).flatMap(({ events }) => events));
    return receipts.has(loss.id) && receipts.has(turned.id);
  });
});
