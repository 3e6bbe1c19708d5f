import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import * as meApi from "./api/me.ts";
import * as api from "./api/sign-in.ts";
import { digitsOf } from "./codes.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { addMember, addTenant, countRows, digitsSentTo, signedInByEmail } from "./test-tenants.ts";

let server: TestServer;
let housing: { id: string; number: string };
let office: { id: string; number: string };
const limits = {
  codesPerAddress: { most: 100, windowMinutes: 60 },
  wrongCodesPerAddress: { most: 100, windowMinutes: 60 },
  attemptsPerIp: { most: 1000, windowMinutes: 15 },
  proofsPerPerson: { most: 1000, windowMinutes: 15 },
};
before(async () => {
  server = await startTestServer({ limits });
  housing = await addTenant(server, { name: "Solhaug borettslag" });
  office = await addTenant(server, { name: "Havnegata 7", kind: "office" });
});
after(async () => await server.stop());

const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
const verify = async (code: string, digits: string, browser = server.browser()) =>
  await browser.call(api.verifyCode, { body: { code, digits } });
const ask = async (email: string) =>
  (await server.browser().call(api.requestEmailCode, { body: { email } })).body;

test("an invited person's first code makes their account and gives them every membership (A1)", async () => {
  const email = "anne@solhaug.example";
  await addMember(server, housing.id, { name: "Anne Moen", email, phone: "+4740000301" });
  await addMember(server, office.id, { name: "Anne M. Moen", email });
  const browser = await signedInByEmail(server, email);
  const { body } = await browser.call(meApi.me);
  assert.equal(body.name, "Anne Moen");
  assert.deepEqual([body.email, body.emailVerified], [email, true]);
  assert.deepEqual([body.phone, body.phoneVerified], ["+4740000301", false]);
  assert.deepEqual(
    body.memberships.map(({ organisation }) => organisation.name),
    ["Havnegata 7", "Solhaug borettslag"],
  );
});

test("the next code signs in to the same account, and what was added meanwhile is theirs", async () => {
  const email = "bjorn@solhaug.example";
  await addMember(server, housing.id, { name: "Bjørn Lunde", email });
  const first = await signedInByEmail(server, email);
  await addMember(server, office.id, { name: "Bjørn Lunde", email });
  assert.equal((await first.call(meApi.me)).body.memberships.length, 1);
  server.later(2);
  assert.equal((await first.call(meApi.me)).body.memberships.length, 2, "within a minute of use");
  const second = await signedInByEmail(server, email.toUpperCase());
  assert.equal((await second.call(meApi.me)).body.id, (await first.call(meApi.me)).body.id);
});

test("an unknown address gets the same answer, no message, and no session whatever is guessed", async () => {
  await addMember(server, housing.id, { name: "Ida Hauge", email: "ida@solhaug.example" });
  const browser = server.browser();
  const known = await browser.call(api.requestEmailCode, {
    body: { email: "ida@solhaug.example" },
  });
  const unknown = await browser.call(api.requestEmailCode, { body: { email: "no@body.example" } });
  assert.equal(unknown.status, known.status);
  assert.deepEqual(Object.keys(unknown.body), Object.keys(known.body));
  await server.sentTo("ida@solhaug.example");
  await setTimeout(300);
  assert.equal(server.outbox.list().filter(({ to }) => to === "no@body.example").length, 0);
  // Even the right digits, which nobody was sent, open nothing and are answered as wrong ones are.
  const guessed = await verify(unknown.body.code, digitsOf(server.ports.keys, unknown.body.code));
  const missed = await verify(
    known.body.code,
    wrong(await digitsSentTo(server, "ida@solhaug.example")),
  );
  assert.deepEqual(guessed.problem, missed.problem);
  assert.equal(guessed.problem?.code, "wrong-code");
  assert.equal(await countRows(server, "identity.persons", "email = 'no@body.example'"), 0);
});

test("a code opens once", async () => {
  const email = "ellen@solhaug.example";
  await addMember(server, housing.id, { name: "Ellen Ruud", email });
  const { code } = await ask(email);
  const digits = await digitsSentTo(server, email);
  const answers = await Promise.all([1, 2, 3].map(async () => (await verify(code, digits)).status));
  assert.deepEqual(
    answers.toSorted((a, b) => a - b),
    [204, 422, 422],
  );
});

test("five wrong guesses, also at the same moment, make a code worthless", async () => {
  const email = "david@solhaug.example";
  await addMember(server, housing.id, { name: "David Krogh", email });
  const { code } = await ask(email);
  const digits = await digitsSentTo(server, email);
  const guesses = Array.from({ length: 5 }, async () => await verify(code, wrong(digits)));
  for (const { problem } of await Promise.all(guesses)) assert.equal(problem?.code, "wrong-code");
  assert.equal((await verify(code, digits)).problem?.code, "wrong-code");
});

