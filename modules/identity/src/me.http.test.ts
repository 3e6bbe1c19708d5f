import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as api from "./api/me.ts";
import * as peopleApi from "./api/people.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { addMember, addTenant, digitsSentTo, signedInByEmail } from "./test-tenants.ts";

let server: TestServer;
let housing: string;
let office: string;
before(async () => {
  server = await startTestServer();
  housing = (await addTenant(server, { name: "Solhaug" })).id;
  office = (await addTenant(server, { name: "Havnegata 7", kind: "office" })).id;
});
after(async () => await server.stop());

type Browser = Awaited<ReturnType<typeof signedInByEmail>>;

/** Somebody who belongs to both organisations, signed in. */
async function resident(name: string) {
  const email = `${name}@solhaug.example`;
  await addMember(server, housing, { name, email });
  await addMember(server, office, { name, email });
  server.later(61);
  return await signedInByEmail(server, email);
}

async function changeEmail(browser: Browser, email: string) {
  const asked = await browser.call(api.requestContactChange, { body: { channel: "email", email } });
  assert.equal(asked.status, 202);
  const body = { code: asked.body.code, digits: await digitsSentTo(server, email) };
  return await browser.call(api.confirmContactChange, { body });
}

async function rows(email: string) {
  const found = await server.owner.query<{ name: string }>(
    "select name from kernel.memberships where email = $1",
    [email],
  );
  return found.rows.map(({ name }) => name);
}

test("a corrected name stands in every organisation one belongs to, and nowhere else (A15)", async () => {
  await resident("other");
  const browser = await resident("tuva");
  const { status } = await browser.call(api.correctMe, {
    body: { name: "Tuva Brekke", language: "sv" },
  });
  assert.equal(status, 204);
  const me = await browser.call(api.me);
  assert.deepEqual([me.body.name, me.body.language], ["Tuva Brekke", "sv"]);
  assert.deepEqual(await rows("tuva@solhaug.example"), ["Tuva Brekke", "Tuva Brekke"]);
  assert.deepEqual(await rows("other@solhaug.example"), ["other", "other"]);
});

test("problems are told in the language one has chosen", async () => {
  const browser = await resident("svea");
  await browser.call(api.correctMe, { body: { language: "sv" } });
  const { problem } = await browser.call(api.getPicture);
  assert.equal(problem?.title, "Detta finns inte, eller så saknar du behörighet.");
});

test("a new e-mail counts everywhere once its code is given, and the old one opens nothing", async () => {
  const browser = await resident("lars");
  assert.equal((await changeEmail(browser, "lars.ny@solhaug.example")).status, 204);
  const me = await browser.call(api.me);
  assert.deepEqual([me.body.email, me.body.emailVerified], ["lars.ny@solhaug.example", true]);
  assert.equal((await rows("lars.ny@solhaug.example")).length, 2);
  assert.equal((await rows("lars@solhaug.example")).length, 0);
  const again = await signedInByEmail(server, "lars.ny@solhaug.example");
  assert.equal((await again.call(api.me)).body.id, me.body.id);
});

test("a new telephone number is kept in E.164, once its code is given", async () => {
  const browser = await resident("mina");
  const body = { channel: "sms", phone: "400 00 401" };
  const asked = await browser.call(api.requestContactChange, { body });
  const digits = await digitsSentTo(server, "+4740000401");
  const wrong = { code: asked.body.code, digits: digits === "000000" ? "000001" : "000000" };
  const refused = await browser.call(api.confirmContactChange, { body: wrong });
  assert.equal(refused.problem?.code, "wrong-code");
  assert.equal((await browser.call(api.me)).body.phone, undefined);
  await browser.call(api.confirmContactChange, { body: { code: asked.body.code, digits } });
  const me = await browser.call(api.me);
  assert.deepEqual([me.body.phone, me.body.phoneVerified], ["+4740000401", true]);
});

test("a confirmed e-mail brings the memberships that wait for it", async () => {
  const browser = await server.signedIn("kari");
  await addMember(server, housing, { name: "Kari N.", email: "kari@solhaug.example" });
  assert.equal((await browser.call(api.me)).body.memberships.length, 0);
  await changeEmail(browser, "kari@solhaug.example");
  assert.equal((await browser.call(api.me)).body.memberships.length, 1);
});

test("422: a code is its person's own", async () => {
  const thief = await resident("oda");
  const browser = await resident("nils");
  const email = "nils.ny@solhaug.example";
  const asked = await browser.call(api.requestContactChange, { body: { channel: "email", email } });
  const digits = await digitsSentTo(server, email);
  const body = { code: asked.body.code, digits };
  const { problem } = await thief.call(api.confirmContactChange, { body });
  assert.equal(problem?.code, "wrong-code");
  assert.equal((await browser.call(api.confirmContactChange, { body })).status, 204);
});

test("409: an e-mail of another account, or of somebody else in one's organisation, changes nothing", async () => {
  await resident("petter");
  await addMember(server, housing, { name: "Import", email: "double@solhaug.example" });
  const browser = await resident("ragnhild");
  for (const email of ["petter@solhaug.example", "double@solhaug.example"]) {
    const sent = server.outbox.list().filter(({ to }) => to === email).length;
    const body = { channel: "email", email };
    const asked = await browser.call(api.requestContactChange, { body });
    const digits = await digitsSentTo(server, email, sent + 1);
    const { problem } = await browser.call(api.confirmContactChange, {
      body: { code: asked.body.code, digits },
    });
    assert.equal(problem?.code, "contact-taken", email);
    assert.equal((await browser.call(api.me)).body.email, "ragnhild@solhaug.example");
    assert.equal((await rows("ragnhild@solhaug.example")).length, 2);
  }
});

test("409: a name that an eID gave is the eID's", async () => {
  const browser = await server.signedIn("ola");
  const { problem } = await browser.call(api.correctMe, { body: { name: "Olav Vik" } });
  assert.equal(problem?.code, "name-from-eid");
  assert.equal((await browser.call(api.me)).body.name, "Ola Vik");
});

test("422: a national identity number is not taken for a name or an address", async () => {
  const browser = await resident("sindre");
  const named = await browser.call(api.correctMe, { body: { name: "Sindre 018190 99940" } });
  assert.equal(named.problem?.code, "national-identity-number");
  const body = { channel: "email", email: "01819099940@mail.example" };
  const asked = await browser.call(api.requestContactChange, { body });
  assert.equal(asked.problem?.code, "national-identity-number");
});

test("400: what is not known is not taken", async () => {
  const browser = await resident("ulrik");
  for (const body of [{ id: "x" }, { language: "da" }, { name: "" }, []]) {
    const { status, problem } = await browser.call(api.correctMe, { body });
    assert.deepEqual([status, problem?.code], [400, "malformed-request"]);
    assert.ok(problem?.errors?.length);
  }
});

test("other modules learn of an account what is verified", async () => {
  const browser = await resident("vidar");
  const { id } = (await browser.call(api.me)).body;
  await server.owner.query("update identity.persons set phone = '+4740000999' where id = $1", [id]);
  assert.deepEqual(await server.identity.account(id), {
    name: "vidar",
    email: "vidar@solhaug.example",
    phone: undefined,
    language: undefined,
  });
  assert.equal(await server.identity.account("00000000-0000-4000-8000-000000000000"), undefined);
});

test("403: a member does not see the organisation's people", async () => {
  const browser = await resident("yngve");
  const params = { organisation: housing };
  assert.equal((await browser.call(peopleApi.people, { params })).problem?.code, "not-allowed");
});
