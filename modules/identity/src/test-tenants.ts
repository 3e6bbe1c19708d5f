import assert from "node:assert/strict";
import { confidentiality, memberships, organisations } from "@terskel/kernel";
import * as signIn from "./api/sign-in.ts";
import type { TestServer } from "./test-server.ts";
import type { Tx } from "./tx.ts";

const numbers = { NO: ["974760673", "310010014", "310020028"], SE: ["5560125790"] } as const;
const given = new Map<TestServer, number>();

/** Adds an organisation by the kernel's own rule; each has another number. */
export async function addTenant(
  server: TestServer,
  organisation: { name: string; kind?: organisations.NewOrganisation["kind"]; country?: "SE" },
) {
  const { name, kind = "housing", country = "NO" } = organisation;
  const nth = given.get(server) ?? 0;
  if (country === "NO") given.set(server, nth + 1);
  const number = numbers[country][country === "NO" ? nth : 0];
  assert.ok(number, "the tests have no more organisation numbers");
  const id = await server.ports.withContext(
    { activity: "kernel.set-up" },
    async (tx: Tx) => await organisations.addOrganisation(tx, { name, number, country, kind }),
  );
  assert.ok(id);
  return { id, number };
}

/** Adds somebody to an organisation, as an import or an administrator would. */
export async function addMember(
  server: TestServer,
  organisation: string,
  member: { name: string; email?: string; phone?: string; role?: "administrator" },
) {
  const id = await server.ports.withContext(
    { activity: "identity.administer-people", organisation },
    async (tx: Tx) =>
      await memberships.addMembership(tx, {
        role: "member",
        ...member,
        organisation,
        source: "import",
      }),
  );
  assert.ok(id);
  return id;
}

/** The operator's staff sign the confidentiality declaration before they are admitted. */
export async function sign(server: TestServer, organisation: string, member: string) {
  await server.ports.withContext(
    { activity: "kernel.set-up", organisation },
    async (tx: Tx) => await confidentiality.sign(tx, { organisation, member, at: new Date() }),
  );
}

/** The six digits that were sent to an address last. */
export async function digitsSentTo(server: TestServer, to: string, count = 1) {
  const [message] = await server.sentTo(to, count);
  const digits = /^\d{6}/.exec(message?.text ?? "")?.[0];
  assert.ok(digits, "the message begins with the code");
  return digits;
}

/** A browser in which the owner of this address has signed in by an e-mail code. */
export async function signedInByEmail(server: TestServer, email: string) {
  const browser = server.browser();
  const sent = server.outbox.list().filter((message) => message.to === email.toLowerCase()).length;
  const asked = await browser.call(signIn.requestEmailCode, { body: { email } });
  assert.equal(asked.status, 202);
  const digits = await digitsSentTo(server, email.toLowerCase(), sent + 1);
  const done = await browser.call(signIn.verifyCode, { body: { code: asked.body.code, digits } });
  assert.equal(done.status, 204);
  return browser;
}

/** How many rows a table has. Looks behind row-level security. */
export async function countRows(server: TestServer, table: string, where = "true") {
  const { rows } = await server.owner.query<{ n: number }>(
    `select count(*) as n from ${table} where ${where}`,
  );
  return rows[0]?.n ?? 0;
}

/** The reasons of the sign-in attempts so far, oldest first. */
export async function attemptReasons(server: TestServer) {
  const { rows } = await server.owner.query<{ outcome: string; reason: string }>(
    "select outcome, reason from identity.sign_in_attempts order by id",
  );
  return rows.map(({ outcome, reason }) => `${outcome}: ${reason}`);
}
