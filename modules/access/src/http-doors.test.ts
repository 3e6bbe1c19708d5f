import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as grants from "./api/grants.ts";
import * as invitations from "./api/invitations.ts";
import * as controllersApi from "./api/controllers.ts";
import * as api from "./api/places.ts";
import * as units from "./api/units.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { addPassage } from "./test-log.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
after(async () => await server.stop());

const asAdmin = () => ({ as: house.admin, params: house.params });
const atDoor = () => ({ ...house.params, door: house.door });

describe("200", () => {
  test("an administrator sees every door; a member those they administer", async () => {
    const second = await server.ok(api.addDoor, {
      ...asAdmin(),
      body: { name: "Kjeller", site: house.site, openSeconds: 9 },
    });
    const names = async (as: TestHouse["admin"]) =>
      (await server.ok(api.doors, { as, params: house.params })).items.map((door) => door.name);
    assert.deepEqual(await names(house.admin), ["Kjeller", "Port"]);
    assert.deepEqual(await names(await house.memberWith("owner")), ["Port"]);
    assert.deepEqual(await names(await house.memberWith("door_administrator")), ["Port"]);
    assert.deepEqual(await names(await house.memberWith("user")), []);
    const { items } = await server.ok(api.doors, asAdmin());
    assert.deepEqual(items[0], {
      id: second.id,
      name: "Kjeller",
      site: { id: house.site, name: "Storgata 1", timeZone: "Europe/Oslo" },
      openSeconds: 9,
      extendedOpenSeconds: 20,
      aloneHours: 720,
      keypad: false,
      logDays: 14,
      logMode: "personal",
      logPurpose: "misuse",
      lock: "unknown",
      position: "unknown",
      online: false,
      state: "unknown",
      firstPerson: false,
      readerInside: false,
      twoPeople: false,
      stepUp: false,
      wanted: "locked",
    });
  });

  test("a group's door administrators are those in it, by name or by unit, and only while in force", async () => {
    const { admin, params, door, group, unit, organisation } = await addHouse(server);
    const byName = await server.addMember(organisation);
    const byUnit = await server.addMember(organisation);
    const put = { as: admin };
    await server.ok(grants.putGroupMember, {
      ...put,
      params: { ...params, group, person: byName.id },
    });
    await server.ok(units.putResident, { ...put, params: { ...params, unit, person: byUnit.id } });
    const give = (validity: object) =>
      server.ok(grants.addGrant, {
        ...put,
        params,
        body: { door, group, role: "door_administrator", ...validity },
      });
    const sees = async (as: TestHouse["admin"]) =>
      (await server.ok(api.doors, { as, params })).items.length;
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await give({ validFrom: tomorrow });
    assert.deepEqual([await sees(byName), await sees(byUnit)], [0, 0]);
    await give({ validUntil: tomorrow });
    assert.deepEqual([await sees(byName), await sees(byUnit)], [1, 1]);
    await server.ok(units.removeResident, {
      ...put,
      params: { ...params, unit, person: byUnit.id },
    });
    assert.deepEqual([await sees(byName), await sees(byUnit)], [1, 0]);
  });

  test("one door is shown to whoever administers it", async () => {
    const as = await house.memberWith("door_administrator");
    const door = await server.ok(api.oneDoor, { as, params: atDoor() });
    assert.equal(door.name, "Port");
  });
});

