import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { columnsOf } from "@terskel/platform/columns";
import { handle } from "@terskel/platform/http";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { z } from "zod";
import { declarations } from "./api/declarations.ts";
import { applyPolicies } from "./apply-policies.ts";
import type { Processing } from "./declare.ts";
import { createKernel } from "./kernel.ts";
import { testSql, trialActivity, trialProcessing } from "./test-schema.ts";

// The check at the start. What it finds one by one is in drift.test.ts and answers.test.ts.
let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());
beforeEach(async () => {
  await database.owner.query(`drop schema if exists trial cascade; ${testSql}`);
});

const visitsOnly: Processing = {
  ...trialProcessing,
  activities: [{ ...trialActivity, usesNoColumn: trialActivity.purpose }],
  tables: trialProcessing.tables.filter(({ table }) => table === "trial.visits"),
};

test("a table outside every module's schema stops the start", async () => {
  await database.owner.query("drop table trial.invitations, trial.owners, trial.keys");
  await applyPolicies(database.owner, [visitsOnly]);
  await database.owner.query("create table public.forgotten (text text)");
  const check = createKernel(database.app, [visitsOnly]).check([]);
  await assert.rejects(check, /public\.forgotten is in the database, and nobody declares it/);
  await database.owner.query("drop table public.forgotten");
  await createKernel(database.app, [visitsOnly]).check([]);
});

test("a policy that the declarations ask for and that is not there stops the start", async () => {
  await database.owner.query("drop table trial.invitations, trial.owners, trial.keys");
  const check = createKernel(database.app, [visitsOnly]).check([]);
  await assert.rejects(check, /trial\.visits has no policy kernel_expiry as declared/);
});

test("a route for an activity that nobody declares stops the start", async () => {
  const routes = [handle(declarations, () => assert.fail())];
  const check = createKernel(database.app, [trialProcessing]).check(routes);
  await assert.rejects(check, /kernel\.declarations: there is no activity kernel\.publish/);
});

test("an answer that shows what its activity may not use stops the start", async () => {
  const owners = columnsOf<{ "trial.owners": { name: string } }>()("trial.owners");
  const response = z.object({ name: owners("name", z.string()) });
  const shows = { ...declarations, id: "trial.show", activity: "trial.look", response };
  const looking = { ...trialActivity, id: "trial.look", usesNoColumn: trialActivity.purpose };
  const declared = { ...trialProcessing, activities: [trialActivity, looking] };
  const routes = [handle(shows, () => assert.fail())];
  const check = createKernel(database.app, [declared]).check(routes);
  await assert.rejects(
    check,
    /trial\.show: name shows trial\.owners\.name \(name\), which trial\.look/,
  );
});

test("a subject in a schema that nobody declares stops the start", async () => {
  const subjects = [{ who: "visitor", column: "id", references: "elsewhere.people.id" }] as const;
  const tables = trialProcessing.tables.map((each) =>
    each.table === "trial.owners" ? { ...each, subjects } : each,
  ) as Processing["tables"];
  const check = createKernel(database.app, [{ ...trialProcessing, tables }]).check([]);
  await assert.rejects(check, /trial\.owners\.id leads to elsewhere\.people\.id/);
});
