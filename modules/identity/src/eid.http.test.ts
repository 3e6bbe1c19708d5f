import assert from "node:assert/strict";
import { after, beforeEach, before, test } from "node:test";
import * as meApi from "./api/me.ts";
import * as api from "./api/sign-in.ts";
import type { Browser } from "./test-browser.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { attemptReasons, countRows } from "./test-tenants.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(async () => await server.owner.query("truncate identity.persons cascade"));

/** Goes to the eID and comes back; the address where the browser ends, within this server. */
async function through(browser: Browser, testPerson: string, returnTo?: string) {
  const start = await browser.call(api.startEid, { body: { returnTo, testPerson } });
  assert.equal(start.status, 200);
  const end = await browser.follow(start.body.location);
  return end.address.replace(server.origin, "");
}

/** The callback's address that the eID would send this browser to. */
async function callbackFor(browser: Browser, testPerson = "kari", returnTo?: string) {
  const start = await browser.call(api.startEid, { body: { testPerson, returnTo } });
  let address = start.body.location;
  while (!new URL(address, server.origin).pathname.startsWith("/api/")) {
    const { location } = await browser.go(address);
    assert.ok(location);
    address = new URL(location, new URL(address, server.origin)).href;
  }
  return address;
}

test("who signs in with an eID comes back to where they were, with name and date of birth", async () => {
  const browser = server.browser();
  assert.equal(await through(browser, "kari", "/doors?x=1"), "/doors?x=1");
  const { status, body } = await browser.call(meApi.me);
  assert.equal(status, 200);
  assert.equal(body.name, "Kari Nordlie");
  assert.equal(body.dateOfBirth, "1984-03-12");
  assert.equal(body.eidConnected, true);
  assert.ok(body.lastEidAt);
});

test("only name, date of birth and the eID's own identifier are kept", async () => {
  await through(server.browser(), "kari");
  const { rows } = await server.owner.query("select * from identity.persons, identity.eid_logins");
  const { id, created_at, last_eid_at, person_id, ...kept } = rows[0];
  assert.ok(id && created_at && last_eid_at && person_id === id);
  assert.deepEqual(Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null)), {
    name: "Kari Nordlie",
    date_of_birth: "1984-03-12",
    issuer: "test-eid",
    subject: "sub-kari",
  });
});

test("the same eID signs in to the same account, and the session before is worth nothing", async () => {
  const browser = server.browser();
  await through(browser, "kari");
  const before = browser.jar.get("terskel_session");
  assert.ok(before);
  await through(browser, "kari");
  assert.notEqual(browser.jar.get("terskel_session"), before);
  const thief = server.browser();
  thief.jar.set("terskel_session", before);
  assert.equal((await thief.call(meApi.me)).status, 401);
  assert.equal(await countRows(server, "identity.persons"), 1);
  assert.equal(await countRows(server, "identity.sessions"), 1);
});

test("two first sign-ins at the same moment make one account", async () => {
  const browsers = [server.browser(), server.browser(), server.browser()];
  const ends = await Promise.all(browsers.map(async (browser) => await through(browser, "ola")));
  assert.deepEqual(ends, ["/", "/", "/"]);
  assert.equal(await countRows(server, "identity.persons"), 1);
});

for (const person of ["leaky", "leaky-name"]) {
  test(`an eID that gives a national identity number (${person}) is refused, and nothing is stored`, async () => {
    const browser = server.browser();
    assert.equal(await through(browser, person), "/sign-in?problem=national-identity-number");
    assert.equal((await browser.call(meApi.me)).status, 401);
    for (const table of ["persons", "eid_logins", "sessions", "pending_sign_ins"])
      assert.equal(await countRows(server, `identity.${table}`), 0, table);
    const { rows } = await server.owner.query("select * from identity.sign_in_attempts");
    assert.ok(!JSON.stringify(rows).includes("01819099940"));
    assert.equal((await attemptReasons(server)).at(-1), "refused: national-identity-number");
  });
}

/** Begins a sign-in as the portal does from an invitation, and cancels it on the eID's page. */
async function cancel(browser: Browser, returnTo?: string) {
  const start = await browser.call(api.startEid, { body: { returnTo } });
  const page = await browser.follow(start.body.location);
  const cancelled = await browser.go(page.address, {
    method: "POST",
    body: new URLSearchParams({ cancel: "yes" }),
  });
  return (await browser.follow(cancelled.location ?? "")).address.replace(server.origin, "");
}

test("cancelling at the eID leads back to the sign-in page", async () => {
  assert.equal(await cancel(server.browser()), "/sign-in?problem=eid-cancelled");
  assert.equal((await attemptReasons(server)).at(-1), "refused: eid-cancelled");
});

const invitation = "/invitation?from=mail#token=secret";
/** The sign-in page that still knows where to go on to; the token stays in the fragment. */
const signInFor = (problem: string) =>
  `/sign-in?problem=${problem}&returnTo=%2Finvitation%3Ffrom%3Dmail#token=secret`;

