import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import * as api from "../api/door-groups.ts";
import * as explain from "../api/explain.ts";
import * as grants from "../api/grants.ts";
import * as passages from "../api/passages.ts";
import * as places from "../api/places.ts";
import * as units from "../api/units.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";

let server: TestServer;
let house: TestHouse;
/** A second door, and a group with neither in it yet. */
let cellar: string;
let doorGroup: string;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(async () => {
  house = await addHouse(server);
  const { admin: as, params, site } = house;
  const body = { name: "Kjeller", site };
  cellar = (await server.ok(places.addDoor, { as, params, body })).id;
  doorGroup = (await server.ok(api.addDoorGroup, { as, params, body: { name: "Felles" } })).id;
});

const as = () => ({ as: house.admin, params: house.params });
const at = (door: string) => ({ as: house.admin, params: { ...house.params, doorGroup, door } });
const put = async (door: string) => await server.ok(api.putDoorInGroup, at(door));
const give = async (to: object) =>
  await server.ok(grants.addGrant, { ...as(), body: { doorGroup, ...to } });
const listed = async () => (await server.ok(api.doorGroups, as())).items;
const doorsOf = async (who: TestMember) => {
  const call = { as: who, params: house.params };
  return (await server.ok(passages.myDoors, call)).items.map(({ name }) => name);
};

describe("a grant to a group of doors", () => {
  test("opens each door in it: one that joins later too, and not one that has left", async () => {
    const kari = await server.addMember(house.organisation);
    await give({ person: kari.id });
    assert.deepEqual(await doorsOf(kari), [], "no doors, no access");
    await put(house.door);
    assert.deepEqual(await doorsOf(kari), ["Port"]);
    await put(cellar);
    assert.deepEqual(await doorsOf(kari), ["Kjeller", "Port"]);
    await server.ok(api.takeDoorOutOfGroup, at(house.door));
    assert.deepEqual(await doorsOf(kari), ["Kjeller"]);
  });

  test("is one line among the accesses, of the group and of each of its doors", async () => {
    const kari = await server.addMember(house.organisation, { name: "Kari" });
    const { id } = await give({ person: kari.id });
    await put(house.door);
    await put(cellar);
    const [line, ...more] = (await server.ok(grants.grants, as())).items;
    assert.deepEqual([line?.id, line?.door, line?.doorGroup?.name], [id, undefined, "Felles"]);
    assert.equal(more.length, 0);
    for (const query of [{ door: cellar }, { doorGroup }, { person: kari.id }]) {
      const { items } = await server.ok(grants.grants, { ...as(), query });
      assert.deepEqual(
        items.map((item) => item.id),
        [id],
      );
    }
    const other = { ...as(), query: { doorGroup: house.group } };
    assert.deepEqual((await server.ok(grants.grants, other)).items, []);
  });

  test("is why somebody could open", async () => {
    const kari = await server.addMember(house.organisation);
    await give({ person: kari.id });
    const call = { ...as(), params: { ...house.params, door: cellar, person: kari.id } };
    assert.equal((await server.ok(explain.explainAccess, call)).reason, "no-grant");
    await put(cellar);
    const { reason, grants: because } = await server.ok(explain.explainAccess, call);
    assert.deepEqual([reason, because.length], ["granted", 1]);
  });

  test("reaches a unit's residents and a group's people; the group says how many people get in", async () => {
    const [kari, ola, per] = [
      await server.addMember(house.organisation),
      await server.addMember(house.organisation),
      await server.addMember(house.organisation),
    ] as const;
    const { params, unit, group } = house;
    await server.ok(units.putResident, { ...as(), params: { ...params, unit, person: kari.id } });
    const member = { ...as(), params: { ...params, group, person: ola.id } };
    await server.ok(grants.putGroupMember, member);
    await put(cellar);
    await give({ unit });
    assert.deepEqual(await doorsOf(kari), ["Kjeller"]);
    assert.deepEqual(await doorsOf(ola), []);
    assert.deepEqual(await listed(), [{ id: doorGroup, name: "Felles", doors: 1, people: 1 }]);
    await give({ group });
    assert.deepEqual(await doorsOf(ola), ["Kjeller"]);
    await give({ person: per.id });
    assert.deepEqual(await listed(), [{ id: doorGroup, name: "Felles", doors: 1, people: 3 }]);
  });

  test("makes an administrator of each of its doors, who gives it on only when they are all theirs", async () => {
    const { memberWith, params, organisation } = house;
    const ann = await memberWith("door_administrator");
    const kari = await server.addMember(organisation);
    const theirs = async () => (await server.ok(places.doors, { as: ann, params })).items.length;
    await put(house.door);
    const giving = { as: ann, params, body: { doorGroup, person: kari.id } };
    await server.ok(grants.addGrant, giving);
    assert.equal((await server.ok(api.doorGroups, { as: ann, params })).items.length, 1);
    await put(cellar);
    assert.equal(await theirs(), 1);
    assert.deepEqual((await server.ok(api.doorGroups, { as: ann, params })).items, []);
    assert.equal(await server.refused(grants.addGrant, giving), "404 not-found");
    const line = (await server.ok(grants.grants, { as: ann, params })).items.find(
      (item) => item.doorGroup,
    );
    assert.deepEqual([line?.mayChange, line?.mayRemove], [false, false], "seen, not touched");
    const take = { as: ann, params: { ...params, grant: line!.id } };
    assert.equal(await server.refused(grants.removeGrant, take), "404 not-found");

    await give({ person: ann.id, role: "door_administrator" });
    assert.equal(await theirs(), 2);
    await server.ok(grants.removeGrant, take);
    const owner = { ...giving, body: { ...giving.body, role: "owner" as const } };
    assert.equal(await server.refused(grants.addGrant, owner), "403 role-too-high");
  });

  test("may make the last owner of any of its doors, who then cannot leave it", async () => {
    const owner = await house.memberWith("owner");
    await put(house.door);
    await put(cellar);
    const { id: grant } = await give({ person: owner.id, role: "owner" });
    const leave = { as: owner, params: { ...house.params, grant } };
    assert.equal(await server.refused(grants.removeGrant, leave), "409 last-owner");
    const mine = async () =>
      (await server.ok(grants.grants, { as: owner, params: house.params })).items.find(
        ({ id }) => id === grant,
      )?.mayRemove;
    assert.equal(await mine(), false);
    const second = await server.addMember(house.organisation);
    const body = { door: cellar, person: second.id, role: "owner" as const };
    await server.ok(grants.addGrant, { ...as(), body });
    assert.equal(await mine(), true);
    await server.ok(grants.removeGrant, leave);
  });
});

