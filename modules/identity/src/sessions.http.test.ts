import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as meApi from "./api/me.ts";
import * as api from "./api/sessions.ts";
import * as signIn from "./api/sign-in.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { countRows } from "./test-tenants.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());

const day = 24 * 60;
const stillIn = async (browser: Awaited<ReturnType<TestServer["signedIn"]>>) =>
  (await browser.call(meApi.me)).status === 200;

test("one's own sessions are listed with device and IP address, the newest first", async () => {
  await server.signedIn("kari");
  const browser = await server.signedIn("kari");
  const { body } = await browser.call(api.sessions);
  assert.equal(body.items.length, 2);
  const [newest, older] = body.items;
  assert.deepEqual(
    [newest?.current, newest?.method, newest?.device, newest?.ip, older?.current],
    [true, "eid", { browser: "Firefox", system: "Linux" }, "127.0.0.1", false],
  );
  const first = await browser.call(api.sessions, { query: { limit: 1 } });
  assert.ok(first.body.next);
  const second = await browser.call(api.sessions, {
    query: { limit: 1, cursor: first.body.next },
  });
  assert.deepEqual([second.body.items[0]?.id, second.body.next], [older?.id, undefined]);
});

test("a session that its person ends is worth nothing at once", async () => {
  const lost = await server.signedIn("kari");
  const browser = await server.signedIn("kari");
  const { body } = await lost.call(api.sessions);
  const session = body.items.find(({ current }) => current)?.id ?? "";
  assert.equal((await browser.call(api.revokeSession, { params: { session } })).status, 204);
  assert.equal(await stillIn(lost), false);
  assert.equal(await stillIn(browser), true);
});

test("ending the session one is in signs out", async () => {
  const browser = await server.signedIn("kari");
  const { body } = await browser.call(api.sessions);
  const session = body.items.find(({ current }) => current)?.id ?? "";
  await browser.call(api.revokeSession, { params: { session } });
  assert.equal(browser.jar.has("terskel_session"), false);
});

test("signing out deletes the session and the cookie, for others who have the token too", async () => {
  const browser = await server.signedIn("ola");
  const token = browser.jar.get("terskel_session") ?? "";
  assert.equal((await browser.call(signIn.signOut, { body: {} })).status, 204);
  assert.equal(browser.jar.has("terskel_session"), false);
  browser.jar.set("terskel_session", token);
  assert.equal(await stillIn(browser), false);
  assert.equal((await browser.call(signIn.signOut, { body: {} })).status, 204, "twice is fine");
});

test("a session ends after fourteen days unused, and thirty days after it began", async () => {
  const browser = await server.signedIn("kari");
  server.later(13 * day);
  assert.equal(await stillIn(browser), true);
  server.later(13 * day);
  assert.equal(await stillIn(browser), true, "used in between");
  server.later(4 * day);
  assert.equal(await stillIn(browser), false, "thirty days are over");
  const other = await server.signedIn("kari");
  server.later(14 * day);
  assert.equal(await stillIn(other), false);
});

test("its last use is written down once a minute at most", async () => {
  const browser = await server.signedIn("kari");
  const seen = async () => (await browser.call(api.sessions)).body.items[0]?.lastSeenAt;
  const first = await seen();
  assert.equal(await seen(), first);
  server.later(1);
  assert.notEqual(await seen(), first);
});

test("the database has the token's hash only", async () => {
  const browser = await server.signedIn("kari");
  const token = browser.jar.get("terskel_session") ?? "";
  const { rows } = await server.owner.query<{ text: string }>(
    "select s::text as text from identity.sessions s",
  );
  const hex = Buffer.from(token, "base64url").toString("hex");
  for (const { text } of rows) assert.ok(!text.includes(token) && !text.includes(hex));
});

test("a token that an attacker put into the browser before is not taken over (session fixation)", async () => {
  const browser = server.browser();
  const planted = "A".repeat(43);
  browser.jar.set("terskel_session", planted);
  const { body } = await browser.call(signIn.startEid, { body: { testPerson: "kari" } });
  await browser.follow(body.location);
  assert.notEqual(browser.jar.get("terskel_session"), planted);
  const attacker = server.browser();
  attacker.jar.set("terskel_session", planted);
  assert.equal(await stillIn(attacker), false);
});

test("401: no cookie, a made-up one and one that is no token at all", async () => {
  for (const cookie of [undefined, "x", "B".repeat(43), "'; drop table identity.sessions --"]) {
    const browser = server.browser();
    if (cookie) browser.jar.set("terskel_session", encodeURIComponent(cookie));
    const { status, problem } = await browser.call(meApi.me);
    assert.deepEqual([status, problem?.code], [401, "not-signed-in"]);
  }
});

test("403: another site's form changes nothing (CSRF)", async () => {
  const browser = await server.signedIn("kari");
  const before = await countRows(server, "identity.sessions");
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ]) {
    const { problem } = await browser.call(signIn.signOut, { body: {}, headers });
    assert.equal(problem?.code, "cross-site-request");
  }
  assert.equal(await countRows(server, "identity.sessions"), before);
});

test("404: another person's session cannot be ended, nor told from none", async () => {
  const victim = await server.signedIn("ola");
  const session = (await victim.call(api.sessions)).body.items[0]?.id ?? "";
  const attacker = await server.signedIn("kari");
  const foreign = await attacker.call(api.revokeSession, { params: { session } });
  const none = await attacker.call(api.revokeSession, {
    params: { session: "00000000-0000-4000-8000-000000000000" },
  });
  assert.equal(foreign.status, 404);
  assert.deepEqual(foreign.problem, none.problem);
  assert.equal(await stillIn(victim), true);
});
