import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
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
let ola: TestMember;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
  kari = await server.addMember(house.organisation, { name: "Kari" });
  ola = await server.addMember(house.organisation, { name: "Ola" });
});
after(async () => await server.stop());

const of = (person: TestMember) => ({
  as: house.admin,
  params: { ...house.params, person: person.id },
});
const one = (person: TestMember, credential: string) => ({
  as: house.admin,
  params: { ...house.params, person: person.id, credential },
});
const mine = (person: TestMember, credential: string) => ({
  as: person,
  params: { ...house.params, credential },
});
const ask = (number: string, as: TestMember = house.admin) => ({
  as,
  params: house.params,
  body: { number },
});
let given = 0x4000_0000;
async function handOut(person: TestMember, kind: "card" | "fob" = "fob") {
  given += 1;
  const number = given.toString(16);
  const body = { kind, number, label: `Brikke ${given - 0x4000_0000}` };
  const { id } = await server.ok(api.addCredential, { ...of(person), body });
  return { id, number, label: body.label };
}
const restrict = async ({ organisation, id }: TestMember) =>
  await server.rows(
    "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
    [organisation, id],
  );

describe("a lost one", () => {
  test("is blocked by its holder, who sees since when, and so does the administrator", async () => {
    const { id, label } = await handOut(kari);
    await forgetLists(server);
    await server.ok(api.blockMyCredential, mine(kari, id));
    assert.equal(await queuedLists(server, house.organisation), 1);
    const { items } = await server.ok(api.myCredentials, { as: kari, params: house.params });
    const [newest] = items;
    assert.deepEqual([newest?.label, newest?.blocked?.known], [label, 0]);
    assert.ok(Math.abs(Date.parse(newest?.blocked?.at ?? "") - Date.now()) < 60_000);
    const seen = await server.ok(api.credentials, of(kari));
    assert.deepEqual(seen.items, items);
  });

  test("is blocked by an administrator, and opens again when it is found", async () => {
    const { id } = await handOut(kari);
    await server.ok(api.blockCredential, one(kari, id));
    await forgetLists(server);
    await server.ok(api.unblockCredential, one(kari, id));
    assert.equal(await queuedLists(server, house.organisation), 1);
    const { items } = await server.ok(api.credentials, of(kari));
    assert.equal(items.find((each) => each.id === id)?.blocked, undefined);
  });

  test("is blocked since it was first reported, however often it is", async () => {
    const { id } = await handOut(kari);
    const since = async () => {
      await server.ok(api.blockMyCredential, mine(kari, id));
      const [row] = await server.rows<{ at: Date }>(
        "select blocked_at as at from access.credentials where id = $1",
        [id],
      );
      return row?.at.getTime();
    };
    assert.equal(await since(), await since());
  });

  test("stays its holder's until it is handed in", async () => {
    const { id, number } = await handOut(kari);
    await server.ok(api.blockMyCredential, mine(kari, id));
    const again = { ...of(ola), body: { kind: "fob" as const, number, label: "Fant den" } };
    assert.equal(await server.refused(api.addCredential, again), "409 credential-taken");
    await server.ok(api.removeCredential, one(kari, id));
    await server.ok(api.addCredential, again);
  });

  test("is blocked also by one whose data is restricted, as nobody else sees it then", async () => {
    const stille = await server.addMember(house.organisation);
    const { id, number } = await handOut(stille);
    await restrict(stille);
    assert.equal(await server.refused(api.blockCredential, one(stille, id)), "404 not-found");
    const whose = await server.refused(api.credentialHolder, ask(number));
    assert.equal(whose, "404 nobody-with-credential");
    await server.ok(api.blockMyCredential, mine(stille, id));
    const { items } = await server.ok(api.myCredentials, { as: stille, params: house.params });
    assert.ok(items[0]?.blocked);
  });
});

