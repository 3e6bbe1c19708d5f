import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import * as api from "./api/grants.ts";
import * as units from "./api/units.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
after(async () => await server.stop());

describe("200", () => {
  test("a person by name and by two units is one person in the count, three lines in the list", async () => {
    const { admin, params, organisation, site, door, group, unit } = await addHouse(server);
    const as = admin;
    const second = await server.ok(units.addUnit, {
      as,
      params,
      body: { name: "H0102", site, group },
    });
    const kari = await server.addMember(organisation, { name: "Kari" });
    const ola = await server.addMember(organisation, { name: "Ola" });
    await server.ok(api.putGroupMember, { as, params: { ...params, group, person: kari.id } });
    for (const each of [unit, second.id]) {
      const at = { ...params, unit: each, person: kari.id };
      await server.ok(units.putResident, { as, params: at });
    }
    await server.ok(units.putResident, { as, params: { ...params, unit, person: ola.id } });
    await server.ok(api.addGrant, { as, params, body: { door, group } });
    const { items } = await server.ok(api.groups, { as, params });
    assert.deepEqual(items, [{ id: group, name: "Beboere", people: 2, doors: 1 }]);

    const lines: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await server.ok(api.groupMembers, {
        as,
        params: { ...params, group },
        query: { limit: 1, ...(cursor ? { cursor } : {}) },
      });
      lines.push(...page.items.map((line) => `${line.person.name} ${line.unit?.name ?? "-"}`));
      cursor = page.next;
    } while (cursor);
    assert.equal(lines[0], "Kari -");
    assert.deepEqual(lines.sort(), ["Kari -", "Kari H0101", "Kari H0102", "Ola H0101"]);

    const flats = await server.ok(units.units, { as, params });
    assert.deepEqual(flats.items[0], {
      id: unit,
      name: "H0101",
      site: { id: site, name: "Storgata 1", timeZone: "Europe/Oslo" },
      group: { id: group, name: "Beboere" },
      leases: [],
      residents: [
        { id: kari.id, name: "Kari" },
        { id: ola.id, name: "Ola" },
      ],
    });
  });
});

describe("204", () => {
  test("who moves in or out, joins or leaves, has the doors told, also the second time", async () => {
    const { admin, params, organisation, group, unit } = house;
    const { id: person } = await server.addMember(organisation);
    const resident = { as: admin, params: { ...params, unit, person } };
    const member = { as: admin, params: { ...params, group, person } };
    for (const change of [
      () => server.ok(units.putResident, resident),
      () => server.ok(units.putResident, resident),
      () => server.ok(api.putGroupMember, member),
      () => server.ok(api.putGroupMember, member),
      () => server.ok(units.removeResident, resident),
      () => server.ok(api.removeGroupMember, member),
    ]) {
      await forgetLists(server);
      await change();
      assert.equal(await queuedLists(server, organisation), 1);
    }
  });

  test("a group is renamed, and keeps its people and its grants", async () => {
    const { admin, params, door, group, organisation } = await addHouse(server);
    const { id: person } = await server.addMember(organisation);
    const at = { as: admin, params: { ...params, group } };
    await server.ok(api.putGroupMember, { as: admin, params: { ...params, group, person } });
    await server.ok(api.addGrant, { as: admin, params, body: { door, group } });
    await server.ok(api.changeGroup, { ...at, body: { name: "Oppgang A" } });
    const { items } = await server.ok(api.groups, { as: admin, params });
    assert.deepEqual(items, [{ id: group, name: "Oppgang A", people: 1, doors: 1 }]);
  });

  test("a removed group takes its grants with it, and leaves units and people", async () => {
    const { admin, params, organisation, door, group, unit } = await addHouse(server);
    await server.ok(api.addGrant, { as: admin, params, body: { door, group } });
    await forgetLists(server);
    await server.ok(api.removeGroup, { as: admin, params: { ...params, group } });
    assert.equal(await queuedLists(server, organisation), 1);
    assert.deepEqual((await server.ok(api.grants, { as: admin, params })).items, []);
    const { items } = await server.ok(units.units, { as: admin, params });
    assert.deepEqual([items[0]?.id, items[0]?.group], [unit, undefined]);
  });

  test("whoever removes a member, the doors are told in the same transaction", async () => {
    const { organisation, memberWith } = await addHouse(server);
    const member = await memberWith("user");
    await forgetLists(server);
    const context = { activity: "access.administer-grants", organisation };
    await server.ports.withContext(context, (tx) =>
      sql`delete from kernel.memberships where id = ${member.id}`.execute(tx),
    );
    assert.equal(await queuedLists(server, organisation), 1);
  });
});

describe("404", () => {
  test("nobody is taken out of where they are not", async () => {
    const { admin, params, organisation, group, unit } = house;
    const { id: person } = await server.addMember(organisation);
    const refused = [
      await server.refused(units.removeResident, {
        as: admin,
        params: { ...params, unit, person },
      }),
      await server.refused(api.removeGroupMember, {
        as: admin,
        params: { ...params, group, person },
      }),
    ];
    assert.deepEqual(refused, ["404 not-found", "404 not-found"]);
  });
});

describe("409", () => {
  test("a resident leaves the group by moving out, and is told so", async () => {
    const { admin, params, organisation, group, unit } = house;
    const { id: person } = await server.addMember(organisation);
    await server.ok(units.putResident, { as: admin, params: { ...params, unit, person } });
    const call = { as: admin, params: { ...params, group, person } };
    assert.equal(await server.refused(api.removeGroupMember, call), "409 member-by-unit");
  });

  test("names are taken once: a group's in the organisation, a unit's on its site", async () => {
    const { admin, params, site } = house;
    const as = admin;
    const group = { as, params, body: { name: "Beboere" } };
    assert.equal(await server.refused(api.addGroup, group), "409 name-taken");
    const unit = { as, params, body: { name: "H0101", site } };
    assert.equal(await server.refused(units.addUnit, unit), "409 name-taken");
  });
});
