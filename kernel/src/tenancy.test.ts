import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createPool } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Pool } from "pg";
import { addMembership } from "./memberships.ts";
import { addOrganisation, listOrganisations } from "./organisations.ts";
import { addSite } from "./sites.ts";
import type { KernelTables } from "./tables.ts";
import { createWithContext } from "./tenancy.ts";
import type { Context, WithContext } from "./tenancy.ts";

type Tx = Transaction<KernelTables>;

const activities = ["trial.try", "kernel.set-up", "identity.account", "identity.sign-in"];
const kari = "0190b6a0-0000-7000-8000-000000000001";
const ola = "0190b6a0-0000-7000-8000-000000000002";

let database: TestDatabase;
/** One connection only, so that each transaction gets the one the last gave back. */
let pool: Pool;
let withContext: WithContext;
let mine: string;
let strangers: string;

before(async () => {
  database = await createTestDatabase();
  pool = createPool(database.appUrl, { max: 1 });
  withContext = createWithContext(pool, new Set(activities));
  mine = await organisation("Mitt borettslag", "974760673", kari);
  strangers = await organisation("Et annet", "974761076", ola);
});
after(async () => {
  await pool.end();
  await database.drop();
});

async function organisation(name: string, number: string, person: string): Promise<string> {
  const id = await withContext({ activity: "kernel.set-up" }, async (tx: Tx) =>
    addOrganisation(tx, { name, number, country: "NO", kind: "housing" }),
  );
  assert.ok(id);
  await withContext({ activity: "trial.try", organisation: id }, async (tx: Tx) => {
    await addSite(tx, id, { name: "Storgata 1", address: "", timeZone: "Europe/Oslo" });
    const role = "administrator" as const;
    await addMembership(tx, { organisation: id, person, name, role, source: "operator" });
  });
  return id;
}

const settings = async (tx: Tx) => {
  const { rows } = await sql<Record<string, string | null>>`
    select kernel.activity() as activity, kernel.organisation() as organisation,
           kernel.person() as person, kernel.member() as member`.execute(tx);
  return rows[0];
};
const nothing = { activity: null, organisation: null, person: null, member: null };

describe("the context", () => {
  test("is what the transaction sees", async () => {
    const context = { activity: "trial.try", organisation: mine, person: kari, member: ola };
    assert.deepEqual(await withContext(context, settings), context);
  });

  test("carries nothing over to the next transaction of the connection", async () => {
    await withContext({ activity: "trial.try", organisation: mine, person: kari }, settings);
    assert.deepEqual(await withContext({ activity: "trial.try" }, settings), {
      ...nothing,
      activity: "trial.try",
    });
    const { rows } = await pool.query(
      "select kernel.organisation() as organisation, kernel.activity() as activity",
    );
    assert.deepEqual(rows, [{ organisation: null, activity: null }]);
  });

  test("carries nothing over after an error either, and nothing of the change remains", async () => {
    const context = { activity: "trial.try", organisation: mine, person: kari };
    await assert.rejects(
      withContext(context, async (tx: Tx) => {
        await tx.updateTable("kernel.sites").set({ name: "Changed" }).execute();
        throw new Error("no");
      }),
      /^Error: no$/,
    );
    await assert.rejects(
      withContext(context, (tx: Tx) => sql`select 1/0`.execute(tx)),
      /zero/,
    );
    const { rows } = await pool.query("select kernel.organisation() as organisation");
    assert.deepEqual(rows, [{ organisation: null }]);
    const sites = await withContext(context, async (tx: Tx) =>
      tx.selectFrom("kernel.sites").select("name").execute(),
    );
    assert.deepEqual(sites, [{ name: "Storgata 1" }]);
  });

  test("of an activity that nobody declares is refused before the database is asked", async () => {
    const asked = withContext({ activity: "trial.spy", organisation: mine }, () => assert.fail());
    await assert.rejects(asked, /trial\.spy is not a declared activity/);
  });

  test("inside another is one of its own, on a connection of its own", async () => {
    const many = createWithContext(database.app, new Set(activities));
    await many({ activity: "trial.try", organisation: mine }, async (outer: Tx) => {
      const inner = await many({ activity: "trial.try", organisation: strangers }, settings);
      assert.equal(inner?.organisation, strangers);
      assert.equal((await settings(outer))?.organisation, mine);
    });
  });

  test("does not wait for ever for a connection that an outer one holds", async () => {
    const one = createPool(database.appUrl, { max: 1, connectionTimeoutMillis: 200 });
    const single = createWithContext(one, new Set(activities));
    const nested = single({ activity: "trial.try" }, async () =>
      single({ activity: "trial.try" }, settings),
    );
    await assert.rejects(nested, /timeout/);
    await one.end();
  });
});

