import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import * as api from "../api/areas.ts";
import { explainAccess } from "../api/explain.ts";
import { addGrant } from "../api/grants.ts";
import { myDoors } from "../api/passages.ts";
import * as controllersApi from "../api/controllers.ts";
import * as places from "../api/places.ts";
import { toContent } from "../runtime/access-list.ts";
import { readForController } from "../runtime/access-rows.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import type { Tx } from "../tx.ts";

let server: TestServer;
let house: TestHouse;
/** The door's controller, and a second door at it. */
let controller: string;
let cellar: string;
let area: string;
let airlock: string;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(async () => {
  house = await addHouse(server);
  const { site } = house;
  controller = await addController("Sentral");
  const body = { name: "Kjeller", site, controller };
  cellar = (await server.ok(places.addDoor, { ...as(), body })).id;
  area = (await server.ok(api.addArea, { ...as(), body: { name: "Lager" } })).id;
  airlock = (await server.ok(api.addAirlock, { ...as(), body: { name: "Sluse" } })).id;
});

const as = () => ({ as: house.admin, params: house.params });
const addController = async (name: string) =>
  (await server.ok(controllersApi.addController, { ...as(), body: { name, site: house.site } })).id;
const at = (door: string, body: object) => ({
  as: house.admin,
  params: { ...house.params, door },
  body,
});
const set = async (door: string, body: object) =>
  await server.ok(places.changeDoor, at(door, body));
const refused = async (door: string, body: object) =>
  await server.refused(places.changeDoor, at(door, body));
const ofArea = (body: object = {}) => ({
  as: house.admin,
  params: { ...house.params, area },
  body,
});
async function told() {
  const { withContext, now } = server.ports;
  return await withContext({ activity: "access.run-controllers" }, async (tx: Tx) =>
    toContent(await readForController(tx, controller, now())),
  );
}
const toldOf = async (door: string) => (await told()).doors.find(({ id }) => id === door);

describe("a controller is told", () => {
  test("of a door with a reader inside, of two people, of its area and its airlock", async () => {
    assert.deepEqual((await told()).areas, undefined, "nothing of areas without doors");
    await set(house.door, { readerInside: true, area, heldAfterSeconds: 30, airlock });
    await set(cellar, { twoPeople: true, heldAfterSeconds: 30, airlock });
    const { readerInside, area: number, interlock } = (await toldOf(house.door)) ?? {};
    assert.deepEqual([readerInside, number, interlock], [true, 1, 1]);
    const second = await toldOf(cellar);
    assert.deepEqual([second?.twoPeople, second?.area, second?.interlock], [true, undefined, 1]);
    const [known] = (await told()).areas ?? [];
    assert.deepEqual(known, { id: area, passback: "soft", forgiveHours: 12, resets: [] });
  });

  test("of a reset once more when it is asked for again, and of one for everybody instead of all", async () => {
    const kari = await server.addMember(house.organisation);
    await set(house.door, { area });
    const resets = async () => (await told()).areas?.[0]?.resets ?? [];
    await forgetLists(server);
    await server.ok(api.resetArea, ofArea({ person: kari.id }));
    assert.equal(await queuedLists(server, house.organisation), 1);
    const [first] = await resets();
    assert.equal(first?.person, kari.id);
    await server.ok(api.resetArea, ofArea({ person: kari.id }));
    const [again, ...more] = await resets();
    assert.notEqual(again?.id, first?.id);
    assert.equal(more.length, 0);
    await server.ok(api.resetArea, ofArea());
    assert.deepEqual(
      (await resets()).map(({ person }) => person),
      [undefined],
    );
  });

  test("of no rule any more once the area or the airlock is removed; the door stays", async () => {
    await set(house.door, { area, heldAfterSeconds: 30, airlock });
    await server.ok(api.removeArea, { ...as(), params: { ...house.params, area } });
    await server.ok(api.removeAirlock, { ...as(), params: { ...house.params, airlock } });
    const door = await toldOf(house.door);
    assert.deepEqual([door?.area, door?.interlock], [undefined, undefined]);
  });
});