describe("204", () => {
  test("a door is renamed, moved to a controller and let stand open longer", async () => {
    const { admin, params, site, door, organisation } = await addHouse(server);
    const body = { name: "Skap", site };
    const controller = await server.ok(controllersApi.addController, { as: admin, params, body });
    const at = { as: admin, params: { ...params, door } };
    await forgetLists(server);
    await server.ok(api.changeDoor, { ...at, body: { controller: null } });
    assert.equal(await queuedLists(server, organisation), 1);
    assert.equal((await server.ok(api.oneDoor, at)).controller, undefined);
    await server.ok(api.changeDoor, {
      ...at,
      body: { name: "Hovedport", openSeconds: 12, controller: controller.id },
    });
    const { name, openSeconds, controller: now } = await server.ok(api.oneDoor, at);
    assert.deepEqual(
      [name, openSeconds, now],
      ["Hovedport", 12, { id: controller.id, name: "Skap" }],
    );
  });

  test("a door is wired to the output it is given, else to the lowest free one of its controller", async () => {
    const { admin, params, site, door } = await addHouse(server);
    const add = { as: admin, params };
    const box = async (name: string) =>
      (await server.ok(controllersApi.addController, { ...add, body: { name, site } })).id;
    const [first, second] = [await box("Skap 1"), await box("Skap 2")];
    const at = (id: string) => ({ as: admin, params: { ...params, door: id } });
    const outputOf = async (id: string) => (await server.ok(api.oneDoor, at(id))).output;
    const cellar = await server.ok(api.addDoor, {
      ...add,
      body: { name: "Kjeller", site, controller: first, output: 3 },
    });
    const loft = await server.ok(api.addDoor, {
      ...add,
      body: { name: "Loft", site, controller: first },
    });
    assert.deepEqual([await outputOf(door), await outputOf(cellar.id)], [1, 3]);
    assert.equal(await outputOf(loft.id), 2);
    await server.ok(api.changeDoor, { ...at(cellar.id), body: { name: "Kjeller øst" } });
    assert.equal(await outputOf(cellar.id), 3);
    await server.ok(api.changeDoor, { ...at(cellar.id), body: { controller: second } });
    assert.equal(await outputOf(cellar.id), 1);
    await server.ok(api.changeDoor, { ...at(cellar.id), body: { output: 4 } });
    assert.equal(await outputOf(cellar.id), 4);
    await server.ok(api.changeDoor, { ...at(cellar.id), body: { controller: null } });
    assert.equal(await outputOf(cellar.id), undefined);
  });

  test("doors that are added at the same moment get outputs of their own", async () => {
    const { admin, params, site } = await addHouse(server);
    const add = { as: admin, params };
    const box = await server.ok(controllersApi.addController, {
      ...add,
      body: { name: "Skap", site },
    });
    await Promise.all(
      ["A", "B", "C", "D"].map(async (name) =>
        server.ok(api.addDoor, { ...add, body: { name, site, controller: box.id } }),
      ),
    );
    const { items } = await server.ok(api.doors, add);
    assert.deepEqual(new Set(items.map(({ output }) => output)), new Set([1, 2, 3, 4, 5]));
  });

  test("what another controller told of the lock is forgotten; a rename forgets nothing", async () => {
    const { admin, params, site, door } = await addHouse(server);
    const body = { name: "Skap", site };
    const { id } = await server.ok(controllersApi.addController, { as: admin, params, body });
    await server.rows(`update access.doors set lock = 'locked' where id = $1`, [door]);
    const at = { as: admin, params: { ...params, door } };
    await server.ok(api.changeDoor, { ...at, body: { name: "Ny", controller: id } });
    assert.equal((await server.ok(api.oneDoor, at)).lock, "locked");
    await server.ok(api.changeDoor, { ...at, body: { controller: null } });
    assert.equal((await server.ok(api.oneDoor, at)).lock, "unknown");
  });

  test("a removed door takes its grants, invitations and log with it", async () => {
    const { admin, params, door, organisation, memberWith } = await addHouse(server);
    const member = await memberWith("user");
    await server.ok(invitations.invite, {
      as: admin,
      params,
      body: { door, email: "ola@example.com" },
    });
    await addPassage(server, { door, member: member.id });
    await forgetLists(server);
    await server.ok(api.removeDoor, { as: admin, params: { ...params, door } });
    const left = await server.rows(
      `select door_id from access.grants where door_id = $1
       union all select door_id from access.invitations where door_id = $1
       union all select door_id from access.passages where door_id = $1`,
      [door],
    );
    assert.deepEqual(left, []);
    assert.equal(await queuedLists(server, organisation), 1);
  });
});

describe("403", () => {
  test("adding, changing and removing doors is for the organisation's administrators", async () => {
    const as = await house.memberWith("owner");
    const body = { name: "Bakdør", site: house.site };
    const refused = [
      await server.refused(api.addDoor, { as, params: house.params, body }),
      await server.refused(api.changeDoor, { as, params: atDoor(), body: { name: "Min" } }),
      await server.refused(api.removeDoor, { as, params: atDoor() }),
      await server.refused(api.sites, { as, params: house.params }),
      await server.refused(units.units, { as, params: house.params }),
      await server.refused(controllersApi.controllers, { as, params: house.params }),
      await server.refused(grants.groups, { as, params: house.params }),
    ];
    assert.deepEqual([...new Set(refused)], ["403 not-allowed"]);
  });
});

describe("404", () => {
  test("a door that one does not administer looks like one that is not there", async () => {
    const user = await house.memberWith("user");
    const nobody = await server.addMember(house.organisation);
    for (const as of [user, nobody]) {
      assert.equal(await server.refused(api.oneDoor, { as, params: atDoor() }), "404 not-found");
    }
  });
});

describe("409", () => {
  test("an output has one door", async () => {
    const { admin, params, site, door } = await addHouse(server);
    const add = { as: admin, params };
    const box = await server.ok(controllersApi.addController, {
      ...add,
      body: { name: "Skap", site },
    });
    const body = { name: "Bod", site, controller: box.id };
    const taken = { ...add, body: { ...body, output: 1 } };
    assert.equal(await server.refused(api.addDoor, taken), "409 output-taken");
    const { id } = await server.ok(api.addDoor, { ...add, body });
    const change = { as: admin, params: { ...params, door: id }, body: { output: 1 } };
    assert.equal(await server.refused(api.changeDoor, change), "409 output-taken");
    const gone = { as: admin, params: { ...params, door } };
    await server.ok(api.removeDoor, gone);
    await server.ok(api.changeDoor, change);
  });

  test("two doors of one site have two names", async () => {
    const call = { ...asAdmin(), body: { name: "Port", site: house.site } };
    assert.equal(await server.refused(api.addDoor, call), "409 name-taken");
  });
});
