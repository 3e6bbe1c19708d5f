import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as api from "./api/grants.ts";
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

async function grantOf(holder: TestMember) {
  const [row] = await server.rows<{ id: string }>(
    `select id from access.grants where member_id = $1`,
    [holder.id],
  );
  return row?.id ?? "";
}
const change = async (as: TestMember, holder: TestMember, body: object) => ({
  as,
  params: { organisation: holder.organisation, grant: await grantOf(holder) },
  body,
});
const grantsOf = async (holder: TestMember, admin = house.admin) =>
  (
    await server.ok(api.grants, {
      as: admin,
      params: { organisation: holder.organisation },
      query: { person: holder.id },
    })
  ).items.map(({ role, validFrom, validUntil }) => ({ role, validFrom, validUntil }));

describe("204", () => {
  test("times are set, kept when not named, and taken away by null; the doors are told", async () => {
    const as = await house.memberWith("door_administrator");
    const kari = await house.memberWith("user");
    const [validFrom, validUntil] = [inDays(1), inDays(2)];
    await forgetLists(server);
    await server.ok(api.changeGrant, await change(as, kari, { validFrom, validUntil }));
    assert.equal(await queuedLists(server, house.organisation), 1);
    assert.deepEqual(await grantsOf(kari), [{ role: "user", validFrom, validUntil }]);
    await server.ok(api.changeGrant, await change(as, kari, { validFrom: null }));
    assert.deepEqual(await grantsOf(kari), [{ role: "user", validFrom: undefined, validUntil }]);
    await server.ok(api.changeGrant, await change(as, kari, { validUntil: null }));
    await server.ok(api.changeGrant, await change(as, kari, {}));
    assert.deepEqual(await grantsOf(kari), [
      { role: "user", validFrom: undefined, validUntil: undefined },
    ]);
  });

  test("an owner appoints and takes the role back again", async () => {
    const as = await house.memberWith("owner");
    const kari = await house.memberWith("user");
    for (const role of ["door_administrator", "owner", "user"] as const) {
      await server.ok(api.changeGrant, await change(as, kari, { role }));
      assert.equal((await grantsOf(kari))[0]?.role, role);
    }
  });

  test("an administrator of the organisation may leave a door without an owner", async () => {
    const { admin, memberWith } = await addHouse(server);
    const owner = await memberWith("owner");
    await server.ok(api.changeGrant, await change(admin, owner, { role: "user" }));
    assert.equal((await grantsOf(owner, admin))[0]?.role, "user");
  });
});

describe("400", () => {
  test("a grant's door and holder stay what they are, and a role is one of the three", async () => {
    const kari = await house.memberWith("user");
    for (const body of [
      { door: house.door },
      { person: kari.id },
      { group: house.group },
      { role: "administrator" },
      { role: null },
      { validUntil: "tomorrow" },
    ]) {
      const refused = await server.refused(api.changeGrant, await change(house.admin, kari, body));
      assert.equal(refused, "400 malformed-request", JSON.stringify(body));
    }
  });
});

describe("403", () => {
  test("a door administrator makes nobody more than a user, themselves included", async () => {
    const as = await house.memberWith("door_administrator");
    for (const holder of [as, await house.memberWith("user")]) {
      for (const role of ["door_administrator", "owner"]) {
        const refused = await server.refused(api.changeGrant, await change(as, holder, { role }));
        assert.equal(refused, "403 role-too-high");
      }
    }
  });

  test("nor changes anything of who has a role they could not give", async () => {
    const as = await house.memberWith("door_administrator");
    const holders = [
      as,
      await house.memberWith("door_administrator"),
      await house.memberWith("owner"),
    ];
    for (const holder of holders) {
      for (const body of [{ role: "user" }, { validUntil: inDays(1) }, {}]) {
        const refused = await server.refused(api.changeGrant, await change(as, holder, body));
        assert.equal(refused, "403 role-too-high");
      }
    }
  });
});

describe("404", () => {
  test("who does not administer the door changes nothing there", async () => {
    const other = await addHouse(server);
    const kari = await house.memberWith("user");
    for (const as of [kari, await server.addMember(house.organisation), other.admin]) {
      const call = await change(as, kari, { role: "owner" });
      assert.equal(await server.refused(api.changeGrant, call), "404 not-found");
    }
    assert.equal((await grantsOf(kari))[0]?.role, "user");
  });

  test("a grant that has ended is not brought back", async () => {
    const kari = await house.memberWith("user");
    await server.rows(`update access.grants set valid_until = now() where member_id = $1`, [
      kari.id,
    ]);
    const call = await change(house.admin, kari, { validUntil: null });
    assert.equal(await server.refused(api.changeGrant, call), "404 not-found");
  });
});

describe("409", () => {
  test("two grants do not become the same one", async () => {
    const kari = await house.memberWith("user");
    const validUntil = inDays(3);
    const call = await change(house.admin, kari, { validUntil });
    const { organisation, door } = house;
    const body = { door, person: kari.id, validUntil };
    await server.ok(api.addGrant, { as: house.admin, params: { organisation }, body });
    assert.equal(await server.refused(api.changeGrant, call), "409 conflict");
  });

  test("the last owner does not become less, later or for a time by an owner's hand", async () => {
    const { memberWith } = await addHouse(server);
    const owner = await memberWith("owner");
    for (const body of [
      { role: "user" },
      { role: "door_administrator" },
      { validFrom: inDays(1) },
      { validUntil: inDays(1) },
    ]) {
      const refused = await server.refused(api.changeGrant, await change(owner, owner, body));
      assert.equal(refused, "409 last-owner", JSON.stringify(body));
    }
    await memberWith("owner");
    await server.ok(api.changeGrant, await change(owner, owner, { role: "user" }));
  });

  test("of two owners who unmake each other at once one stays", async () => {
    const { admin, memberWith } = await addHouse(server);
    const [a, b] = [await memberWith("owner"), await memberWith("owner")];
    const calls = [await change(a, b, { role: "user" }), await change(b, a, { role: "user" })];
    const done = await Promise.allSettled(
      calls.map(async (call) => await server.ok(api.changeGrant, call)),
    );
    assert.equal(done.filter(({ status }) => status === "fulfilled").length, 1);
    const roles = [await grantsOf(a, admin), await grantsOf(b, admin)].flat();
    assert.deepEqual(roles.map(({ role }) => role).toSorted(), ["owner", "user"]);
  });
});

describe("422", () => {
  test("an end is in the future and after the start, whichever of the two is changed", async () => {
    const kari = await house.memberWith("user");
    const set = async (body: object) => await change(house.admin, kari, body);
    assert.equal(
      await server.refused(api.changeGrant, await set({ validUntil: inDays(-1) })),
      "422 end-in-the-past",
    );
    await server.ok(api.changeGrant, await set({ validUntil: inDays(1) }));
    assert.equal(
      await server.refused(api.changeGrant, await set({ validFrom: inDays(2) })),
      "422 end-in-the-past",
    );
  });
});