test("who cancels or fails still knows the invitation's link, however often, until they are in", async () => {
  const browser = server.browser();
  assert.equal(await cancel(browser, invitation), signInFor("eid-cancelled"));
  assert.equal(await cancel(browser, invitation), signInFor("eid-cancelled"));
  assert.equal(await through(browser, "leaky", invitation), signInFor("national-identity-number"));
  const forged = new URL(await callbackFor(browser, "kari", invitation));
  forged.searchParams.set("code", "forged");
  const refused = await browser.follow(forged.href);
  assert.equal(refused.address, server.origin + signInFor("eid-refused"));
  assert.equal(await through(browser, "kari", invitation), invitation);
  // Once there it is forgotten: the next sign-in has its own place.
  assert.equal(await cancel(browser), "/?problem=eid-cancelled");
});

test("who takes so long at the eID that the sign-in is gone still knows the link", async () => {
  const browser = server.browser();
  const late = await callbackFor(browser, "kari", invitation);
  await server.owner.query("delete from identity.pending_sign_ins");
  const end = await browser.follow(late);
  assert.equal(end.address, server.origin + signInFor("sign-in-expired"));
});

test("the place to go on to is kept in the browser, and its token nowhere in the database", async () => {
  const browser = server.browser();
  const start = await browser.call(api.startEid, { body: { returnTo: invitation } });
  const cookie = start.headers.getSetCookie().find((line) => line.startsWith("terskel_return="));
  assert.match(cookie ?? "", /; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/);
  const { rows } = await server.owner.query("select * from identity.pending_sign_ins");
  assert.ok(!JSON.stringify(rows).includes("secret"));
});

test("a cookie that names another place than one of ours leads home", async () => {
  const browser = server.browser();
  const callback = await callbackFor(browser);
  browser.jar.set("terskel_return", encodeURIComponent("https://evil.example/"));
  assert.equal((await browser.follow(callback)).address, `${server.origin}/`);
});

test("an eID is connected to the account that is signed in", async () => {
  const browser = await server.signedIn("kari");
  await server.owner.query("delete from identity.eid_logins");
  await server.owner.query("update identity.persons set name = 'K.', date_of_birth = null");
  await through(browser, "kari", "/me");
  assert.equal((await browser.call(meApi.me)).body.name, "Kari Nordlie");
  assert.equal(await countRows(server, "identity.persons"), 1);
});

test("another account's eID is not connected, nor somebody else's", async () => {
  await server.signedIn("ola");
  const browser = await server.signedIn("kari");
  assert.equal(await through(browser, "ola"), "/?problem=eid-of-another-account");
  await server.owner.query("delete from identity.eid_logins where subject = 'sub-ola'");
  assert.equal(await through(browser, "ola"), "/?problem=eid-of-another-account");
  assert.equal((await browser.call(meApi.me)).body.name, "Kari Nordlie");
});

const expired = "/sign-in?problem=sign-in-expired";

test("an attacker's answer does nothing in the victim's browser (login CSRF)", async () => {
  const attacker = server.browser();
  const callback = await callbackFor(attacker);
  const victim = server.browser();
  assert.equal((await victim.follow(callback)).address, server.origin + expired);
  await victim.call(api.startEid, { body: {} });
  assert.equal((await victim.follow(callback)).address, server.origin + expired);
  assert.equal((await victim.call(meApi.me)).status, 401);
});

test("a sign-in under way is used once, and not after ten minutes", async () => {
  const browser = server.browser();
  const callback = await callbackFor(browser);
  const pending = browser.jar.get("terskel_eid") ?? "";
  assert.equal((await browser.follow(callback)).address, `${server.origin}/`);
  const replay = server.browser();
  replay.jar.set("terskel_eid", pending);
  assert.equal((await replay.follow(callback)).address, server.origin + expired);

  const slow = server.browser();
  const late = await callbackFor(slow);
  await server.owner.query(
    "update identity.pending_sign_ins set expires_at = expires_at - interval '10 minutes'",
  );
  assert.equal((await slow.follow(late)).address, server.origin + expired);
});

test("an answer with a forged code is refused", async () => {
  const browser = server.browser();
  const callback = new URL(await callbackFor(browser));
  callback.searchParams.set("code", "forged");
  const { address } = await browser.follow(callback.href);
  assert.equal(address, `${server.origin}/sign-in?problem=eid-refused`);
});

test("who leaves signed in and comes back as somebody else connects nothing", async () => {
  const browser = await server.signedIn("kari");
  const callback = await callbackFor(browser);
  browser.jar.delete("terskel_session");
  assert.equal((await browser.follow(callback)).address, server.origin + expired);
});

test("400: a place outside this installation is not gone back to", async () => {
  for (const returnTo of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/\t/evil",
  ]) {
    const { status, problem } = await server.browser().call(api.startEid, { body: { returnTo } });
    assert.equal(status, 400, returnTo);
    assert.equal(problem?.code, "malformed-request");
  }
});

test("403: another site cannot begin a sign-in", async () => {
  const headers = { origin: "https://evil.example" };
  const { problem } = await server.browser().call(api.startEid, { body: {}, headers });
  assert.equal(problem?.code, "cross-site-request");
});

test("cookies are out of reach of scripts and other sites", async () => {
  const browser = server.browser();
  const start = await browser.call(api.startEid, { body: {} });
  assert.match(start.headers.get("set-cookie") ?? "", /HttpOnly; SameSite=Lax/);
  const { headers } = await browser.go(await callbackFor(browser));
  const session = headers.getSetCookie().find((line) => line.startsWith("terskel_session="));
  assert.match(
    session ?? "",
    /^terskel_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});
