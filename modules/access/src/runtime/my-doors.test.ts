import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { myDoors } from "../api/passages.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld, type TestWorld } from "./test-world.ts";

let world: TestWorld;

before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});

const list = async (as: TestMember, query: { cursor?: string; limit?: number } = {}) =>
  world.server.ok(myDoors, { params: { organisation: as.organisation }, query, as });
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

async function addGroup(name: string): Promise<string> {
  const [row] = await world.server.rows<{ id: string }>(
    "insert into access.groups (organisation_id, name) values ($1, $2) returning id",
    [world.organisation, name],
  );
  return row!.id;
}

async function addUnit(name: string, group: string, resident: TestMember): Promise<void> {
  await world.server.rows(
    `with flat as (insert into access.units (organisation_id, site_id, group_id, name)
                   values ($1, $2, $3, $4) returning id)
     insert into access.residents (organisation_id, unit_id, member_id) select $1, id, $5 from flat`,
    [world.organisation, world.site, group, name, resident.id],
  );
}

test("each door stands with all accesses to it, and through what: by name, group or home", async () => {
  const kari = await world.addMember();
  const controller = await world.addController();
  await controller.connect();
  const door = await world.addDoor(controller, "Main entrance");
  const stairwell = await addGroup("Stairwell A");
  const board = await addGroup("Board");
  await addUnit("H0101", stairwell, kari);
  await world.server.rows("insert into access.group_members values ($1, $2, $3)", [
    world.organisation,
    board,
    kari.id,
  ]);
  const until = hours(5);
  await world.grant(door, { member: kari }, { until });
  await world.grant(door, { group: stairwell });
  await world.grant(door, { group: board }, { role: "door_administrator" });
  await controller.say("state", {
    door,
    lock: "locked",
    position: "unknown",
    at: new Date().toISOString(),
  });

  const { items } = await list(kari);
  assert.equal(items.length, 1);
  const { grants, ...rest } = items[0]!;
  const { site, ...plain } = rest;
  assert.equal(site.id.length, 36);
  assert.deepEqual(plain, {
    id: door,
    name: "Main entrance",
    lock: "locked",
    position: "unknown",
    online: true,
    openable: true,
    twoPeople: false,
    stepUp: false,
    openSeconds: 5,
    logDays: 90,
    logMode: "personal",
    logPurpose: "misuse",
  });
  assert.deepEqual(
    grants.toSorted((a, b) => (a.via ?? "").localeCompare(b.via ?? "")),
    [
      { role: "user", validUntil: until.toISOString() },
      { role: "door_administrator", via: "Board" },
      { role: "user", via: "H0101" },
    ],
  );
});

test("an access that begins later is listed and does not open; one that has ended is gone", async () => {
  const kari = await world.addMember();
  const [later, ended, both] = [
    await world.addDoor(),
    await world.addDoor(),
    await world.addDoor(),
  ];
  await world.grant(later, { member: kari }, { from: hours(1) });
  await world.grant(ended, { member: kari }, { until: hours(-1) });
  await world.grant(both, { member: kari }, { until: hours(-1) });
  await world.grant(both, { member: kari });
  const { items } = await list(kari);
  assert.deepEqual(
    new Map(items.map(({ id, openable, grants }) => [id, [openable, grants.length]])),
    new Map([
      [later, [false, 1]],
      [both, [true, 1]],
    ]),
  );
});

test("nobody sees another's doors, be they neighbour, administrator or of another organisation", async () => {
  const kari = await world.addMember();
  const door = await world.addDoor();
  await world.grant(door, { member: kari });
  const stranger = await world.server.addOrganisation();
  for (const other of [await world.addMember(), world.administrator, stranger]) {
    assert.deepEqual((await list(other)).items, []);
  }
  const foreign = { params: { organisation: world.organisation }, as: stranger };
  assert.equal(await world.server.refused(myDoors, foreign), "404 not-found");
});

test("pages hold every door once, by name", async () => {
  const kari = await world.addMember();
  const names = ["A", "B", "C", "D", "E"].map((letter) => `${letter} ${kari.id}`);
  for (const name of names.toReversed()) {
    await world.grant(await world.addDoor(undefined, name), { member: kari });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(kari, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map((item) => item.name));
    cursor = page.next;
  } while (cursor !== undefined);
  assert.deepEqual(seen, names);
});
