import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { hashCredential } from "@terskel/edge-protocol";
import * as credentials from "../api/credentials.ts";
import * as api from "../api/keypads.ts";
import { addDoor, changeDoor } from "../api/places.ts";
import { credentialKey } from "../controller-keys.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";
import { drawPins, isPattern } from "./draw.ts";

let server: TestServer;
let house: TestHouse;
let kari: TestMember;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
  const params = { ...house.params, door: house.door };
  await server.ok(changeDoor, { as: house.admin, params, body: { keypad: true } });
});
beforeEach(async () => {
  kari = await house.memberWith("user");
  await forgetLists(server);
});
after(async () => await server.stop());

const HOUR_MS = 3_600_000;
const my = (as: TestMember) => ({ as, params: house.params });
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString();
const newCode = (change: object = {}) => ({
  name: "PostNord",
  doors: [house.door],
  from: ahead(0),
  until: ahead(24 * HOUR_MS),
  once: true,
  ...change,
});
const giving = (as: TestMember, body = newCode(), code: string = randomUUID()) => ({
  as,
  params: { ...house.params, code },
  body,
});
const listed = async (as: TestMember) => (await server.ok(api.myCodes, my(as))).items;
const rowsOf = async (table: string, column: string, { id }: TestMember) =>
  await server.rows<{ row: string }>(
    `select t::text as row from access.${table} t where ${column} = $1`,
    [id],
  );

describe("one's PIN", () => {
  test("is six digits beside another for duress, kept as the hashes that a door looks up and told once", async () => {
    const { pin, duress } = await server.ok(api.newPin, my(kari));
    assert.match(pin, /^\d{6}$/);
    assert.match(duress, /^\d{6}$/);
    const key = credentialKey(server.ports.keys, house.organisation);
    const [row, ...more] = await server.rows<{ pin: Buffer; duress: Buffer }>(
      "select number_hash as pin, duress_hash as duress from access.credentials where member_id = $1",
      [kari.id],
    );
    assert.deepEqual(more, []);
    assert.equal(row?.pin.toString("base64url"), hashCredential(key, "pin", pin));
    assert.equal(row?.duress.toString("base64url"), hashCredential(key, "duress", duress));
    const [text] = await rowsOf("credentials", "member_id", kari);
    assert.ok(!text?.row.includes(pin) && !text?.row.includes(duress));
    const shown = JSON.stringify(await server.ok(credentials.myCredentials, my(kari)));
    assert.ok(!shown.includes(pin) && !shown.includes(duress));
    assert.equal(await queuedLists(server, house.organisation), 1);
  });

  test("is one a person, also when it is asked for several times at once: the last is good", async () => {
    await Promise.all([1, 2, 3].map(() => server.ok(api.newPin, my(kari))));
    const { items } = await server.ok(credentials.myCredentials, my(kari));
    assert.deepEqual(
      items.map(({ kind, label }) => [kind, label]),
      [["pin", ""]],
    );
  });

  test("is no pattern, and is not mistaken for the one for duress by a slip of a finger", () => {
    for (let each = 0; each < 500; each += 1) {
      const { pin, duress } = drawPins();
      assert.ok(!isPattern(pin) && !isPattern(duress));
      const same = pin.split("").filter((digit, at) => digit === duress[at]).length;
      assert.ok(same <= 3, `${pin} ${duress}`);
    }
    for (const digits of ["000000", "123456", "987654", "890123"]) assert.ok(isPattern(digits));
  });

  test("is nobody else's, nor anybody's for duress, nor a code: the database says so of all, whoever they are", async () => {
    const { pin, duress } = await server.ok(api.newPin, my(kari));
    await server.rows(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [kari.organisation, kari.id],
    );
    const key = credentialKey(server.ports.keys, house.organisation);
    const isTaken = async (kind: "pin" | "duress", digits: string) =>
      (
        await server.rows<{ taken: boolean }>("select access.is_keypad_number($1) as taken", [
          [Buffer.from(hashCredential(key, kind, digits), "base64url")],
        ])
      )[0]?.taken;
    assert.equal(await isTaken("pin", pin), true);
    assert.equal(await isTaken("duress", duress), true);
    assert.equal(await isTaken("duress", pin), false);
  });

  test("is blocked and taken back like a card; while it is blocked there is no other to be had", async () => {
    await server.ok(api.newPin, my(kari));
    const { items } = await server.ok(credentials.myCredentials, my(kari));
    const credential = items[0]!.id;
    const mine = { as: kari, params: { ...house.params, credential } };
    await server.ok(credentials.blockMyCredential, mine);
    assert.equal(await server.refused(api.newPin, my(kari)), "409 pin-blocked");
    await server.ok(credentials.removeCredential, {
      as: house.admin,
      params: { ...house.params, person: kari.id, credential },
    });
    await server.ok(api.newPin, my(kari));
  });

  test("is nobody's of another organisation, and is handed out by no administrator", async () => {
    const { admin } = await addHouse(server);
    assert.equal(await server.refused(api.newPin, my(admin)), "404 not-found");
    const body = { kind: "pin", number: "123987", label: "x" } as never;
    const params = { ...house.params, person: kari.id };
    assert.match(
      await server.refused(credentials.addCredential, { as: house.admin, params, body }),
      /^400/,
    );
  });
});

