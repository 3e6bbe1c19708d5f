import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import * as meApi from "./api/me.ts";
import * as api from "./api/sessions.ts";
import * as signIn from "./api/sign-in.ts";
import { userHandle } from "./passkeys.ts";
import { createAuthenticator } from "./test-authenticator.ts";
import type { Browser } from "./test-browser.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { attemptReasons, countRows } from "./test-tenants.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(() => server.later(16));

type Authenticator = ReturnType<typeof createAuthenticator>;
type Lies = Parameters<Authenticator["get"]>[1];

const optionsOf = (body: unknown) => body as { challenge: string; rp?: { id: string } };

async function addTo(browser: Browser, authenticator: Authenticator, lies: Lies = {}) {
  const start = await browser.call(api.startPasskey, { body: {} });
  assert.equal(start.status, 200);
  const response = authenticator.create(optionsOf(start.body), lies);
  return await browser.call(api.addPasskey, { body: { name: "Telefon", response } });
}

/** An account of its own with a passkey. */
async function withPasskey(testPerson = "kari") {
  const browser = await server.signedIn(testPerson);
  const authenticator = createAuthenticator(server.origin);
  assert.equal((await addTo(browser, authenticator)).status, 201);
  const { id } = (await browser.call(meApi.me)).body;
  return { browser, authenticator, handle: userHandle(id), person: id };
}

async function finish(browser: Browser, authenticator: Authenticator, lies: Lies) {
  const start = await browser.call(signIn.startPasskeySignIn, { body: {} });
  const response = authenticator.get(optionsOf(start.body), lies);
  return await browser.call(signIn.finishPasskeySignIn, { body: { response } });
}

test("a passkey made on My profile signs in, with no name given", async () => {
  const { browser, authenticator, handle, person } = await withPasskey();
  const listed = await browser.call(api.passkeys);
  assert.deepEqual(
    listed.body.items.map(({ id, name, lastUsedAt }) => [id, name, lastUsedAt]),
    [[authenticator.id, "Telefon", undefined]],
  );
  const other = server.browser();
  assert.equal((await finish(other, authenticator, { userHandle: handle })).status, 204);
  assert.equal((await other.call(meApi.me)).body.id, person);
  const { body } = await other.call(api.sessions, { query: { limit: 1 } });
  assert.equal(body.items[0]?.method, "passkey");
  assert.ok((await other.call(api.passkeys)).body.items[0]?.lastUsedAt);
  assert.equal((await attemptReasons(server)).at(-1), "accepted: signed-in");
});

test("a removed passkey opens nothing", async () => {
  const { browser, authenticator, handle } = await withPasskey();
  const params = { passkey: authenticator.id };
  assert.equal((await browser.call(api.deletePasskey, { params })).status, 204);
  const { problem } = await finish(server.browser(), authenticator, { userHandle: handle });
  assert.equal(problem?.code, "passkey-refused");
});

test("403: another site, no finger, another owner, an unknown passkey: refused and written down", async () => {
  const { authenticator, handle } = await withPasskey();
  const { handle: other } = await withPasskey("ola");
  const cases: [Authenticator, Lies][] = [
    [authenticator, { userHandle: handle, origin: "https://evil.example" }],
    [authenticator, { userHandle: handle, unverified: true }],
    [authenticator, { userHandle: other }],
    [authenticator, {}],
    [createAuthenticator(server.origin), { userHandle: handle }],
  ];
  for (const [passkey, lies] of cases) {
    const browser = server.browser();
    const { status, problem } = await finish(browser, passkey, lies);
    assert.deepEqual([status, problem?.code], [403, "passkey-refused"]);
    assert.equal((await browser.call(meApi.me)).status, 401);
    assert.equal((await attemptReasons(server)).at(-1), "refused: passkey-refused");
  }
});

test("403: a counter that does not grow tells of a copy", async () => {
  const { authenticator, handle } = await withPasskey();
  const using = async (counter: number) =>
    (await finish(server.browser(), authenticator, { userHandle: handle, counter })).status;
  assert.equal(await using(7), 204);
  assert.equal(await using(7), 403);
  assert.equal(await using(3), 403);
  assert.equal(await using(0), 403);
  assert.equal(await using(8), 204);
});

