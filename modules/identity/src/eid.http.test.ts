import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as meApi from "./api/me.ts";
import * as api from "./api/sign-in.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());

test("303: who signs in with an eID comes back to where they were, signed in", async () => {
  const browser = server.browser();
  const start = await browser.call(api.startEid, {
    body: { returnTo: "/doors?x=1", testPerson: "kari" },
  });
  assert.equal(start.status, 200);
  const end = await browser.follow(start.body.location);
  assert.equal(end.address, `${server.origin}/doors?x=1`);
  const me = await browser.call(meApi.me);
  assert.equal(me.status, 200);
  assert.equal(me.body.name, "Kari Nordlie");
  assert.equal(me.body.dateOfBirth, "1984-03-12");
  assert.equal(me.body.eidConnected, true);
  assert.ok(me.body.lastEidAt);
});
