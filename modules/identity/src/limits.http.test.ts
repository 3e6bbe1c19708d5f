import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import * as operatorApi from "./api/operator.ts";
import * as api from "./api/sign-in.ts";
import { defaultLimits } from "./limits.ts";
import type { Page } from "./test-browser.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { addMember, addTenant, digitsSentTo, signedInByEmail, sign } from "./test-tenants.ts";

let server: TestServer;
let housing: string;
before(async () => {
  server = await startTestServer();
  housing = (await addTenant(server, { name: "Solhaug" })).id;
  const operator = await addTenant(server, { name: "Drift", kind: "operator" });
  const email = "nora@drift.example";
  const nora = { name: "Nora", email, role: "administrator" } as const;
  await sign(server, operator.id, await addMember(server, operator.id, nora));
});
after(async () => await server.stop());
beforeEach(() => server.later(61));

const ask = async (email: string) =>
  await server.browser().call(api.requestEmailCode, { body: { email } });

function isLimited({ status, problem, headers }: Page, withinMinutes: number) {
  assert.equal(status, 429);
  assert.equal(problem?.code, "too-many-requests");
  const seconds = Number(headers.get("retry-after"));
  assert.ok(seconds > 0 && seconds <= withinMinutes * 60, `retry after ${seconds} s`);
}

test("429: an address gets five codes an hour, known or not", async () => {
  for (const email of ["a@solhaug.example", "nobody@solhaug.example"]) {
    const answers = await Promise.all(Array.from({ length: 7 }, async () => await ask(email)));
    const limited = answers.filter(({ status }) => status === 429);
    assert.equal(answers.length - limited.length, defaultLimits.codesPerAddress.most);
    for (const answer of limited) isLimited(answer, 60);
  }
  server.later(60);
  assert.equal((await ask("a@solhaug.example")).status, 202);
});

test("429: ten wrong codes an hour for an address, over all its codes; then not even the right one", async () => {
  const email = "b@solhaug.example";
  await addMember(server, housing, { name: "Bodil", email });
  const verify = async (code: string, digits: string) =>
    await server.browser().call(api.verifyCode, { body: { code, digits } });
  const { code } = (await ask(email)).body;
  const digits = await digitsSentTo(server, email);
  const miss = String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
  for (const other of [(await ask(email)).body.code, (await ask(email)).body.code]) {
    for (let guess = 0; guess < 5; guess += 1) await verify(other, miss);
  }
  isLimited(await verify(code, digits), 60);
});

test("429: an IP address begins thirty sign-ins in fifteen minutes, however it does", async () => {
  const { most, windowMinutes } = defaultLimits.attemptsPerIp;
  for (let nth = 0; nth < most; nth += 1) {
    const { status } = await (nth % 2 === 0
      ? ask(`c${nth}@solhaug.example`)
      : server.browser().call(api.startPasskeySignIn, { body: {} }));
    assert.ok(status < 300);
  }
  isLimited(await ask("d@solhaug.example"), windowMinutes);
  isLimited(await server.browser().call(api.startEid, { body: {} }), windowMinutes);
  server.later(windowMinutes);
  assert.equal((await ask("d@solhaug.example")).status, 202);
});

test("the operator sees every attempt, newest first, without the address that was tried (A9)", async () => {
  const browser = await signedInByEmail(server, "nora@drift.example");
  const all = await browser.call(operatorApi.signInAttempts, { query: { limit: 2 } });
  assert.deepEqual(
    all.body.items.map(({ method, outcome, reason, ip }) => [method, outcome, reason, ip]),
    [
      ["email-code", "accepted", "signed-in", "127.0.0.1"],
      ["email-code", "accepted", "code-requested", "127.0.0.1"],
    ],
  );
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { limit: 3, outcome: "limited", ...(cursor ? { cursor } : {}) };
    const { body } = await browser.call(operatorApi.signInAttempts, { query });
    for (const item of body.items) {
      assert.equal(item.outcome, "limited");
      assert.ok(!seen.has(item.id));
      seen.add(item.id);
    }
    cursor = body.next;
  } while (cursor);
  assert.equal(seen.size, 7);
  const { rows } = await server.owner.query("select * from identity.sign_in_attempts");
  assert.ok(!JSON.stringify(rows).includes("solhaug.example"));
});

test("403: the log of attempts is the operator's alone", async () => {
  await addMember(server, housing, { name: "E", email: "e@x.example", role: "administrator" });
  const browser = await signedInByEmail(server, "e@x.example");
  const { status, problem } = await browser.call(operatorApi.signInAttempts);
  assert.deepEqual([status, problem?.code], [403, "not-allowed"]);
});