const tables = ["kernel.organisations", "kernel.sites", "kernel.memberships"] as const;
const count = async (context: Context, table: (typeof tables)[number]) =>
  await withContext(context, async (tx: Tx) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)}`.execute(tx);
    return rows[0]?.n;
  });

describe("row-level security of the kernel's tables", () => {
  for (const table of tables) {
    test(`${table}: without an organisation nothing is seen`, async () => {
      assert.equal(await count({ activity: "trial.try" }, table), 0);
      const { rows } = await pool.query(`select count(*) as n from ${table}`);
      assert.deepEqual(rows, [{ n: 0 }]);
    });

    test(`${table}: an organisation sees its own row and no other's`, async () => {
      assert.equal(await count({ activity: "trial.try", organisation: mine }, table), 1);
    });

    test(`${table}: a stranger changes and deletes nothing`, async () => {
      const context = { activity: "trial.try", organisation: mine };
      const changed = await withContext(context, async (tx: Tx) => {
        const key = table === "kernel.organisations" ? "id" : "organisation_id";
        const update = await sql`update ${sql.table(table)} set name = 'Taken'
          where ${sql.ref(key)} = ${strangers}`.execute(tx);
        const gone = await sql`delete from ${sql.table(table)}
          where ${sql.ref(key)} = ${strangers}`.execute(tx);
        return [update.numAffectedRows, gone.numAffectedRows];
      });
      assert.deepEqual(changed, [0n, 0n]);
    });
  }

  test("nothing can be written into another organisation", async () => {
    const context = { activity: "trial.try", organisation: mine };
    const refused = /row-level security/;
    await assert.rejects(
      withContext(context, async (tx: Tx) =>
        addSite(tx, strangers, { name: "Ours", address: "", timeZone: "Europe/Oslo" }),
      ),
      refused,
    );
    await assert.rejects(
      withContext(context, async (tx: Tx) => {
        const role = "administrator" as const;
        const given = { organisation: strangers, person: kari, name: "Kari", role };
        await addMembership(tx, { ...given, source: "operator" });
      }),
      refused,
    );
    await assert.rejects(
      withContext(context, async (tx: Tx) =>
        tx.updateTable("kernel.sites").set({ organisation_id: strangers }).execute(),
      ),
      refused,
    );
  });

  test("an organisation is made and changed by those who administer organisations only", async () => {
    const context = { activity: "trial.try", organisation: mine };
    const made = withContext(context, async (tx: Tx) =>
      addOrganisation(tx, { name: "Min", number: "1", country: "NO", kind: "operator" }),
    );
    await assert.rejects(made, /row-level security/);
    const changed = await withContext(context, async (tx: Tx) =>
      tx.updateTable("kernel.organisations").set({ kind: "operator" }).executeTakeFirst(),
    );
    assert.equal(changed.numUpdatedRows, 0n);
  });

  test("on My profile a person sees their own organisations and memberships only", async () => {
    const context = { activity: "identity.account", person: kari };
    assert.equal(await count(context, "kernel.memberships"), 1);
    const seen = await withContext(context, async (tx: Tx) => listOrganisations(tx, 10, undefined));
    assert.deepEqual(
      seen.map((each) => each.id),
      [mine],
    );
    assert.equal(await count({ activity: "identity.account" }, "kernel.organisations"), 0);
  });
});

test("an organisation's number is taken once in its country", async () => {
  const again = await withContext({ activity: "kernel.set-up" }, async (tx: Tx) =>
    addOrganisation(tx, { name: "Igjen", number: "974760673", country: "NO", kind: "office" }),
  );
  assert.equal(again, undefined);
});

test("organisations come a page at a time, by name, none twice and none left out", async () => {
  const names: string[] = [];
  let last: readonly [string, string] | undefined;
  for (;;) {
    const page = await withContext({ activity: "kernel.set-up" }, async (tx: Tx) =>
      listOrganisations(tx, 1, last),
    );
    const [next] = page;
    if (!next) break;
    names.push(next.name);
    last = [next.name, next.id];
  }
  assert.deepEqual(names, ["Et annet", "Mitt borettslag"]);
});
