import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as api from "./api/grants.ts";
import { addDoor } from "./api/places.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestMember, TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
after(async () => await server.stop());

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

/** The id of the grant that makes somebody what they are at a door. */
async function grantOf({ id }: TestMember): Promise<string> {
  const [row] = await server.rows<{ id: string }>(
    `select id from access.grants where member_id = $1`,
    [id],
  );
  return row?.id ?? "";
}
const remove = async (as: TestMember, holder: TestMember) => ({
  as,
  params: { ...house.params, grant: await grantOf(holder) },
});

describe("201", () => {
  test("a grant has its door, its holder, its role and its times, and the doors are told", async () => {
    const { admin, params, door, organisation } = await addHouse(server);
    const kari = await server.addMember(organisation, { name: "Kari" });
    const [validFrom, validUntil] = [inDays(1), inDays(2)];
    await forgetLists(server);
    const { id } = await server.ok(api.addGrant, {
      as: admin,
      params,
      body: { door, person: kari.id, validFrom, validUntil },
    });
    assert.equal(await queuedLists(server, organisation), 1);
    const { items } = await server.ok(api.grants, { as: admin, params });
    const { createdAt, ...grant } = items[0]!;
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000);
    assert.deepEqual(grant, {
      id,
      door: { id: door, name: "Port", timeZone: "Europe/Oslo" },
      person: { id: kari.id, name: "Kari" },
      role: "user",
      validFrom,
      validUntil,
      mayChange: true,
      mayRemove: true,
    });
  });

  test("a door administrator lets in; an owner appoints", async () => {
    const { params, door, organisation } = house;
    const give = async (as: TestMember, role: "user" | "door_administrator" | "owner") => {
      const person = (await server.addMember(organisation)).id;
      await server.ok(api.addGrant, { as, params, body: { door, person, role } });
    };
    await give(await house.memberWith("door_administrator"), "user");
    const owner = await house.memberWith("owner");
    await give(owner, "door_administrator");
    await give(owner, "owner");
  });
});

describe("200", () => {
  test("the list is of the caller's doors, narrowed by door, person or group", async () => {
    const { admin, params, door, group, memberWith } = await addHouse(server);
    await server.ok(api.addGrant, { as: admin, params, body: { door, group } });
    const kari = await memberWith("door_administrator");
    const list = async (as: TestMember, query: object) =>
      (await server.ok(api.grants, { as, params, query })).items.map(
        (grant) => grant.group?.name ?? grant.role,
      );
    assert.deepEqual(await list(kari, {}), ["door_administrator", "Beboere"]);
    assert.deepEqual(await list(kari, { group }), ["Beboere"]);
    assert.deepEqual(await list(kari, { person: kari.id, door }), ["door_administrator"]);
    assert.deepEqual(await list(kari, { door: house.door }), []);
    assert.deepEqual(await list(await memberWith("user"), {}), []);
  });

  test("the list says of each grant what the caller may do to it, as the server then lets them", async () => {
    const { admin, params, memberWith } = await addHouse(server);
    const [owner, caretaker] = [await memberWith("owner"), await memberWith("door_administrator")];
    await memberWith("user");
    const offered = async (as: TestMember) => {
      const { items } = await server.ok(api.grants, { as, params });
      return Object.fromEntries(items.map((each) => [each.role, [each.mayChange, each.mayRemove]]));
    };
    const [all, nothing] = [
      [true, true],
      [false, false],
    ];
    assert.deepEqual(await offered(admin), { user: all, door_administrator: all, owner: all });
    assert.deepEqual(await offered(caretaker), {
      user: all,
      door_administrator: nothing,
      owner: nothing,
    });
    assert.deepEqual(await offered(owner), {
      user: all,
      door_administrator: all,
      owner: [true, false],
    });
    await memberWith("owner");
    assert.deepEqual((await offered(owner))["owner"], all, "somebody else is owner too");
  });

  test("a grant that has ended is invisible at once", async () => {
    const { admin, params, door, organisation } = await addHouse(server);
    const { id: person } = await server.addMember(organisation);
    const body = { door, person, validUntil: inDays(1) };
    await server.ok(api.addGrant, { as: admin, params, body });
    server.clock.now = () => new Date(Date.now() + 2 * dayMs);
    const { items } = await server.ok(api.grants, { as: admin, params });
    server.clock.now = () => new Date();
    assert.deepEqual(items, []);
  });

  test("pages follow each other without a gap", async () => {
    const { admin, params, memberWith } = await addHouse(server);
    for (const role of ["user", "user", "owner"] as const) await memberWith(role);
    const first = await server.ok(api.grants, { as: admin, params, query: { limit: 2 } });
    const cursor = first.next ?? "";
    const second = await server.ok(api.grants, { as: admin, params, query: { limit: 2, cursor } });
    assert.equal(second.next, undefined);
    assert.equal(new Set([...first.items, ...second.items].map((grant) => grant.id)).size, 3);
  });
});

