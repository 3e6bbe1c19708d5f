import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { readCatalogue } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import { applyPolicies } from "./apply-policies.ts";
import type { Activity, Processing, TableDeclaration } from "./declare.ts";
import { consentFaults, kindFaults } from "./kinds.ts";
import { createWithContext } from "./tenancy.ts";
import { testSql, trialActivity, trialProcessing } from "./test-schema.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());
beforeEach(async () => {
  await database.owner.query(`drop schema if exists trial cascade; ${testSql}`);
});

const homes = { kinds: ["housing"] } as const;
/** The trial module at housing cooperatives only; its tables as `change` says. */
const atHomes = (change: Record<string, Partial<TableDeclaration>> = {}): Processing => ({
  ...trialProcessing,
  activities: trialProcessing.activities.map((each): Activity => ({ ...each, ...homes })),
  tables: trialProcessing.tables.map((each): TableDeclaration => ({
    ...each,
    ...change[each.table],
  })),
});
async function faults(processing: Processing) {
  const tables = await readCatalogue(database.app, ["trial"]);
  return kindFaults(
    [processing],
    new Map(tables.map((each) => [`${each.schema}.${each.table}`, each])),
  );
}

test("a table whose purposes are all limited to some kinds has to refuse the others, or what it hangs on has to", async () => {
  assert.deepEqual(await faults(trialProcessing), []);
  assert.ok(
    (await faults(atHomes())).includes(
      "trial.owners: its purposes are those of housing, and others may have rows.",
    ),
  );
  const all = { "trial.owners": homes, "trial.keys": homes, "trial.invitations": homes };
  assert.deepEqual(await faults(atHomes(all)), []);
  const wider = { ...all, "trial.owners": { kinds: ["housing", "shop"] as const } };
  assert.equal((await faults(atHomes(wider))).length, 1);
});

test("a row of an organisation of another kind is refused by the database, and said by name", async () => {
  await applyPolicies(database.owner, [atHomes({ "trial.owners": homes })]);
  const { rows } = await database.owner.query<{ id: string; kind: string }>(
    `insert into kernel.organisations (name, number, country, kind) values
       ('Huset', '974760673', 'NO', 'housing'), ('Butikken', '123456785', 'NO', 'shop') returning id, kind`,
  );
  const withContext = createWithContext(database.app, new Set([trialActivity.id]));
  const add = async (kind: string) => {
    const organisation = rows.find((row) => row.kind === kind)?.id ?? "";
    const context = { activity: trialActivity.id, organisation };
    await withContext(context, (tx) =>
      sql`insert into trial.owners (organisation_id, name) values (${organisation}, 'Kari')`.execute(
        tx,
      ),
    );
  };
  await add("housing");
  await assert.rejects(add("shop"), { code: "not-for-this-kind" });
});

test("an employer that rests something on the consent of those who work there does not start", () => {
  const asks: Activity = {
    ...trialActivity,
    basis: "consent",
    consent: trialActivity.purpose,
    controller: "organisation",
  };
  const faultsOf = (activity: Activity) =>
    consentFaults([{ ...trialProcessing, activities: [activity] }]).length;
  assert.equal(faultsOf(asks), 1);
  assert.equal(faultsOf({ ...asks, kinds: ["housing"] }), 0);
  assert.equal(faultsOf({ ...asks, controller: "operator" }), 0);
});
