import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Contract } from "@terskel/platform/contract";
import { sql } from "kysely";
import * as credentials from "./api/credentials.ts";
import * as doorGroups from "./api/door-groups.ts";
import * as grants from "./api/grants.ts";
import * as invitations from "./api/invitations.ts";
import * as leases from "./api/leases.ts";
import * as controllersApi from "./api/controllers.ts";
import * as places from "./api/places.ts";
import * as units from "./api/units.ts";
import { accessProcessing } from "./index.ts";
import { addHouse } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { addPassage } from "./test-log.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

const tables = accessProcessing.tables.map(({ table }) => table);

let server: TestServer;
let ours: TestHouse;
let theirs: Awaited<ReturnType<typeof furnished>>;
before(async () => {
  server = await startTestServer();
  ours = await addHouse(server);
  theirs = await furnished();
});
after(async () => await server.stop());

/** A house with something in every table. */
async function furnished() {
  const house = await addHouse(server);
  const { admin, params, organisation, site, door, unit, group } = house;
  const as = admin;
  const controller = await server.ok(controllersApi.addController, {
    as,
    params,
    body: { name: "Skap", site },
  });
  const { id: person } = await server.addMember(organisation);
  await server.ok(units.putResident, { as, params: { ...params, unit, person } });
  await server.ok(grants.putGroupMember, { as, params: { ...params, group, person } });
  const grant = await server.ok(grants.addGrant, { as, params, body: { door, person } });
  const credential = await server.ok(credentials.addCredential, {
    as,
    params: { ...params, person },
    body: { kind: "card", number: "1234", label: "Kort" },
  });
  const invitation = await server.ok(invitations.invite, {
    as,
    params,
    body: { door, email: "gjest@example.com" },
  });
  const doorGroup = await server.ok(doorGroups.addDoorGroup, {
    as,
    params,
    body: { name: "Alle" },
  });
  const inIt = { as, params: { ...params, doorGroup: doorGroup.id, door } };
  await server.ok(doorGroups.putDoorInGroup, inIt);
  const lease = randomUUID();
  const from = new Date().toISOString();
  await server.ok(leases.letUnit, {
    as,
    params: { ...params, lease },
    body: { unit, tenants: [person], from },
  });
  await addPassage(server, { door, member: person });
  return {
    ...house,
    person,
    controller: controller.id,
    grant: grant.id,
    credential: credential.id,
    invitation: invitation.id,
    doorGroup: doorGroup.id,
    lease,
  };
}

/** Every row of every table of access, as text. */
async function everything() {
  const rows = await server.rows<{ row: string }>(
    tables
      .map((table) => `select '${table}' || t::text as row from ${table} t`)
      .join(" union all "),
  );
  return rows.map(({ row }) => row).toSorted();
}

