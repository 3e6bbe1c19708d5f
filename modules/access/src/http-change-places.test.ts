import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as grants from "./api/grants.ts";
import * as controllersApi from "./api/controllers.ts";
import * as api from "./api/places.ts";
import * as units from "./api/units.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());

/** A house, and calls of its administrator's on one thing of it. */
async function furnished() {
  const house = await addHouse(server);
  const { admin: as, params, site } = house;
  const add = { as, params };
  const body = { name: "Skap 1", site };
  const { id: controller } = await server.ok(controllersApi.addController, { ...add, body });
  return {
    ...house,
    controller,
    add,
    atSite: { as, params: { ...params, site } },
    atDoor: { as, params: { ...params, door: house.door } },
    atUnit: { as, params: { ...params, unit: house.unit } },
    atController: { as, params: { ...params, controller } },
  };
}
const onlySite = async (house: TestHouse) =>
  (await server.ok(api.sites, { as: house.admin, params: house.params })).items[0];
const onlyUnit = async (house: TestHouse) =>
  (await server.ok(units.units, { as: house.admin, params: house.params })).items[0];

describe("204", () => {
  test("a site gets another name, address or time zone, and keeps what is not named", async () => {
    const house = await furnished();
    const change = async (body: object) => {
      await server.ok(api.changeSite, { ...house.atSite, body });
      const { name, address, timeZone } = (await onlySite(house))!;
      return [name, address, timeZone];
    };
    assert.deepEqual(await change({ address: "Storgata 1, 0155 Oslo" }), [
      "Storgata 1",
      "Storgata 1, 0155 Oslo",
      "Europe/Oslo",
    ]);
    assert.deepEqual(await change({ name: "Gården", timeZone: "Europe/Stockholm" }), [
      "Gården",
      "Storgata 1, 0155 Oslo",
      "Europe/Stockholm",
    ]);
    assert.deepEqual(await change({ address: "" }), ["Gården", "", "Europe/Stockholm"]);
  });

  test("a controller is renamed; its enrolment and its doors stay", async () => {
    const { atController, atDoor, controller } = await furnished();
    await server.ok(controllersApi.changeController, {
      ...atController,
      body: { name: "Sentral" },
    });
    const door = await server.ok(api.oneDoor, atDoor);
    assert.deepEqual(door.controller, { id: controller, name: "Sentral" });
  });

  test("a unit is renamed, and its residents get what another group opens, or nothing", async () => {
    const house = await furnished();
    const { add, atUnit, organisation, group, unit, door } = house;
    const { id: person } = await server.addMember(organisation);
    await server.ok(units.putResident, {
      as: add.as,
      params: { ...add.params, unit, person },
    });
    await server.ok(units.changeUnit, { ...atUnit, body: { name: "H0102" } });
    const { name, group: same } = (await onlyUnit(house))!;
    assert.deepEqual([name, same?.id], ["H0102", group]);

    const board = await server.ok(grants.addGroup, { ...add, body: { name: "Styret" } });
    await server.ok(grants.addGrant, { ...add, body: { door, group: board.id } });
    const peopleOf = async () =>
      (await server.ok(grants.groups, add)).items.map((each) => [each.name, each.people]);
    await forgetLists(server);
    await server.ok(units.changeUnit, { ...atUnit, body: { group: board.id } });
    assert.equal(await queuedLists(server, organisation), 1);
    assert.deepEqual(await peopleOf(), [
      ["Beboere", 0],
      ["Styret", 1],
    ]);
    await server.ok(units.changeUnit, { ...atUnit, body: { group: null } });
    assert.equal((await onlyUnit(house))?.group, undefined);
    assert.deepEqual(
      (await onlyUnit(house))?.residents.map(({ id }) => id),
      [person],
    );
  });

  test("what is empty is removed: door, then controller and unit, then the site", async () => {
    const house = await furnished();
    await server.ok(api.removeDoor, house.atDoor);
    await server.ok(controllersApi.removeController, house.atController);
    await server.ok(units.removeUnit, house.atUnit);
    await server.ok(api.removeSite, house.atSite);
    assert.equal(await onlySite(house), undefined);
  });
});

describe("400", () => {
  test("a time zone that is none, and what one may not set, change nothing", async () => {
    const { atSite, atUnit, atController } = await furnished();
    for (const [contract, call] of [
      [api.changeSite, { ...atSite, body: { timeZone: "Europe/Atlantis" } }],
      [api.changeSite, { ...atSite, body: { name: "" } }],
      [api.changeSite, { ...atSite, body: { name: null } }],
      [api.changeSite, { ...atSite, body: { organisation_id: atSite.params.organisation } }],
      [units.changeUnit, { ...atUnit, body: { site: atSite.params.site } }],
      [controllersApi.changeController, { ...atController, body: { site: atSite.params.site } }],
    ] as const) {
      assert.equal(await server.refused(contract, call), "400 malformed-request");
    }
  });
});

