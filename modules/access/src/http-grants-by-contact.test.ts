import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as api from "./api/grants.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestMember, TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
let caretaker: TestMember;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
  caretaker = await house.memberWith("door_administrator");
});
after(async () => await server.stop());

const hourMs = 3_600_000;
const give = (contact: string, more: object = {}, as = caretaker, at = house) => ({
  as,
  params: at.params,
  body: { door: at.door, contact, ...more },
});
/** In a house of its own, so that no other test's look-ups count. */
async function quietHouse() {
  const at = await addHouse(server);
  const as = await at.memberWith("door_administrator");
  const look = async (contact: string, by = as) =>
    await server.refused(api.addGrantByContact, give(contact, {}, by, at));
  return { at, as, look };
}
const emailOf = (name: string) => `${name}@solhaug.example`;

describe("201", () => {
  test("who is not yet at the door gets in by their whole address, and the doors are told", async () => {
    const kari = await server.addMember(house.organisation, {
      name: "Kari",
      email: emailOf("kari"),
    });
    await forgetLists(server);
    const validUntil = new Date(Date.now() + hourMs).toISOString();
    const given = await server.ok(
      api.addGrantByContact,
      give(" Kari@Solhaug.example ", { validUntil }),
    );
    assert.deepEqual(given.person, { id: kari.id, name: "Kari" });
    assert.equal(await queuedLists(server, house.organisation), 1);
    const { items } = await server.ok(api.grants, {
      as: caretaker,
      params: house.params,
      query: { person: kari.id },
    });
    assert.deepEqual(
      items.map((grant) => [grant.id, grant.role, grant.validUntil]),
      [[given.id, "user", validUntil]],
    );
  });

  test("or by their telephone number as people write it, also one who has never signed in", async () => {
    const ola = await server.addMember(house.organisation, { name: "Ola", unclaimed: true });
    await server.rows("update kernel.memberships set phone = '+4740000501' where id = $1", [
      ola.id,
    ]);
    const { person } = await server.ok(api.addGrantByContact, give("400 00 501"));
    assert.equal(person.id, ola.id);
    const foreign = await server.refused(api.addGrantByContact, give("+46 40 000 05 01"));
    assert.equal(foreign, "404 nobody-with-contact");
  });
});

describe("403", () => {
  test("by an address nobody is made more than their giver could make them, and nothing is looked up", async () => {
    await server.addMember(house.organisation, { email: emailOf("venn") });
    for (const role of ["door_administrator", "owner"]) {
      for (const contact of [emailOf("venn"), emailOf("ingen")]) {
        const refused = await server.refused(api.addGrantByContact, give(contact, { role }));
        assert.equal(refused, "403 role-too-high");
      }
    }
  });
});

describe("404", () => {
  test("a part of an address, a member of another organisation and nobody are one answer", async () => {
    const other = await addHouse(server);
    await server.addMember(other.organisation, { email: emailOf("fremmed") });
    await server.addMember(house.organisation, { email: emailOf("nils") });
    for (const contact of [
      emailOf("fremmed"),
      emailOf("ingen"),
      "nils@solhaug",
      "%@solhaug.example",
      "n_ls@solhaug.example",
      "ils@solhaug.example",
    ]) {
      const refused = await server.refused(api.addGrantByContact, give(contact));
      assert.equal(refused, "404 nobody-with-contact", contact);
    }
  });

  test("who does not administer the door is told nothing, and is not counted", async () => {
    await server.addMember(house.organisation, { email: emailOf("mari") });
    const user = await house.memberWith("user");
    for (const contact of [emailOf("mari"), emailOf("ingen"), "ikke noe"]) {
      const call = give(contact, {}, user);
      assert.equal(await server.refused(api.addGrantByContact, call), "404 not-found");
    }
    const counted = await server.rows("select 1 from access.contact_lookups where member_id = $1", [
      user.id,
    ]);
    assert.deepEqual(counted, []);
  });

  test("a member whose data is restricted is not found", async () => {
    const sperret = await server.addMember(house.organisation, { email: emailOf("sperret") });
    await server.rows(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [house.organisation, sperret.id],
    );
    const refused = await server.refused(api.addGrantByContact, give(emailOf("sperret")));
    assert.equal(refused, "404 nobody-with-contact");
  });
});