describe("an administrator who names another organisation's things in their own", () => {
  /** What is named, and the call that names it. */
  type Attack = [Contract, { params?: object; body?: object }];

  const attacks = (): Attack[] => {
    const { site, door, unit, group, person, controller, grant, credential, invitation } = theirs;
    const { doorGroup, lease } = theirs;
    const rented = { unit: ours.unit, tenants: [ours.admin.id], from: "2031-01-01T11:00:00Z" };
    const us = { unit: ours.unit, group: ours.group, person: ours.admin.id };
    const card = { kind: "card", number: "5678", label: "Kort" };
    const role = { role: "owner" };
    return [
      [controllersApi.addController, { body: { name: "X", site } }],
      [places.changeSite, { params: { site }, body: { name: "X" } }],
      [places.changeSite, { params: { site }, body: {} }],
      [places.removeSite, { params: { site } }],
      [controllersApi.changeController, { params: { controller }, body: { name: "X" } }],
      [controllersApi.removeController, { params: { controller } }],
      [controllersApi.renewEnrolment, { params: { controller } }],
      [places.addDoor, { body: { name: "X", site } }],
      [places.addDoor, { body: { name: "X", site: ours.site, controller } }],
      [places.oneDoor, { params: { door } }],
      [places.changeDoor, { params: { door }, body: { name: "X" } }],
      [places.changeDoor, { params: { door }, body: {} }],
      [places.changeDoor, { params: { door: ours.door }, body: { controller } }],
      [places.removeDoor, { params: { door } }],
      [units.addUnit, { body: { name: "X", site } }],
      [units.addUnit, { body: { name: "X", site: ours.site, group } }],
      [units.changeUnit, { params: { unit }, body: { name: "X" } }],
      [units.changeUnit, { params: { unit }, body: {} }],
      [units.changeUnit, { params: { unit: ours.unit }, body: { group } }],
      [units.removeUnit, { params: { unit } }],
      [units.putResident, { params: { unit, person } }],
      [units.putResident, { params: { unit, person: us.person } }],
      [units.putResident, { params: { unit: us.unit, person } }],
      [units.removeResident, { params: { unit, person } }],
      [grants.changeGroup, { params: { group }, body: { name: "X" } }],
      [grants.removeGroup, { params: { group } }],
      [grants.groupMembers, { params: { group } }],
      [grants.putGroupMember, { params: { group, person } }],
      [grants.putGroupMember, { params: { group, person: us.person } }],
      [grants.putGroupMember, { params: { group: us.group, person } }],
      [grants.removeGroupMember, { params: { group, person } }],
      [units.oneUnit, { params: { unit } }],
      [doorGroups.changeDoorGroup, { params: { doorGroup }, body: { name: "X" } }],
      [doorGroups.removeDoorGroup, { params: { doorGroup } }],
      [doorGroups.doorGroupDoors, { params: { doorGroup } }],
      [doorGroups.putDoorInGroup, { params: { doorGroup, door } }],
      [doorGroups.putDoorInGroup, { params: { doorGroup, door: ours.door } }],
      [doorGroups.takeDoorOutOfGroup, { params: { doorGroup, door } }],
      [leases.letUnit, { params: { lease: randomUUID() }, body: { ...rented, unit } }],
      [leases.letUnit, { params: { lease: randomUUID() }, body: { ...rented, tenants: [person] } }],
      [leases.changeLease, { params: { lease }, body: {} }],
      [leases.endLease, { params: { lease } }],
      [grants.addGrant, { body: { doorGroup, person: us.person, ...role } }],
      [grants.addGrant, { body: { door: ours.door, unit, ...role } }],
      [grants.addGrant, { body: { door, person, ...role } }],
      [grants.addGrant, { body: { door, person: us.person, ...role } }],
      [grants.addGrant, { body: { door, group: us.group, ...role } }],
      [grants.addGrant, { body: { door: ours.door, person, ...role } }],
      [grants.addGrant, { body: { door: ours.door, group, ...role } }],
      [grants.addGrantByContact, { body: { door, contact: "kari@example.com", ...role } }],
      [grants.changeGrant, { params: { grant }, body: role }],
      [grants.removeGrant, { params: { grant } }],
      [credentials.credentials, { params: { person } }],
      [credentials.addCredential, { params: { person }, body: card }],
      [credentials.removeCredential, { params: { person, credential } }],
      [credentials.removeCredential, { params: { person: us.person, credential } }],
      [credentials.blockCredential, { params: { person, credential } }],
      [credentials.blockCredential, { params: { person: us.person, credential } }],
      [credentials.unblockCredential, { params: { person, credential } }],
      [credentials.unblockCredential, { params: { person: us.person, credential } }],
      [credentials.blockMyCredential, { params: { credential } }],
      [invitations.invite, { body: { door, email: "ola@example.com" } }],
      [invitations.withdrawInvitation, { params: { invitation } }],
    ];
  };

  test("is told that they are not there, and nothing is written", async () => {
    const rows = await everything();
    for (const [contract, { params, body }] of attacks()) {
      const call = { as: ours.admin, params: { ...ours.params, ...params }, body };
      const refused = await server.refused(contract, call);
      assert.equal(refused, "404 not-found", `${contract.id} ${JSON.stringify({ params, body })}`);
    }
    assert.deepEqual(await everything(), rows);
  });

  test("and sees none of them in a list", async () => {
    for (const contract of [
      places.doors,
      units.units,
      controllersApi.controllers,
      grants.groups,
      doorGroups.doorGroups,
      leases.leases,
    ]) {
      const { items } = await server.ok(contract, { as: ours.admin, params: ours.params });
      assert.ok(!JSON.stringify(items).includes(theirs.site));
      assert.ok(!JSON.stringify(items).includes(theirs.group));
      assert.ok(!JSON.stringify(items).includes(theirs.doorGroup));
      assert.ok(!JSON.stringify(items).includes(theirs.lease));
    }
    for (const query of [
      { door: theirs.door },
      { person: theirs.person },
      { group: theirs.group },
      { doorGroup: theirs.doorGroup },
      { unit: theirs.unit },
    ]) {
      const call = { as: ours.admin, params: ours.params, query };
      assert.deepEqual((await server.ok(grants.grants, call)).items, []);
    }
  });
});