describe("what is not one's own", () => {
  test("is not blocked, not found again and not seen by a resident", async () => {
    const { id, label } = await handOut(ola);
    assert.equal(await server.refused(api.blockMyCredential, mine(kari, id)), "404 not-found");
    for (const contract of [api.blockCredential, api.unblockCredential]) {
      const call = { ...one(ola, id), as: kari };
      assert.equal(await server.refused(contract, call), "403 not-allowed");
    }
    const { items } = await server.ok(api.myCredentials, { as: kari, params: house.params });
    assert.ok(!items.some((each) => each.label === label));
    const [row] = await server.rows<{ at: Date | null }>(
      "select blocked_at as at from access.credentials where id = $1",
      [id],
    );
    assert.equal(row?.at, null);
  });

  test("is not found again by its holder: who has their telephone could do so too", async () => {
    const { id } = await handOut(kari);
    await server.ok(api.blockMyCredential, mine(kari, id));
    const call = { ...one(kari, id), as: kari };
    assert.equal(await server.refused(api.unblockCredential, call), "403 not-allowed");
  });

  test("an unknown one, or one by another person's address, is not there", async () => {
    const { id } = await handOut(ola);
    for (const call of [one(kari, id), one(ola, randomUUID())]) {
      assert.equal(await server.refused(api.blockCredential, call), "404 not-found");
      assert.equal(await server.refused(api.unblockCredential, call), "404 not-found");
    }
    const unknown = await server.refused(api.blockMyCredential, mine(kari, randomUUID()));
    assert.equal(unknown, "404 not-found");
    const malformed = await server.refused(api.blockMyCredential, mine(kari, "min brikke"));
    assert.equal(malformed, "400 malformed-request");
  });
});

describe("whose it is", () => {
  test("an administrator learns by its number, in each of its spellings, lost or not", async () => {
    const { id, number, label } = await handOut(kari);
    await server.ok(api.blockMyCredential, mine(kari, id));
    for (const spelling of [number, `00${number}`.toUpperCase(), ` ${number} `]) {
      const { holders } = await server.ok(api.credentialHolder, ask(spelling));
      assert.deepEqual(
        holders.map((each) => [each.person.name, each.kind, each.label, !!each.blocked]),
        [["Kari", "fob", label, true]],
      );
    }
  });

  test("a number that was given as a card's and as a fob's has two holders", async () => {
    const { number } = await handOut(kari, "card");
    const key = credentialKey(server.ports.keys, house.organisation);
    await server.rows(
      `insert into access.credentials (organisation_id, member_id, kind, number_hash, label)
       values ($1, $2, 'fob', $3, 'Samme nummer')`,
      [house.organisation, ola.id, Buffer.from(hashCredential(key, "fob", number), "base64url")],
    );
    const { holders } = await server.ok(api.credentialHolder, ask(number));
    assert.deepEqual(holders.map(({ person }) => person.name).toSorted(), ["Kari", "Ola"]);
  });

  test("nobody's, another organisation's and one that was handed in are one answer", async () => {
    const other = await addHouse(server);
    const theirs = await server.addMember(other.organisation);
    const params = { ...other.params, person: theirs.id };
    const body = { kind: "card" as const, number: "771234", label: "Deres" };
    await server.ok(api.addCredential, { as: other.admin, params, body });
    const { id, number } = await handOut(kari);
    await server.ok(api.removeCredential, one(kari, id));
    for (const asked of ["DEADBEEF", body.number, number]) {
      const refused = await server.refused(api.credentialHolder, ask(asked));
      assert.equal(refused, "404 nobody-with-credential");
    }
  });

  test("is for administrators only", async () => {
    const { number } = await handOut(kari);
    const owner = await house.memberWith("owner");
    const refused = await server.refused(api.credentialHolder, ask(number, owner));
    assert.equal(refused, "403 not-allowed");
  });

  for (const number of ["", "123", "GHIJ", "1234 5678", "0".repeat(33)]) {
    test(`${JSON.stringify(number)} is no number to ask about`, async () => {
      const refused = await server.refused(api.credentialHolder, ask(number));
      assert.equal(refused, "400 malformed-request");
    });
  }

  test("an identity number is not asked about", async () => {
    const refused = await server.refused(api.credentialHolder, ask("17912099997"));
    assert.equal(refused, "422 national-identity-number");
  });
});

for (const kinds of [
  ["card", "card"],
  ["card", "fob"],
]) {
  test(`one number handed out twice at once, as ${kinds.join(" and ")}, is one person's`, async () => {
    for (let index = 0; index < 5; index += 1) {
      given += 1;
      const number = given.toString(16);
      const answers = await Promise.all(
        [kari, ola].map(async (person, at) =>
          server.app.inject({
            method: "POST",
            url: `/api/v1/organisations/${house.organisation}/people/${person.id}/credentials`,
            headers: { "x-test-person": house.admin.person },
            payload: { kind: kinds[at], number, label: "Nytt" },
          }),
        ),
      );
      const codes = answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
      assert.deepEqual(codes, [201, 409]);
      const { holders } = await server.ok(api.credentialHolder, ask(number));
      assert.equal(holders.length, 1);
    }
  });
}