describe("404", () => {
  test("what has been removed is not there to be changed or removed again", async () => {
    const { atSite, atUnit, atDoor, atController } = await furnished();
    await server.ok(api.removeDoor, atDoor);
    await server.ok(controllersApi.removeController, atController);
    await server.ok(units.removeUnit, atUnit);
    await server.ok(api.removeSite, atSite);
    const body = { name: "Igjen" };
    for (const [contract, call] of [
      [api.changeSite, { ...atSite, body }],
      [api.removeSite, atSite],
      [units.changeUnit, { ...atUnit, body }],
      [units.removeUnit, atUnit],
      [controllersApi.changeController, { ...atController, body }],
      [controllersApi.removeController, atController],
    ] as const) {
      assert.equal(await server.refused(contract, call), "404 not-found", contract.id);
    }
  });
});

describe("409", () => {
  test("a site is not removed under its doors, its controllers or its units", async () => {
    const { atSite, atDoor, atController, atUnit } = await furnished();
    const refused = async () => await server.refused(api.removeSite, atSite);
    assert.equal(await refused(), "409 site-in-use");
    await server.ok(api.removeDoor, atDoor);
    assert.equal(await refused(), "409 site-in-use");
    await server.ok(controllersApi.removeController, atController);
    assert.equal(await refused(), "409 site-in-use");
    await server.ok(units.removeUnit, atUnit);
    await server.ok(api.removeSite, atSite);
  });

  test("nor at the moment when a door is added to it", async () => {
    const { as, params } = (await furnished()).add;
    const { id: site } = await server.ok(api.addSite, { as, params, body: { name: "Nytt" } });
    const done = await Promise.allSettled([
      server.ok(api.addDoor, { as, params, body: { name: "Bod", site } }),
      server.ok(api.removeSite, { as, params: { ...params, site } }),
    ]);
    assert.equal(done.filter(({ status }) => status === "fulfilled").length, 1);
    const [left] = await server.rows<{ doors: number; sites: number }>(
      `select (select count(*) from access.doors where site_id = $1) as doors,
              (select count(*) from kernel.sites where id = $1) as sites`,
      [site],
    );
    assert.equal(left?.doors, left?.sites);
  });

  test("a controller is not removed while it runs a door, nor a unit while somebody lives there", async () => {
    const { atController, atUnit, atDoor, add, organisation, unit } = await furnished();
    assert.equal(
      await server.refused(controllersApi.removeController, atController),
      "409 controller-in-use",
    );
    await server.ok(api.changeDoor, { ...atDoor, body: { controller: null } });
    await server.ok(controllersApi.removeController, atController);
    const { id: person } = await server.addMember(organisation);
    const resident = { as: add.as, params: { ...add.params, unit, person } };
    await server.ok(units.putResident, resident);
    assert.equal(await server.refused(units.removeUnit, atUnit), "409 unit-inhabited");
    await server.ok(units.removeResident, resident);
    await server.ok(units.removeUnit, atUnit);
  });

  test("nor while somebody lives there whose data is restricted, and whom nobody sees", async () => {
    const { atUnit, add, organisation, unit } = await furnished();
    const { id: person } = await server.addMember(organisation);
    await server.ok(units.putResident, { as: add.as, params: { ...add.params, unit, person } });
    await server.rows(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [organisation, person],
    );
    assert.deepEqual((await server.ok(units.units, add)).items[0]?.residents, []);
    assert.equal(await server.refused(units.removeUnit, atUnit), "409 unit-inhabited");
  });

  test("a name that another has is taken", async () => {
    const { add, atSite, atUnit, atController, site } = await furnished();
    await server.ok(api.addSite, { ...add, body: { name: "Opptatt" } });
    await server.ok(units.addUnit, { ...add, body: { name: "Opptatt", site } });
    await server.ok(controllersApi.addController, { ...add, body: { name: "Opptatt", site } });
    await server.ok(grants.addGroup, { ...add, body: { name: "Opptatt" } });
    const { items } = await server.ok(grants.groups, add);
    const group = items.find(({ name }) => name === "Beboere")?.id ?? "";
    const atGroup = { as: add.as, params: { ...add.params, group } };
    for (const [contract, at] of [
      [api.changeSite, atSite],
      [units.changeUnit, atUnit],
      [controllersApi.changeController, atController],
      [grants.changeGroup, atGroup],
    ] as const) {
      const call = { ...at, body: { name: "Opptatt" } };
      assert.equal(await server.refused(contract, call), "409 name-taken", contract.id);
    }
  });
});

describe("422", () => {
  test("a national identity number becomes no name and no address", async () => {
    // An invented number of the Norwegian Tax Administration's synthetic test population.
    const number = "Leil. 17912099997";
    const { atSite, atUnit, atController } = await furnished();
    for (const [contract, at, body] of [
      [api.changeSite, atSite, { name: number }],
      [api.changeSite, atSite, { address: number }],
      [units.changeUnit, atUnit, { name: number }],
      [controllersApi.changeController, atController, { name: number }],
    ] as const) {
      assert.equal(await server.refused(contract, { ...at, body }), "422 national-identity-number");
    }
  });
});
