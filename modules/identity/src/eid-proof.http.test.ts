import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import * as meApi from "./api/me.ts";
import * as api from "./api/proof.ts";
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

/** How many sessions are proven. */
const proven = async () => await countRows(server, "identity.sessions", "proven_at is not null");

async function throughEid(browser: Browser, testPerson: string) {
  const { status, body } = await browser.call(api.startEidProof, {
    body: { returnTo: "/", testPerson },
  });
  assert.equal(status, 200);
  return (await browser.follow(body.location)).address.replace(server.origin, "");
}

test("one's own eID, asked anew, proves it, and comes back to where one was", async () => {
  const browser = await server.signedIn("kari");
  const session = browser.jar.get("terskel_session");
  assert.equal(await throughEid(browser, "kari"), "/");
  assert.equal(await proven(), 1);
  assert.equal(browser.jar.get("terskel_session"), session);
});

test("another's eID proves nothing and signs nobody in", async () => {
  const browser = await server.signedIn("kari");
  const { id } = (await browser.call(meApi.me)).body;
  assert.equal(await throughEid(browser, "ola"), "/?problem=proof-of-another");
  assert.equal(await proven(), 0);
  assert.equal((await browser.call(meApi.me)).body.id, id);
  assert.equal((await attemptReasons(server)).at(-1), "refused: proof-of-another");
});

test("an eID that says that it asked before we did proves nothing", async () => {
  const browser = await server.signedIn("ola");
  // The eID's clock stays where it is: what it says is two minutes old.
  server.later(2);
  assert.equal(await throughEid(browser, "ola"), "/?problem=eid-refused");
  assert.equal(await proven(), 0);
});

test("who cancels at the eID is where they were, still signed in, and told so", async () => {
  const browser = await server.signedIn("kari");
  const { body } = await browser.call(api.startEidProof, {
    body: { returnTo: "/doors?from=here#there" },
  });
  const asked = await browser.follow(body.location);
  const cancelled = await browser.go(asked.address, {
    method: "POST",
    body: new URLSearchParams({ cancel: "yes" }),
  });
  const { address } = await browser.follow(cancelled.location ?? "");
  assert.equal(address.replace(server.origin, ""), "/doors?from=here&problem=eid-cancelled#there");
  assert.equal((await browser.call(meApi.me)).status, 200);
});