describe("409", () => {
  test("an access that the person has already is not given twice", async () => {
    await server.addMember(house.organisation, { email: emailOf("to") });
    await server.ok(api.addGrantByContact, give(emailOf("to")));
    const again = await server.refused(api.addGrantByContact, give(emailOf("to")));
    assert.equal(again, "409 conflict");
  });
});

describe("422", () => {
  test("what is no whole address or number is not looked up, and an end lies in the future", async () => {
    const { look, at, as } = await quietHouse();
    for (const contact of ["Kari Nordlie", "12345", "179120 99997", "a@b@c"]) {
      assert.equal(await look(contact), "422 contact-unreadable", contact);
    }
    const call = give(emailOf("kari"), { validUntil: "2020-01-01T00:00:00Z" }, as, at);
    assert.equal(await server.refused(api.addGrantByContact, call), "422 end-in-the-past");
    assert.deepEqual(
      await server.rows("select 1 from access.contact_lookups where member_id = $1", [as.id]),
      [],
    );
  });
});

describe("429", () => {
  test("who tries address after address is stopped after twenty, hits and misses alike", async () => {
    const { at, as, look } = await quietHouse();
    const kept = await server.addMember(at.organisation, { email: emailOf("bor") });
    for (let nth = 0; nth < 10; nth += 1) {
      assert.equal(await look(emailOf(`gjett${nth}`)), "404 nobody-with-contact");
      const { id } = await server.ok(api.addGrantByContact, give(emailOf("bor"), {}, as, at));
      await server.ok(api.removeGrant, { as, params: { ...at.params, grant: id } });
    }
    assert.equal(await look(emailOf("bor")), "429 too-many-requests");
    assert.equal(await look(emailOf("ingen")), "429 too-many-requests");
    const person = { as, params: at.params, body: { door: at.door, person: kept.id } };
    await server.ok(api.addGrant, person);
    const now = Date.now();
    server.clock.now = () => new Date(now + hourMs + 1000);
    assert.equal(await look(emailOf("ingen")), "404 nobody-with-contact");
    server.clock.now = () => new Date();
  });

  test("who tries many at the same moment gets no further", async () => {
    const { look } = await quietHouse();
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, nth) => look(emailOf(`samtidig${nth}`))),
    );
    const passed = answers.filter((answer) => answer === "404 nobody-with-contact");
    assert.equal(passed.length, 20);
  });

  test("nor does one person with several door administrators, or at several doors", async () => {
    const { at } = await quietHouse();
    let passed = 0;
    for (let nth = 0; nth < 4; nth += 1) {
      const as = await at.memberWith("door_administrator");
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, each) =>
          server.refused(api.addGrantByContact, give(emailOf(`${nth}.${each}`), {}, as, at)),
        ),
      );
      passed += answers.filter((answer) => answer === "404 nobody-with-contact").length;
    }
    assert.equal(passed, 60);
  });

  test("another organisation's door administrators do not have to wait for it", async () => {
    const first = await quietHouse();
    for (let nth = 0; nth < 20; nth += 1) await first.look(emailOf(`${nth}`));
    const second = await quietHouse();
    assert.equal(await second.look(emailOf("ingen")), "404 nobody-with-contact");
  });

  test("an administrator of the organisation sees everybody, and is not limited", async () => {
    const { at, look } = await quietHouse();
    for (let nth = 0; nth < 25; nth += 1) {
      assert.equal(await look(emailOf(`${nth}`), at.admin), "404 nobody-with-contact");
    }
  });

  test("what was looked for, and whether it was found, is kept nowhere", async () => {
    const { as, look } = await quietHouse();
    await look(emailOf("hemmelig"));
    const [row] = await server.rows<{ row: string }>(
      "select to_jsonb(l)::text as row from access.contact_lookups l where member_id = $1",
      [as.id],
    );
    const names = Object.keys(JSON.parse(row?.row ?? "{}") as object);
    assert.deepEqual(names.toSorted(), ["expires_at", "id", "member_id", "organisation_id"]);
  });
});
