import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countPassages } from "../api/log-export.ts";
import { passages } from "../api/passages.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld } from "./test-world.ts";
import type { TestWorld } from "./test-world.ts";

let world: TestWorld;
let door: string;
let elsewhere: string;
let kari: TestMember;
let caretaker: TestMember;
before(async () => {
  world = await startTestWorld();
  door = await world.addDoor();
  elsewhere = await world.addDoor();
  kari = await world.addMember("Kari Nordmann");
  caretaker = await world.addMember();
  await world.grant(door, { member: caretaker }, { role: "door_administrator" });
  await addPassage(world.server, { door, member: kari.id });
  await addPassage(world.server, { door: elsewhere, member: kari.id });
});
after(async () => await world.stop());

const search = async (as: TestMember, query: object) =>
  (await world.server.ok(passages, { params: { organisation: as.organisation }, query, as })).items;
const refused = async (query: object, as = caretaker) => {
  const answers = [passages, countPassages].map((contract) =>
    world.server.refused(contract, { params: { organisation: world.organisation }, query, as }),
  );
  const [one, ...more] = new Set(await Promise.all(answers));
  assert.deepEqual(more, []);
  return one;
};

test("a person is searched for at one's own doors only", async () => {
  const items = await search(caretaker, { person: kari.id });
  assert.deepEqual(
    items.map((item) => [item.door.id, item.person?.name]),
    [[door, "Kari Nordmann"]],
  );
});

test("somebody who has passed nowhere is found nowhere", async () => {
  const ola = await world.addMember();
  assert.deepEqual(await search(caretaker, { person: ola.id }), []);
});

test("a person of another organisation, nobody at all, and a door one does not administer are one answer", async () => {
  const stranger = await world.server.addOrganisation();
  for (const query of [
    { person: stranger.id },
    { person: crypto.randomUUID() },
    { door: elsewhere },
    { door, person: stranger.id },
    { door: crypto.randomUUID() },
  ])
    assert.equal(await refused(query), "404 not-found");
  assert.equal(await refused({ person: kari.id }, stranger), "404 not-found");
});

test("whoever is restricted, or has objected to it, is not found, by name or otherwise", async () => {
  const peder = await world.addMember("Peder Ås");
  await addPassage(world.server, { door, member: peder.id });
  for (const activity of [null, "access.read-door-log"]) {
    await world.server.rows(
      "insert into kernel.withholdings (organisation_id, member_id, activity) values ($1, $2, $3)",
      [peder.organisation, peder.id, activity],
    );
    assert.equal(await refused({ person: peder.id }), "404 not-found");
    assert.ok((await search(caretaker, {})).every(({ person }) => person?.id !== peder.id));
    await world.server.rows("delete from kernel.withholdings");
  }
  assert.equal((await search(caretaker, { person: peder.id })).length, 1);
});

test("what no filter can mean is refused by its field", async () => {
  const [early, late] = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"];
  for (const query of [
    { from: late, until: early },
    { from: early, until: early },
    { from: "10000-01-01T00:00:00Z" },
    { until: "+010000-01-01T00:00:00Z" },
    { from: "yesterday" },
    { outcome: "open" },
    { person: "kari" },
    { door: "" },
    { name: "Kari" },
  ])
    assert.equal(await refused(query), "400 malformed-request", JSON.stringify(query));
});

test("the ends of time are a period like others", async () => {
  const query = { from: "0000-01-01T00:00:00Z", until: "9999-12-31T23:59:59.999-23:59" };
  assert.equal((await search(caretaker, { ...query, person: kari.id })).length, 1);
  assert.deepEqual(await search(caretaker, { until: query.from }), []);
  assert.deepEqual(await search(caretaker, { from: query.until }), []);
});