test("410: an answer is taken once, by the browser that asked, within ten minutes", async () => {
  const { authenticator, handle } = await withPasskey();
  const browser = server.browser();
  const start = await browser.call(signIn.startPasskeySignIn, { body: {} });
  const pending = browser.jar.get("terskel_passkey") ?? "";
  const response = authenticator.get(optionsOf(start.body), { userHandle: handle });
  const body = { response };

  const thief = server.browser();
  assert.equal((await thief.call(signIn.finishPasskeySignIn, { body })).status, 410);
  assert.equal((await browser.call(signIn.finishPasskeySignIn, { body })).status, 204);
  thief.jar.set("terskel_passkey", pending);
  assert.equal((await thief.call(signIn.finishPasskeySignIn, { body })).status, 410);

  const slow = server.browser();
  const late = await slow.call(signIn.startPasskeySignIn, { body: {} });
  server.later(10);
  const answer = authenticator.get(optionsOf(late.body), { userHandle: handle });
  const { problem } = await slow.call(signIn.finishPasskeySignIn, { body: { response: answer } });
  assert.equal(problem?.code, "sign-in-expired");
});

test("410: the challenge of a sign-in makes no passkey, nor does another person's", async () => {
  const { browser } = await withPasskey();
  const authenticator = createAuthenticator(server.origin);
  const start = await browser.call(signIn.startPasskeySignIn, { body: {} });
  const response = authenticator.create(optionsOf(start.body));
  const made = await browser.call(api.addPasskey, { body: { name: "x", response } });
  assert.equal(made.problem?.code, "sign-in-expired");

  const { browser: other } = await withPasskey("ola");
  const begun = await other.call(api.startPasskey, { body: {} });
  browser.jar.set("terskel_passkey", other.jar.get("terskel_passkey") ?? "");
  const stolen = authenticator.create(optionsOf(begun.body));
  const added = await browser.call(api.addPasskey, { body: { name: "x", response: stolen } });
  assert.equal(added.problem?.code, "sign-in-expired");
});

test("403: a passkey that is there already, or was made elsewhere, is not added", async () => {
  const { authenticator } = await withPasskey();
  const thief = await server.signedIn("ola");
  assert.equal((await addTo(thief, authenticator)).problem?.code, "passkey-refused");
  const elsewhere = { origin: "https://evil.example" };
  const made = await addTo(thief, createAuthenticator(server.origin), elsewhere);
  assert.equal(made.problem?.code, "passkey-refused");
  const unverified = await addTo(thief, createAuthenticator(server.origin), { unverified: true });
  assert.equal(unverified.problem?.code, "passkey-refused");
});

test("403: what is no answer at all is refused as one", async () => {
  for (const response of [
    {},
    { id: 7 },
    { id: "x", response: null },
    { id: "x", rawId: "x", type: "public-key", response: { clientDataJSON: "e30" } },
  ]) {
    const browser = server.browser();
    await browser.call(signIn.startPasskeySignIn, { body: {} });
    const { status, problem } = await browser.call(signIn.finishPasskeySignIn, {
      body: { response },
    });
    assert.deepEqual([status, problem?.code], [403, "passkey-refused"]);
  }
  const signedIn = await server.signedIn("kari");
  await signedIn.call(api.startPasskey, { body: {} });
  const made = await signedIn.call(api.addPasskey, { body: { name: "x", response: { id: "x" } } });
  assert.equal(made.problem?.code, "passkey-refused");
});

test("404: another person's passkey cannot be removed", async () => {
  const { authenticator } = await withPasskey();
  const thief = await server.signedIn("ola");
  const params = { passkey: authenticator.id };
  assert.equal((await thief.call(api.deletePasskey, { params })).status, 404);
  assert.equal(await countRows(server, "identity.passkeys", `id = '${authenticator.id}'`), 1);
});

test("401: a passkey is added by somebody who is signed in", async () => {
  assert.equal((await server.browser().call(api.startPasskey, { body: {} })).status, 401);
});