describe("giving a code", () => {
  test("answers with eight digits, kept as a hash alone, and again with the same when the answer was lost", async () => {
    const call = giving(kari);
    const { number } = await server.ok(api.giveCode, call);
    assert.match(number, /^\d{8}$/);
    assert.equal((await server.ok(api.giveCode, call)).number, number);
    const [row, ...more] = await rowsOf("codes", "given_by", kari);
    assert.deepEqual(more, []);
    assert.ok(!row?.row.includes(number));
    const [item] = await listed(kari);
    assert.deepEqual(
      [item?.name, item?.once, item?.doors.map(({ id }) => id), item?.used],
      ["PostNord", true, [house.door], undefined],
    );
    assert.equal(await queuedLists(server, house.organisation), 1);
  });

  test("by an id that stands for something else, or for somebody else's code, is refused and tells no number", async () => {
    const call = giving(kari);
    await server.ok(api.giveCode, call);
    const other = { ...call, body: { ...call.body, once: false } };
    assert.equal(await server.refused(api.giveCode, other), "409 code-id-used");
    const ola = await house.memberWith("user");
    assert.equal(await server.refused(api.giveCode, { ...call, as: ola }), "409 code-id-used");
    await server.ok(api.withdrawCode, { as: kari, params: call.params });
    assert.equal(await server.refused(api.giveCode, call), "409 code-id-used");
  });

  test("is for doors with a keypad that one has access to or administers", async () => {
    const { admin } = house;
    const body = { name: randomUUID(), site: house.site };
    const plain = await server.ok(addDoor, { ...my(admin), body });
    const keypad = { ...body, name: randomUUID(), keypad: true };
    const other = await server.ok(addDoor, { ...my(admin), body: keypad });
    const doorsOf = async (as: TestMember) =>
      (await server.ok(api.keypadDoors, my(as))).items.map(({ id }) => id);
    assert.deepEqual(await doorsOf(kari), [house.door]);
    assert.deepEqual((await doorsOf(admin)).toSorted(), [house.door, other.id].toSorted());
    const to = (...doors: string[]) => newCode({ doors });
    await server.ok(api.giveCode, giving(admin, to(house.door, other.id)));
    for (const [as, door] of [
      [kari, other.id],
      [kari, plain.id],
      [admin, plain.id],
      [await server.addMember(house.organisation), house.door],
    ] as const)
      assert.equal(await server.refused(api.giveCode, giving(as, to(door))), "404 not-found");
  });

  test("has an end, a week after its beginning at most, and fifty in force at most", async () => {
    for (const body of [
      newCode({ until: ahead(-1) }),
      newCode({ from: ahead(2 * HOUR_MS), until: ahead(HOUR_MS) }),
      newCode({ until: ahead(7 * 24 * HOUR_MS + HOUR_MS) }),
      newCode({ from: ahead(31 * 24 * HOUR_MS), until: ahead(32 * 24 * HOUR_MS) }),
    ])
      assert.equal(await server.refused(api.giveCode, giving(kari, body)), "422 code-time");
    for (let each = 0; each < 50; each += 1) await server.ok(api.giveCode, giving(kari));
    assert.equal(await server.refused(api.giveCode, giving(kari)), "409 too-many-codes");
    const pages = await server.ok(api.myCodes, { ...my(kari), query: { limit: 30 } });
    const rest = await server.ok(api.myCodes, {
      ...my(kari),
      query: { limit: 30, cursor: pages.next! },
    });
    assert.equal(new Set([...pages.items, ...rest.items].map(({ id }) => id)).size, 50);
  });
});

describe("withdrawing a code", () => {
  test("is for who gave it, is safe to do twice, and stands in the list for a day", async () => {
    const call = giving(kari);
    await server.ok(api.giveCode, call);
    const ola = await house.memberWith("owner");
    const { params } = call;
    assert.equal(await server.refused(api.withdrawCode, { as: ola, params }), "404 not-found");
    assert.deepEqual(await listed(ola), []);
    await server.ok(api.withdrawCode, { as: kari, params });
    const [first] = await listed(kari);
    await server.ok(api.withdrawCode, { as: kari, params });
    const [second] = await listed(kari);
    assert.ok(first?.withdrawn);
    assert.equal(second?.withdrawn?.at, first.withdrawn.at);
    const [row] = await server.rows<{ hours: number }>(
      "select extract(epoch from expires_at - now())::float8 / 3600 as hours from access.codes where id = $1",
      [params.code],
    );
    assert.ok(row!.hours <= 24);
  });

  test("a code goes with its giver's membership", async () => {
    await server.ok(api.giveCode, giving(kari));
    await server.rows("delete from kernel.memberships where id = $1", [kari.id]);
    assert.deepEqual(await rowsOf("codes", "given_by", kari), []);
    assert.deepEqual(await rowsOf("code_doors", "given_by", kari), []);
  });
});