describe("204", () => {
  test("a grant taken back is gone, and the doors are told", async () => {
    const kari = await house.memberWith("user");
    const call = await remove(await house.memberWith("door_administrator"), kari);
    await forgetLists(server);
    await server.ok(api.removeGrant, call);
    assert.equal(await grantOf(kari), "");
    assert.equal(await queuedLists(server, house.organisation), 1);
  });

  test("an administrator of the organisation may leave a door without an owner", async () => {
    const { admin, params, memberWith } = await addHouse(server);
    const grant = await grantOf(await memberWith("owner"));
    await server.ok(api.removeGrant, { as: admin, params: { ...params, grant } });
  });
});

describe("400", () => {
  test("a grant is to a person or to a group, and ends after it starts", async () => {
    const { admin, params, door, group } = house;
    const person = admin.id;
    for (const body of [
      { door },
      { door, person, group },
      { door, person, validFrom: inDays(2), validUntil: inDays(1) },
      { door, person, validUntil: "tomorrow" },
      { door, person, role: "administrator" },
      { door, person, organisation_id: params.organisation },
      { door, person, id: person },
    ]) {
      const refused = await server.refused(api.addGrant, { as: admin, params, body });
      assert.equal(refused, "400 malformed-request");
    }
  });
});

describe("403", () => {
  test("nobody raises their own role, or gives one above it", async () => {
    const as = await house.memberWith("door_administrator");
    const { params, door, organisation } = house;
    const { id: friend } = await server.addMember(organisation);
    for (const person of [as.id, friend]) {
      for (const role of ["door_administrator", "owner"]) {
        const call = { as, params, body: { door, person, role } };
        assert.equal(await server.refused(api.addGrant, call), "403 role-too-high");
      }
    }
  });

  test("nor does a door administrator take back what they could not give", async () => {
    const as = await house.memberWith("door_administrator");
    for (const role of ["door_administrator", "owner"] as const) {
      const call = await remove(as, await house.memberWith(role));
      assert.equal(await server.refused(api.removeGrant, call), "403 role-too-high");
    }
  });
});

describe("404", () => {
  test("who does not administer the door gives and takes nothing there", async () => {
    const other = await addHouse(server);
    const { params, door, organisation } = house;
    const kari = await house.memberWith("user");
    const strangers = [kari, await server.addMember(organisation)];
    for (const as of strangers) {
      const give = { as, params, body: { door, person: as.id, role: "owner" } };
      assert.equal(await server.refused(api.addGrant, give), "404 not-found");
      assert.equal(await server.refused(api.removeGrant, await remove(as, kari)), "404 not-found");
    }
    const elsewhere = { as: other.admin, params, body: { door, person: other.admin.id } };
    assert.equal(await server.refused(api.addGrant, elsewhere), "404 not-found");
  });

  test("a door administrator of another door of the same house is nobody here", async () => {
    const { admin, params, site, organisation } = house;
    const second = await server.ok(addDoor, { as: admin, params, body: { name: "Bod", site } });
    const as = await server.addMember(organisation);
    const body = { door: second.id, person: as.id, role: "door_administrator" as const };
    await server.ok(api.addGrant, { as: admin, params, body });
    const call = { as, params, body: { door: house.door, person: as.id } };
    assert.equal(await server.refused(api.addGrant, call), "404 not-found");
    const take = await remove(as, await house.memberWith("user"));
    assert.equal(await server.refused(api.removeGrant, take), "404 not-found");
  });

  test("an administrator whose own grant has ended is nobody either", async () => {
    const as = await house.memberWith("owner");
    await server.rows(`update access.grants set valid_until = now() where member_id = $1`, [as.id]);
    const call = { as, params: house.params, body: { door: house.door, person: as.id } };
    assert.equal(await server.refused(api.addGrant, call), "404 not-found");
  });
});

describe("409", () => {
  test("the same grant twice is one too many", async () => {
    const kari = await house.memberWith("user");
    const call = {
      as: house.admin,
      params: house.params,
      body: { door: house.door, person: kari.id },
    };
    assert.equal(await server.refused(api.addGrant, call), "409 conflict");
  });

  test("the last owner cannot remove themselves; of two who remove each other one stays", async () => {
    const { params, memberWith } = await addHouse(server);
    const [a, b] = [await memberWith("owner"), await memberWith("owner")];
    const take = async (as: TestMember, holder: TestMember) =>
      await server
        .ok(api.removeGrant, { as, params: { ...params, grant: await grantOf(holder) } })
        .then(
          () => true,
          () => false,
        );
    const done = await Promise.all([take(a, b), take(b, a)]);
    assert.deepEqual(done.toSorted(), [false, true]);
    const last = (await grantOf(a)) ? a : b;
    const call = { as: last, params: { ...params, grant: await grantOf(last) } };
    assert.equal(await server.refused(api.removeGrant, call), "409 last-owner");
  });
});

describe("422", () => {
  test("an access that is over before it begins is not given", async () => {
    const body = { door: house.door, person: house.admin.id, validUntil: inDays(-1) };
    const call = { as: house.admin, params: house.params, body };
    assert.equal(await server.refused(api.addGrant, call), "422 end-in-the-past");
  });
});
