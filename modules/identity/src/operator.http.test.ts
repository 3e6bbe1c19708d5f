import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as demoApi from "./api/demo.ts";
import * as meApi from "./api/me.ts";
import * as api from "./api/operator.ts";
import type { Browser } from "./test-browser.ts";
import { testPersons } from "./test-persons.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { addMember, addTenant, countRows, sign, signedInByEmail } from "./test-tenants.ts";

let server: TestServer;
let nora: Browser;
before(async () => {
  server = await startTestServer();
  const { id } = await addTenant(server, { name: "Drift", kind: "operator" });
  const email = "nora@drift.example";
  const member = await addMember(server, id, { name: "Nora", email, role: "administrator" });
  await sign(server, id, member);
  await addMember(server, id, { name: "Vikar", email: "vikar@drift.example" });
  nora = await signedInByEmail(server, email);
});
after(async () => await server.stop());

const organisation = {
  name: "Brf Solhöjden",
  number: "556012-5790",
  country: "SE",
  kind: "housing",
  administrator: { name: "Åsa Ek", email: "asa@brf.example" },
};

test("201: an organisation is there with its first administrator, who signs in by code", async () => {
  const { status, body } = await nora.call(api.addOrganisation, { body: organisation });
  assert.equal(status, 201);
  const listed = await nora.call(api.organisations);
  assert.deepEqual(
    listed.body.items.find(({ id }) => id === body.id),
    { id: body.id, name: "Brf Solhöjden", number: "5560125790", country: "SE", kind: "housing" },
  );
  const asa = await signedInByEmail(server, "asa@brf.example");
  const { memberships } = (await asa.call(meApi.me)).body;
  assert.deepEqual(
    memberships.map((each) => [each.organisation.id, each.role]),
    [[body.id, "administrator"]],
  );
});

test("409, 422: a number that is taken, of another country or wrong leaves nothing behind", async () => {
  const before = await countRows(server, "kernel.organisations");
  const code = async (change: object) =>
    (await nora.call(api.addOrganisation, { body: { ...organisation, ...change } })).problem?.code;
  assert.equal(await code({}), "organisation-number-taken");
  assert.equal(await code({ country: "NO" }), "invalid-organisation-number");
  assert.equal(await code({ number: "974760674", country: "NO" }), "invalid-organisation-number");
  assert.equal(await code({ name: "01819099940" }), "national-identity-number");
  assert.equal(await code({ kind: "operator" }), "malformed-request");
  assert.equal(await countRows(server, "kernel.organisations"), before);
});

test("403: neither the operator's other staff nor another's administrator may", async () => {
  for (const email of ["vikar@drift.example", "asa@brf.example"]) {
    const browser = await signedInByEmail(server, email);
    for (const call of [
      browser.call(api.organisations),
      browser.call(api.signInAttempts),
      browser.call(api.addOrganisation, { body: { ...organisation, number: "974760673" } }),
    ])
      assert.equal((await call).problem?.code, "not-allowed");
  }
});

test("the demo lists its invented persons, without birthday and identifier, and what it sent", async () => {
  const browser = server.browser();
  const persons = await browser.call(demoApi.testPersons);
  assert.deepEqual(
    persons.body.items.map(({ key }) => key),
    testPersons.map(({ key }) => key),
  );
  assert.ok(!/sub-kari|1984/.test(persons.text));
  const first = await browser.call(demoApi.outbox, { query: { limit: 1 } });
  const second = await browser.call(demoApi.outbox, {
    query: { limit: 1, cursor: first.body.next ?? "" },
  });
  assert.ok((first.body.items[0]?.at ?? "") >= (second.body.items[0]?.at ?? "9"));
});

test("an invented person's account is made once, with the memberships that have their e-mail", async () => {
  const { id } = await addTenant(server, { name: "Solhaug" });
  await addMember(server, id, { name: "Kari", email: "kari@solhaug.example" });
  const kari = { ...testPersons[0]!, email: "kari@solhaug.example", phone: "+4740000101" };
  for (const _ of [1, 2]) await server.identity.addDemoAccount(kari);
  const me = (await (await server.signedIn("kari")).call(meApi.me)).body;
  assert.deepEqual(
    [me.email, me.emailVerified, me.phone, me.memberships.length],
    ["kari@solhaug.example", true, "+4740000101", 1],
  );
});