describe("a group of doors", () => {
  test("has the doors told by whatever changes who gets in, also the second time", async () => {
    await put(cellar);
    for (const change of [
      () => put(house.door),
      () => put(house.door),
      () => server.ok(api.takeDoorOutOfGroup, at(cellar)),
      () => server.ok(api.removeDoorGroup, at(cellar)),
    ]) {
      await forgetLists(server);
      await change();
      assert.equal(await queuedLists(server, house.organisation), 1);
    }
  });

  test("goes with its grants, and leaves its doors; a door goes out of it", async () => {
    const kari = await server.addMember(house.organisation);
    await give({ person: kari.id });
    await put(house.door);
    await put(cellar);
    await server.ok(places.removeDoor, { ...as(), params: { ...house.params, door: cellar } });
    const { items } = await server.ok(api.doorGroupDoors, at(house.door));
    assert.deepEqual(
      items.map(({ name, site }) => [name, site.name]),
      [["Port", "Storgata 1"]],
    );
    await server.ok(api.changeDoorGroup, { ...at(cellar), body: { name: "Innganger" } });
    assert.equal((await listed())[0]?.name, "Innganger");
    await server.ok(api.removeDoorGroup, at(cellar));
    assert.deepEqual((await server.ok(grants.grants, as())).items, []);
    assert.equal((await server.ok(places.doors, as())).items.length, 1);
  });

  test("is named once, opens at least something, and is the organisation's administrators' to make", async () => {
    const add = { ...as(), body: { name: "Felles" } };
    assert.equal(await server.refused(api.addDoorGroup, add), "409 name-taken");
    const owner = await house.memberWith("owner");
    for (const call of [api.addDoorGroup, api.changeDoorGroup, api.putDoorInGroup] as const) {
      const asked = { ...at(house.door), as: owner, body: { name: "X" } };
      assert.match(await server.refused(call, asked), /^403/);
    }
    const person = owner.id;
    for (const body of [{ person }, { person, door: cellar, doorGroup }]) {
      assert.match(await server.refused(grants.addGrant, { ...as(), body }), /^400/);
    }
    const gone = at(cellar);
    assert.equal(await server.refused(api.takeDoorOutOfGroup, gone), "404 not-found");
  });
});
