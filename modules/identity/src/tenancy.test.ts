import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import * as meApi from "./api/me.ts";
import * as sessionsApi from "./api/sessions.ts";
import * as signIn from "./api/sign-in.ts";
import { identityProcessing } from "./processing.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { addMember, addTenant, countRows, signedInByEmail } from "./test-tenants.ts";
import type { Tx } from "./tx.ts";

let server: TestServer;
let housing: string;
let office: string;
before(async () => {
  server = await startTestServer();
  housing = (await addTenant(server, { name: "Solhaug" })).id;
  office = (await addTenant(server, { name: "Havnegata 7", kind: "office" })).id;
  await addMember(server, housing, { name: "Kari", email: "kari@solhaug.example" });
  const browser = await signedInByEmail(server, "kari@solhaug.example");
  await browser.call(sessionsApi.startPasskey, { body: {} });
  await browser.call(signIn.startEid, { body: {} });
  const body = { channel: "email", email: "ny@solhaug.example" };
  await browser.call(meApi.requestContactChange, { body });
});
after(async () => await server.stop());

type Context = Parameters<TestServer["ports"]["withContext"]>[0];
const stranger = "00000000-0000-4000-8000-000000000000";

async function visible(context: Context) {
  const counts = await Promise.all(
    identityProcessing.tables.map(async ({ table }) => {
      const { rows } = await server.ports.withContext(
        context,
        async (tx: Tx) => await sql`select from ${sql.table(table)}`.execute(tx),
      );
      return [table, rows.length] as const;
    }),
  );
  return counts.filter(([, rows]) => rows > 0).map(([table]) => table);
}

test("a stranger's transaction sees no row of any table, for whatever activity", async () => {
  assert.ok((await countRows(server, "identity.sessions")) > 0);
  assert.ok((await countRows(server, "identity.pending_sign_ins")) > 0);
  for (const context of [
    { activity: "identity.account" },
    { activity: "identity.account", person: stranger },
    { activity: "identity.administer-people", organisation: office },
    { activity: "kernel.administer-organisations", organisation: office },
  ])
    assert.deepEqual(await visible(context), [], JSON.stringify(context));
});

test("an organisation's administrators see the accounts of its own people, and change none", async () => {
  const context = { activity: "identity.administer-people", organisation: housing };
  assert.deepEqual(await visible(context), ["identity.persons"]);
  const changed = await server.ports.withContext(
    context,
    async (tx: Tx) =>
      await tx.updateTable("identity.persons").set({ name: "X" }).executeTakeFirst(),
  );
  assert.equal(changed.numUpdatedRows, 0n);
});

test("whoever prevents misuse sees the attempts and nothing else", async () => {
  assert.deepEqual(await visible({ activity: "identity.prevent-misuse" }), [
    "identity.sign_in_attempts",
  ]);
});
