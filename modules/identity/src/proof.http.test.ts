import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import * as meApi from "./api/me.ts";
import * as api from "./api/proof.ts";
import * as sessions from "./api/sessions.ts";
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
beforeEach(async () => {
  server.later(16);
  await server.owner.query("truncate identity.persons cascade");
});

type Authenticator = ReturnType<typeof createAuthenticator>;
const challengeOf = (body: unknown) => body as { challenge: string };

async function addPasskey(browser: Browser): Promise<Authenticator> {
  const authenticator = createAuthenticator(server.origin);
  const { body } = await browser.call(sessions.startPasskey, { body: {} });
  const response = authenticator.create(challengeOf(body));
  const added = await browser.call(sessions.addPasskey, { body: { name: "Telefon", response } });
  assert.equal(added.status, 201);
  return authenticator;
}

/** How many sessions are proven. */
const proven = async () => await countRows(server, "identity.sessions", "proven_at is not null");

async function prove(browser: Browser, authenticator: Authenticator) {
  const { body } = await browser.call(api.startPasskeyProof, { body: {} });
  const response = authenticator.get(challengeOf(body), {});
  return await browser.call(api.finishPasskeyProof, { body: { response } });
}

test("one's own passkey proves who holds the session, and signs nobody in anew", async () => {
  const browser = await server.signedIn("kari");
  const authenticator = await addPasskey(browser);
  assert.equal(await proven(), 0, "an eID of before is no proof of now");
  const session = browser.jar.get("terskel_session");
  assert.equal((await prove(browser, authenticator)).status, 204);
  assert.equal(await proven(), 1);
  assert.equal(browser.jar.get("terskel_session"), session);
  assert.equal((await attemptReasons(server)).at(-1), "accepted: proof-given");
});

test("403: another's passkey proves nothing, nor does one's own in the name of another", async () => {
  const kari = await server.signedIn("kari");
  const ola = await server.signedIn("ola");
  const [hers, his] = [await addPasskey(kari), await addPasskey(ola)];
  for (const [browser, passkey] of [
    [kari, his],
    [ola, hers],
  ] as const) {
    const before = await proven();
    assert.equal((await prove(browser, passkey)).problem?.code, "passkey-refused");
    assert.equal(await proven(), before);
  }
});

test("410: an answer is taken once, by the session that asked", async () => {
  const browser = await server.signedIn("kari");
  const authenticator = await addPasskey(browser);
  const elsewhere = await server.signedIn("kari");
  const { body } = await browser.call(api.startPasskeyProof, { body: {} });
  const answer = { body: { response: authenticator.get(challengeOf(body), {}) } };
  elsewhere.jar.set("terskel_passkey", browser.jar.get("terskel_passkey") ?? "");
  assert.equal((await elsewhere.call(api.finishPasskeyProof, answer)).status, 410);
  assert.equal((await browser.call(api.finishPasskeyProof, answer)).status, 410);
});

test("409: without a passkey it is said what to do; 401: nobody proves anything unless signed in", async () => {
  const browser = await server.signedIn("kari");
  const { status, problem } = await browser.call(api.startPasskeyProof, { body: {} });
  assert.deepEqual([status, problem?.code], [409, "no-passkey"]);
  const nobody = server.browser();
  for (const route of [api.startPasskeyProof, api.startEidProof] as const)
    assert.equal((await nobody.call(route, { body: {} })).status, 401);
});

test("429: proofs are begun so often and no oftener, and an office's address is not shut by one person", async () => {
  const browser = await server.signedIn("kari");
  await addPasskey(browser);
  const start = async () => (await browser.call(api.startPasskeyProof, { body: {} })).status;
  for (let n = 0; n < 30; n += 1) assert.equal(await start(), 200);
  assert.equal(await start(), 429);
  await server.signedIn("ola");
});

test("403: an hour after signing in no passkey and no address is added, until one proves it anew", async () => {
  const browser = await server.signedIn("kari");
  const authenticator = await addPasskey(browser);
  server.later(60);
  const add = async () => await browser.call(sessions.startPasskey, { body: {} });
  const change = async () =>
    await browser.call(meApi.requestContactChange, {
      body: { channel: "email", email: "kari@elsewhere.example" },
    });
  assert.equal((await add()).problem?.code, "sign-in-again");
  assert.equal((await change()).problem?.code, "sign-in-again");
  assert.equal((await prove(browser, authenticator)).status, 204);
  assert.equal((await add()).status, 200);
  assert.equal((await change()).status, 202);
});
