import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Handover, Holder } from "@terskel/kernel";
import { Problem } from "@terskel/platform/problems";
import * as api from "../api/me.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import { addMember, addTenant, signedInByEmail } from "../test-tenants.ts";
import type { Tx } from "../tx.ts";
import { requireHolder } from "./holder.ts";

let server: TestServer;
let kari: string;
let tuva: string;
const id = "0190d7c2-0d2b-7d37-9f5a-0f8f5d3b6b11";
before(async () => {
  server = await startTestServer();
  const housing = await addTenant(server, { name: "Solhaug" });
  const browser = await server.signedIn("kari");
  kari = (await browser.call(api.me)).body.id;
  await addMember(server, housing.id, { name: "Tuva", email: "tuva@solhaug.example" });
  tuva = (await (await signedInByEmail(server, "tuva@solhaug.example")).call(api.me)).body.id;
});
after(async () => await server.stop());

async function refusal(person: string, holder: Partial<Holder>, dateOfBirth?: string) {
  const file = {
    id,
    holder: { name: "Whoever", eids: [], ...holder },
    data: {
      tables: [{ table: "identity.persons", rows: [{ date_of_birth: dateOfBirth }] }],
    },
  } as unknown as Handover;
  try {
    await server.ports.withContext(
      { activity: "identity.account", person },
      async (tx: Tx) => await requireHolder(tx, person, file),
    );
    return "hers";
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

test("a file is hers by the same eID or the same proven address, and by nothing else", async () => {
  const own = await server.identity.holder(kari, id);
  assert.equal(own?.eids.length, 1);
  const eids = own?.eids ?? [];
  assert.equal(await refusal(kari, { eids }), "hers");
  assert.equal(await refusal(kari, {}), "handover-of-another");
  assert.equal(await refusal(kari, { name: "Kari Nordlie" }), "handover-of-another");
  assert.equal(await refusal(tuva, { eids }), "handover-of-another");
  assert.equal(await refusal(tuva, { email: "tuva@solhaug.example" }), "hers");
  assert.equal(await refusal(tuva, { email: "TUVA@solhaug.example" }), "hers");
  assert.equal(await refusal(kari, { email: "tuva@solhaug.example" }), "handover-of-another");
});

test("an address that is not verified here proves nothing", async () => {
  await server.owner.query(
    "update identity.persons set email = 'kari@solhaug.example', email_verified_at = null where id = $1",
    [kari],
  );
  assert.equal(await refusal(kari, { email: "kari@solhaug.example" }), "handover-of-another");
});

test("two proven dates of birth that differ are two persons, also with one address", async () => {
  const { eids = [] } = (await server.identity.holder(kari, id)) ?? {};
  assert.equal(await refusal(kari, { eids }, "1984-03-12"), "hers");
  assert.equal(await refusal(kari, { eids }, "1990-01-01"), "handover-of-another");
  assert.equal(await refusal(tuva, { email: "tuva@solhaug.example" }, "1990-01-01"), "hers");
});

test("an eID's mark is another in every file, and its identifier stands in none", async () => {
  const other = await server.identity.holder(kari, "0190d7c2-0d2b-7d37-9f5a-0f8f5d3b6b12");
  const own = await server.identity.holder(kari, id);
  assert.notDeepEqual(own?.eids, other?.eids);
  assert.doesNotMatch(JSON.stringify(own), /sub-kari/);
});

test("an account that only a telephone number proves cannot be handed over", async () => {
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into identity.persons (name, phone, phone_verified_at)
     values ('Amir', '+4740000199', now()) returning id`,
  );
  assert.equal(await server.identity.holder(rows[0]?.id ?? "", id), undefined);
});
