import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hashCredential } from "@terskel/edge-protocol";
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
  kari = await server.addMember(house.organisation);
});
after(async () => await server.stop());

const to = (person: TestMember) => ({
  as: house.admin,
  params: { ...house.params, person: person.id },
});
const card = (number: string) => ({ kind: "card" as const, number, label: "Blått kort" });

describe("201", () => {
  test("a card is stored as a keyed hash that the door can find, and its number nowhere", async () => {
    await forgetLists(server);
    await server.ok(api.addCredential, { ...to(kari), body: card("00 4A1B2C".replace(" ", "")) });
    assert.equal(await queuedLists(server, house.organisation), 1);
    const [row] = await server.rows<{ number_hash: Buffer; row: string }>(
      `select number_hash, c::text as row from access.credentials c where member_id = $1`,
      [kari.id],
    );
    const key = credentialKey(server.ports.keys, house.organisation);
    assert.equal(row?.number_hash.toString("base64url"), hashCredential(key, "card", "4A1B2C"));
    assert.doesNotMatch(row?.row ?? "", /4a1b2c/i);
  });

  test("one number in two organisations has nothing in common", async () => {
    const other = await addHouse(server);
    const ola = await server.addMember(other.organisation);
    await server.ok(api.addCredential, { ...to(kari), body: card("7777AAAA") });
    await server.ok(api.addCredential, {
      as: other.admin,
      params: { ...other.params, person: ola.id },
      body: card("7777AAAA"),
    });
    const hashes = await server.rows<{ h: string }>(
      `select encode(number_hash, 'hex') as h from access.credentials
        where member_id = $1 or member_id = $2`,
      [kari.id, ola.id],
    );
    assert.equal(new Set(hashes.map((row) => row.h)).size, hashes.length);
  });
});

describe("200", () => {
  test("a person's cards are listed by their label, without number or hash", async () => {
    const person = await server.addMember(house.organisation);
    await server.ok(api.addCredential, { ...to(person), body: card("1234") });
    const { items } = await server.ok(api.credentials, to(person));
    assert.deepEqual(
      items.map((item) => Object.keys(item).sort()),
      [["createdAt", "id", "kind", "label"]],
    );
  });
});

describe("204", () => {
  test("a card taken back can be handed out again", async () => {
    const ola = await server.addMember(house.organisation);
    const { id } = await server.ok(api.addCredential, { ...to(kari), body: card("55AA55AA") });
    await forgetLists(server);
    await server.ok(api.removeCredential, {
      as: house.admin,
      params: { ...house.params, person: kari.id, credential: id },
    });
    assert.equal(await queuedLists(server, house.organisation), 1);
    await server.ok(api.addCredential, { ...to(ola), body: card("55AA55AA") });
  });
});

describe("400", () => {
  for (const number of ["", "123", "GHIJ", "1234 5678", "0".repeat(33), 1234]) {
    test(`${JSON.stringify(number)} is no card number`, async () => {
      const call = { ...to(kari), body: { ...card(""), number } };
      assert.equal(await server.refused(api.addCredential, call), "400 malformed-request");
    });
  }
});

describe("400 for a label", () => {
  for (const [number, label] of [
    ["00C0FFEE", "Kort c0ffee"],
    ["0012", "Kort 00 12"],
    ["AB12CD", "AB:12:CD"],
  ] as const) {
    test(`“${label}” would keep the number ${number}`, async () => {
      const call = { ...to(kari), body: { kind: "card", number, label } };
      assert.equal(await server.refused(api.addCredential, call), "400 malformed-request");
    });
  }

  test("a label may have a number of its own", async () => {
    const body = { kind: "card", number: "0012AB", label: "Brikke 12" } as const;
    await server.ok(api.addCredential, { ...to(kari), body });
  });
});

describe("403", () => {
  test("a door's owner hands out no cards: a card opens every door of its holder", async () => {
    const as = await house.memberWith("owner");
    const call = { ...to(kari), as };
    assert.equal(await server.refused(api.credentials, call), "403 not-allowed");
    assert.equal(
      await server.refused(api.addCredential, { ...call, body: card("9999") }),
      "403 not-allowed",
    );
  });
});

describe("404", () => {
  test("a card is taken back from who has it", async () => {
    const ola = await server.addMember(house.organisation);
    const { id } = await server.ok(api.addCredential, { ...to(kari), body: card("ABCD") });
    const params = { ...house.params, person: ola.id, credential: id };
    const call = { as: house.admin, params };
    assert.equal(await server.refused(api.removeCredential, call), "404 not-found");
  });
});

describe("409", () => {
  test("a card in use is refused alike whoever has it, in each of its spellings", async () => {
    const ola = await server.addMember(house.organisation);
    await server.ok(api.addCredential, { ...to(kari), body: card("00BEEF01") });
    for (const [person, number] of [
      [ola, "00BEEF01"],
      [ola, "beef01"],
      [kari, "BEEF01"],
    ] as const) {
      const call = { ...to(person), body: card(number) };
      assert.equal(await server.refused(api.addCredential, call), "409 credential-taken");
    }
  });
});

describe("422", () => {
  test("a card's number is no person's identity number", async () => {
    for (const number of ["17912099997", "8112289874", "198112289874"]) {
      const call = { ...to(kari), body: card(number) };
      assert.equal(await server.refused(api.addCredential, call), "422 national-identity-number");
    }
  });

  test("a tag whose number passes a payment card's check digit is a tag", async () => {
    await server.ok(api.addCredential, { ...to(kari), body: card("4111111111111111") });
  });

  test("a label holds no national identity number", async () => {
    const call = { ...to(kari), body: { ...card("1212"), label: "17912099997" } };
    assert.equal(await server.refused(api.addCredential, call), "422 national-identity-number");
  });
});