test("a code ends after ten minutes, and one that never was is answered like a wrong one", async () => {
  const email = "fredrik@solhaug.example";
  await addMember(server, housing.id, { name: "Fredrik Dalby", email });
  const { code, expiresAt } = await ask(email);
  const validMs = Date.parse(expiresAt) - server.ports.now().getTime();
  assert.ok(validMs > 590_000 && validMs <= 600_000);
  const digits = await digitsSentTo(server, email);
  server.later(10);
  assert.equal((await verify(code, digits)).problem?.code, "wrong-code");
  const never = "00000000-0000-4000-8000-000000000000";
  assert.equal((await verify(never, digits)).problem?.code, "wrong-code");
});

test("a code for My profile does not sign in", async () => {
  const browser = await signedInByEmail(server, "anne@solhaug.example");
  const body = { channel: "email", email: "anne.ny@solhaug.example" };
  const asked = await browser.call(meApi.requestContactChange, { body });
  const digits = await digitsSentTo(server, "anne.ny@solhaug.example");
  assert.equal((await verify(asked.body.code, digits)).problem?.code, "wrong-code");
});

test("neither the code nor its hash is in the database", async () => {
  const email = "guro@solhaug.example";
  await addMember(server, housing.id, { name: "Guro Engen", email });
  await ask(email);
  const digits = await digitsSentTo(server, email);
  const { rows } = await server.owner.query("select * from identity.codes");
  assert.ok(!JSON.stringify(rows).includes(digits));
  const jobs = await server.owner.query("select * from graphile_worker._private_jobs");
  assert.ok(!JSON.stringify(jobs.rows).includes(email));
});

for (const [language, words] of [
  ["nb", "er koden din for å logge inn"],
  ["sv", "är din kod för att logga in"],
  ["en", "is your code to sign in"],
] as const) {
  test(`the message is in the reader's language (${language}), the code in its first line`, async () => {
    const email = `${language}@solhaug.example`;
    await addMember(server, housing.id, { name: "Språk", email });
    const headers = { "accept-language": language };
    await server.browser().call(api.requestEmailCode, { body: { email }, headers });
    const [message] = await server.sentTo(email);
    assert.match(message?.text.split("\n")[0] ?? "", new RegExp(`^\\d{6} ${words}`));
  });
}

test("employees sign in by telephone number and the employer's organisation number (D1)", async () => {
  await addMember(server, office.id, { name: "Amir Haddad", phone: "+4740000201" });
  await addMember(server, housing.id, { name: "Amir H.", phone: "+4740000201" });
  const browser = server.browser();
  const body = { phone: "400 00 201", organisationNumber: office.number };
  const asked = await browser.call(api.requestSmsCode, { body });
  assert.equal(asked.status, 202);
  const digits = await digitsSentTo(server, "+4740000201");
  assert.equal((await verify(asked.body.code, digits, browser)).status, 204);
  const me = await browser.call(meApi.me);
  assert.deepEqual([me.body.phone, me.body.phoneVerified], ["+4740000201", true]);
  const names = me.body.memberships.map(({ organisation }) => organisation.name);
  assert.deepEqual(names, ["Havnegata 7"], "a number is claimed at that employer only");
});

test("by SMS nobody gets in at an organisation they do not belong to", async () => {
  const sent = server.outbox.list().length;
  for (const organisationNumber of ["310020028", housing.number]) {
    const body = { phone: "+47 400 00 202", organisationNumber };
    const { status } = await server.browser().call(api.requestSmsCode, { body });
    assert.equal(status, 202);
  }
  await setTimeout(300);
  assert.equal(server.outbox.list().length, sent);
});

test("a number that an administrator writes on somebody's account does not open that account", async () => {
  const email = "henrik@solhaug.example";
  const member = await addMember(server, housing.id, { name: "Henrik Næss", email });
  await signedInByEmail(server, email);
  await server.owner.query("update kernel.memberships set phone = '+4740000666' where id = $1", [
    member,
  ]);
  const body = { phone: "40000666", organisationNumber: housing.number };
  const asked = await server.browser().call(api.requestSmsCode, { body });
  const digits = digitsOf(server.ports.keys, asked.body.code);
  assert.equal((await verify(asked.body.code, digits)).problem?.code, "wrong-code");
  assert.equal(server.outbox.list().filter(({ to }) => to === "+4740000666").length, 0);
});

test("422: a number that cannot be one is named", async () => {
  const browser = server.browser();
  const sms = async (phone: string, organisationNumber: string) =>
    (await browser.call(api.requestSmsCode, { body: { phone, organisationNumber } })).problem?.code;
  assert.equal(await sms("12345", office.number), "invalid-phone");
  assert.equal(await sms("40000201", "123456789"), "invalid-organisation-number");
});