describe("what a door cannot keep is refused", () => {
  const hard = { passback: "hard" };

  test("to refuse whoever is inside, without a reader inside at every door", async () => {
    await set(house.door, { area });
    assert.equal(await server.refused(api.changeArea, ofArea(hard)), "409 area-needs-readers");
    await set(house.door, { readerInside: true });
    await server.ok(api.changeArea, ofArea(hard));
    assert.equal(await refused(house.door, { readerInside: false }), "409 area-needs-readers");
    assert.equal(await refused(cellar, { area }), "409 area-needs-readers");
  });

  test("an area or an airlock at two controllers", async () => {
    const other = await addController("Sentral 2");
    await set(house.door, { area, heldAfterSeconds: 30, airlock });
    await set(cellar, { controller: other, heldAfterSeconds: 30 });
    assert.equal(await refused(cellar, { area }), "409 area-on-many-controllers");
    assert.equal(await refused(cellar, { airlock }), "409 airlock-on-many-controllers");
    await set(cellar, { controller, area, airlock });
    assert.equal(await refused(cellar, { controller: other }), "409 area-on-many-controllers");
  });

  test("an airlock of a door without a contact", async () => {
    assert.equal(await refused(house.door, { airlock }), "409 airlock-needs-contacts");
    await set(house.door, { airlock, heldAfterSeconds: 30 });
    assert.equal(
      await refused(house.door, { heldAfterSeconds: null }),
      "409 airlock-needs-contacts",
    );
  });

  test("an area, an airlock or a person of another organisation", async () => {
    const elsewhere = await addHouse(server);
    const other = { as: elsewhere.admin, params: elsewhere.params };
    const foreign = (await server.ok(api.addArea, { ...other, body: { name: "Lager" } })).id;
    assert.equal(await refused(house.door, { area: foreign }), "404 not-found");
    const stranger = await server.addMember(elsewhere.organisation);
    const reset = ofArea({ person: stranger.id });
    assert.equal(await server.refused(api.resetArea, reset), "404 not-found");
    const name = { ...as(), body: { name: "Lager" } };
    assert.equal(await server.refused(api.addArea, name), "409 name-taken");
  });
});

test("whoever administers every door of an area sees it and resets it; nobody else does", async () => {
  const ann = await house.memberWith("door_administrator");
  const mine = { as: ann, params: house.params };
  const reset = { as: ann, params: { ...house.params, area }, body: {} };
  assert.deepEqual((await server.ok(api.areas, mine)).items, []);
  await set(house.door, { area });
  const [seen] = (await server.ok(api.areas, mine)).items;
  assert.deepEqual([seen?.name, seen?.doors.map(({ name }) => name)], ["Lager", ["Port"]]);
  await server.ok(api.resetArea, reset);
  await set(cellar, { area });
  assert.deepEqual((await server.ok(api.areas, mine)).items, []);
  assert.equal(await server.refused(api.resetArea, reset), "404 not-found");
  assert.match(await server.refused(api.changeArea, { ...reset, body: { name: "X" } }), /^403/);
});

test("areas and airlocks come a page at a time, by name", async () => {
  for (const name of ["Øverst", "Nederst"]) {
    await server.ok(api.addArea, { ...as(), body: { name } });
    await server.ok(api.addAirlock, { ...as(), body: { name } });
  }
  for (const list of [api.areas, api.airlocks]) {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 1, ...(cursor ? { cursor } : {}) };
      const page = await server.ok(list, { ...as(), query });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    } while (cursor);
    const { items } = await server.ok(list, as());
    assert.deepEqual(
      names,
      items.map(({ name }) => name),
    );
    assert.ok(names.length >= 2);
  }
});

test("a door for two is not opened from the portal, and why somebody could open names its rules", async () => {
  const kari = await server.addMember(house.organisation);
  await server.ok(addGrant, { ...as(), body: { door: house.door, person: kari.id } });
  await set(house.door, { twoPeople: true, heldAfterSeconds: 30, airlock, area });
  const [door] = (await server.ok(myDoors, { as: kari, params: house.params })).items;
  assert.deepEqual([door?.openable, door?.twoPeople], [false, true]);
  const params = { ...house.params, door: house.door, person: kari.id };
  const why = async () => await server.ok(explainAccess, { as: house.admin, params });
  assert.deepEqual((await why()).rules, ["second-person", "interlock"]);
  assert.equal((await why()).reason, "granted");
});

test("a new controller takes no door that would tear an area apart", async () => {
  await set(house.door, { area });
  await set(cellar, { area, controller: null });
  const body = { name: "Sentral 3", site: house.site };
  assert.equal(
    await server.refused(controllersApi.addController, { ...as(), body }),
    "409 area-on-many-controllers",
  );
});