/** The address of every route of another organisation, with the ids of its own things. */
const foreignParams = (contract: Contract) =>
  Object.fromEntries(
    Object.keys(contract.params?.shape ?? {}).map((name) => [
      name,
      (theirs as Record<string, unknown>)[name] ?? randomUUID(),
    ]),
  );
const routesOf = (who: readonly string[]) =>
  server.access.routes
    .map(({ contract }) => contract)
    .filter(({ who: each }) => who.includes(each));

test("to a member of another organisation every address of this one is none", async () => {
  const rows = await everything();
  for (const contract of routesOf(["member", "administrator"])) {
    const call = { as: ours.admin, params: foreignParams(contract), body: {} };
    assert.equal(await server.refused(contract, call), "404 not-found", contract.id);
  }
  assert.deepEqual(await everything(), rows);
});

test("who is not signed in gets no further than the door", async () => {
  for (const contract of routesOf(["person", "member", "administrator", "operator"])) {
    const call = { params: foreignParams(contract), body: {} };
    assert.equal(await server.refused(contract, call), "401 not-signed-in", contract.id);
  }
});

test("a member who administers nothing sees nothing of the others, and changes nothing", async () => {
  const as = await server.addMember(theirs.organisation);
  const rows = await everything();
  for (const contract of [places.doors, grants.grants, invitations.invitations]) {
    assert.deepEqual((await server.ok(contract, { as, params: theirs.params })).items, []);
  }
  for (const contract of routesOf(["administrator"])) {
    const call = { as, params: foreignParams(contract), body: {} };
    assert.equal(await server.refused(contract, call), "403 not-allowed", contract.id);
  }
  assert.deepEqual(await everything(), rows);
});

describe("in the database", () => {
  const activities = accessProcessing.activities.map(({ id }) => id);
  const countIn = async (table: string, context: { activity: string; organisation?: string }) =>
    await server.ports.withContext(context, async (tx) => {
      const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}
        where organisation_id is distinct from ${context.organisation ?? null}::uuid`.execute(tx);
      return rows[0]?.count;
    });

  test("no activity of a person's sees another organisation's rows", async () => {
    for (const activity of activities.filter((id) => id !== "access.run-controllers")) {
      for (const table of tables) {
        const context = { activity, organisation: ours.organisation };
        assert.equal(await countIn(table, context), 0, `${activity}: ${table}`);
      }
    }
  });

  test("without an organisation there is nothing to see", async () => {
    for (const activity of activities.filter((id) => id !== "access.run-controllers")) {
      for (const table of tables) {
        assert.equal(await countIn(table, { activity }), 0, `${activity}: ${table}`);
      }
    }
  });

  test("what runs the controllers sees no invitation and no group's name", async () => {
    for (const table of ["access.invitations", "access.groups", "access.door_groups"]) {
      assert.equal(await countIn(table, { activity: "access.run-controllers" }), 0);
    }
  });

  test("an administrator who administers a door by no grant does not read its log (C4)", async () => {
    const { organisation, admin } = theirs;
    const context = { activity: "access.read-door-log", organisation, member: admin.id };
    const seen = await server.ports.withContext(context, async (tx) => {
      const { rows } = await sql`select from access.passages`.execute(tx);
      return rows.length;
    });
    assert.equal(seen, 0);
  });
});
