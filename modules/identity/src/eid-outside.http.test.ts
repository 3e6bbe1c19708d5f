import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { keysFrom } from "@terskel/platform/keys";
import { createTestEid } from "./test-eid/index.ts";
import * as api from "./api/sign-in.ts";
import { createDiscovery } from "./eid-client.ts";
import { eidSettings } from "./eid-settings.ts";
import { testPersons } from "./test-persons.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

const servers: TestServer[] = [];
after(async () => {
  for (const server of servers) await server.stop();
});

const start = async (...options: Parameters<typeof startTestServer>) => {
  const server = await startTestServer(...options);
  servers.push(server);
  return server;
};

test("503: an eID provider that does not answer is said to be out of reach, and asked again", async () => {
  const server = await start({}, { OIDC_ISSUER: "http://127.0.0.1:9", OIDC_CLIENT_ID: "t" });
  for (const _ of [1, 2]) {
    const { status, problem } = await server.browser().call(api.startEid, { body: {} });
    assert.equal(status, 503);
    assert.equal(problem?.code, "eid-unavailable");
  }
});

test("under https cookies are Secure and of this host alone", async () => {
  const settings = { PUBLIC_URL: "https://terskel.example", OIDC_ISSUER: "http://127.0.0.1:9" };
  const server = await start({ demo: undefined }, settings);
  const { headers } = await server
    .browser()
    .go(`http://127.0.0.1:${server.ports.config.PORT}${api.signOut.path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
  assert.match(headers.get("set-cookie") ?? "", /^__Host-terskel_session=;.*Path=\/;.*Secure/);
});

test("in production an eID without https is asked on this machine, and nowhere else", async () => {
  const eid = createServer((_request, response) => {
    const { port } = eid.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth` }));
  }).listen(0, "127.0.0.1");
  await once(eid, "listening");
  const issuer = `http://127.0.0.1:${(eid.address() as AddressInfo).port}`;
  const settings = {
    TERSKEL_MODE: "production",
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "t",
    SMTP_URL: "smtp://127.0.0.1:9",
  };
  const server = await start({ demo: undefined }, settings);
  const { body } = await server.browser().call(api.startEid, { body: {} });
  assert.ok(body.location.startsWith(`${issuer}/auth?`));
  // `readConfig` refuses this one already.
  const elsewhere = { ...eidSettings(server.ports.config), issuer: new URL("http://eid.example") };
  const discover = createDiscovery(elsewhere, { production: true });
  await assert.rejects(discover(new Date()), /no https/);
  eid.close();
});

test("422: without a gateway no code is sent by SMS, and the sign-in page knows", async () => {
  const server = await start({ sendSms: undefined });
  const browser = server.browser();
  assert.equal((await browser.call(api.signInOptions)).body.sms, false);
  const body = { phone: "40000101", organisationNumber: "974760673" };
  const { problem } = await browser.call(api.requestSmsCode, { body });
  assert.equal(problem?.code, "sms-not-offered");
});

test("outside the demo nobody picks a test person, and there are no demo routes", async () => {
  const server = await start({ demo: undefined }, { OIDC_ISSUER: "http://127.0.0.1:9" });
  const browser = server.browser();
  const { problem } = await browser.call(api.startEid, { body: { testPerson: "kari" } });
  assert.equal(problem?.code, "malformed-request");
  for (const path of ["/api/v1/demo/persons", "/api/v1/demo/outbox", "/test-eid/auth"])
    assert.equal((await browser.go(path)).status, 404, path);
});

test("production has no test eID", () => {
  assert.throws(() =>
    createTestEid({
      issuer: new URL("https://terskel.example/test-eid"),
      clientId: "t",
      redirectUri: "https://terskel.example/x",
      persons: testPersons,
      keys: keysFrom(Buffer.alloc(32)),
      production: true,
    }),
  );
});

test("the test eID says what it is in the reader's language, and lists everybody without script", async () => {
  const server = await start();
  const browser = server.browser();
  const { body } = await browser.call(api.startEid, { body: {} });
  const page = await browser.follow(body.location);
  for (const [language, words] of [
    ["nb", "Dette er ikke en ekte eID"],
    ["sv", "Det här är ingen riktig e-legitimation"],
    ["en", "This is not a real eID"],
  ] as const) {
    const { text, headers } = await browser.go(page.address, {
      headers: { "accept-language": language },
    });
    assert.match(text, new RegExp(words));
    assert.match(text, new RegExp(`<html lang="${language}">`));
    for (const person of testPersons) assert.ok(text.includes(person.name));
    assert.ok(!/<script|style=/.test(text));
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
  }
  const { location } = await browser.go(page.address, {
    method: "POST",
    body: new URLSearchParams({ person: "ola" }),
  });
  assert.equal((await browser.follow(location ?? "")).address, `${server.origin}/`);
});
