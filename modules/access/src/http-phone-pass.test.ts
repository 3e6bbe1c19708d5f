import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hashCredential, isPassInTime, readPass, writePass } from "@terskel/edge-protocol";
import { readPassVectors } from "@terskel/edge-protocol/pass-vectors";
import * as api from "./api/credentials.ts";
import { credentialKey } from "./controller-keys.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestMember, TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
let kari: TestMember;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
  kari = await server.addMember(house.organisation, { name: "Kari" });
});
after(async () => await server.stop());

const my = (as: TestMember) => ({ as, params: house.params });
const of = ({ id: person }: TestMember, credential: string) => ({
  as: house.admin,
  params: { ...house.params, person, credential },
});
const passesOf = async (member: TestMember) =>
  await server.rows<{ id: string; hash: Buffer; row: string }>(
    `select id, number_hash as hash, c::text as row from access.credentials c
      where member_id = $1 and kind = 'phone-pass'`,
    [member.id],
  );
const read = (text: string) => {
  const pass = readPass(credentialKey(server.ports.keys, house.organisation), text);
  assert.ok(pass, "a controller can read it");
  return pass;
};
const numberOf = async (member: TestMember) => {
  const { codes } = await server.ok(api.myPass, my(member));
  return read(codes[0]!.text).number;
};

test("the cloud writes the shared vectors as they were reckoned", () => {
  for (const { why, credentialKey: key, number, step, text } of readPassVectors()) {
    assert.equal(writePass(key, { number, step }), text, why);
  }
});

describe("one's own pass", () => {
  test("has a code for each half minute of the next five, as a controller reads them in their time", async () => {
    const { at, codes } = await server.ok(api.myPass, my(kari));
    assert.equal(codes.length, 10);
    for (const [ahead, { text, from, until }] of codes.entries()) {
      const pass = read(text);
      assert.ok(isPassInTime(pass, Date.parse(from)));
      assert.equal(isPassInTime(pass, Date.parse(at)), ahead <= 1);
      assert.equal(Date.parse(until) - Date.parse(from), 30_000);
      assert.equal(codes[ahead + 1]?.from ?? until, until);
    }
    assert.ok(codes[0]!.from <= at && at < codes[0]!.until);
  });

  test("is made once, however often and however fast it is asked for, and the lists follow", async () => {
    const ola = await server.addMember(house.organisation);
    await forgetLists(server);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.ok(api.myPass, my(ola))),
    );
    assert.equal(new Set(answers.map(({ codes }) => read(codes[0]!.text).number)).size, 1);
    assert.equal((await passesOf(ola)).length, 1);
    assert.equal(await queuedLists(server, house.organisation), 1);
    await forgetLists(server);
    await server.ok(api.myPass, my(ola));
    assert.equal(await queuedLists(server, house.organisation), 0);
  });

  test("is stored as the hash that a controller looks up, and its number nowhere", async () => {
    const number = await numberOf(kari);
    const key = credentialKey(server.ports.keys, house.organisation);
    const [pass] = await passesOf(kari);
    assert.equal(pass?.hash.toString("base64url"), hashCredential(key, "phone-pass", number));
    assert.ok(!pass.row.toLowerCase().includes(number.toLowerCase()));
    assert.notEqual(pass.id.replaceAll("-", "").toUpperCase(), number);
  });

  test("is one for each member and each organisation", async () => {
    const ola = await server.addMember(house.organisation);
    assert.notEqual(await numberOf(kari), await numberOf(ola));
    const { codes } = await server.ok(api.myPass, my(kari));
    const elsewhere = await addHouse(server);
    const key = credentialKey(server.ports.keys, elsewhere.organisation);
    assert.equal(readPass(key, codes[0]!.text), undefined);
  });

  test("is nobody's of another organisation", async () => {
    const { admin } = await addHouse(server);
    assert.equal(await server.refused(api.myPass, my(admin)), "404 not-found");
  });

  test("is had also by one whose data is restricted: it is their own act", async () => {
    const stille = await server.addMember(house.organisation);
    await server.rows(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [stille.organisation, stille.id],
    );
    const { codes } = await server.ok(api.myPass, my(stille));
    assert.equal(codes.length, 10);
  });
});

describe("a pass on a lost phone", () => {
  test("is blocked by its holder, gives no codes, and is had again when an administrator says it is found", async () => {
    const ola = await server.addMember(house.organisation);
    const number = await numberOf(ola);
    const { items } = await server.ok(api.myCredentials, my(ola));
    assert.deepEqual(
      items.map(({ kind, label }) => [kind, label]),
      [["phone-pass", ""]],
    );
    const credential = items[0]!.id;
    await server.ok(api.blockMyCredential, { as: ola, params: { ...house.params, credential } });
    assert.equal(await server.refused(api.myPass, my(ola)), "409 pass-blocked");
    await server.ok(api.unblockCredential, of(ola, credential));
    assert.equal(await numberOf(ola), number);
  });

  test("gives way to a new one when an administrator takes it back, and the old number is void", async () => {
    const ola = await server.addMember(house.organisation);
    const number = await numberOf(ola);
    const { id, hash } = (await passesOf(ola))[0]!;
    await server.ok(api.blockCredential, of(ola, id));
    await server.ok(api.removeCredential, of(ola, id));
    assert.notEqual(await numberOf(ola), number);
    const [made] = await passesOf(ola);
    assert.notDeepEqual(made?.hash, hash);
  });

  test("is not said to be known at a door before that has a list with it, nor when it is found again", async () => {
    const ola = await server.addMember(house.organisation);
    await server.ok(api.myPass, my(ola));
    await server.rows(
      `insert into access.controllers (organisation_id, site_id, name, last_seen_at, list_known_at)
       values ($1, $2, 'Kjeller', now(), clock_timestamp())`,
      [house.organisation, house.site],
    );
    const doors = async () => (await server.ok(api.myPass, my(ola))).doors;
    assert.deepEqual(await doors(), { known: 1, waiting: 0, offline: 0 });
    const { id } = (await passesOf(ola))[0]!;
    await server.ok(api.blockCredential, of(ola, id));
    await server.ok(api.unblockCredential, of(ola, id));
    assert.deepEqual(await doors(), { known: 0, waiting: 0, offline: 1 });
    await server.ok(api.unblockCredential, of(ola, id));
    await server.rows("update access.controllers set list_known_at = clock_timestamp()");
    await server.ok(api.unblockCredential, of(ola, id));
    assert.deepEqual(await doors(), { known: 1, waiting: 0, offline: 0 }, "found twice is once");
  });
});

test("a pass goes with the membership", async () => {
  const ola = await server.addMember(house.organisation);
  await server.ok(api.myPass, my(ola));
  await server.rows("delete from kernel.memberships where id = $1", [ola.id]);
  assert.deepEqual(await passesOf(ola), []);
});
