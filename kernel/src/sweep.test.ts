import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { applyPolicies } from "./apply-policies.ts";
import { sweepJob } from "./sweep.ts";
import { createWithContext } from "./tenancy.ts";
import { testSql, trialProcessing } from "./test-schema.ts";

let database: TestDatabase;
let sweep: () => Promise<void>;
before(async () => {
  database = await createTestDatabase();
  const withContext = createWithContext(database.app, new Set(["kernel.retention"]));
  const job = sweepJob(withContext, [trialProcessing]);
  sweep = async () => await job.run(undefined);
});
after(async () => await database.drop());
beforeEach(async () => {
  await database.owner.query(`drop schema if exists trial cascade; ${testSql}`);
  await applyPolicies(database.owner, [trialProcessing]);
});

const left = async (table: string, column: string) => {
  const { rows } = await database.owner.query<{ value: string }>(
    `select ${column}::text as value from ${table} order by 1`,
  );
  return rows.map((row) => row.value);
};

test("what is past its time goes, of every organisation; what is not, stays", async () => {
  await database.owner.query(
    `insert into trial.invitations (organisation_id, email, expires_at) values
       (uuidv7(), 'past', now() - interval '1 second'), (uuidv7(), 'past too', now() - interval '9 years'),
       (uuidv7(), 'later', now() + interval '1 minute'), (uuidv7(), 'never', null)`,
  );
  await sweep();
  assert.deepEqual(await left("trial.invitations", "email"), ["later", "never"]);
});

test("a period is counted in days of 24 hours after the event", async () => {
  await database.owner.query(
    `insert into trial.visits (organisation_id, at) select uuidv7(), now() - make_interval(secs => age)
       from unnest(array[0, 30 * 86400 - 60, 30 * 86400 + 60, 400 * 86400]) age`,
  );
  await sweep();
  assert.equal((await left("trial.visits", "at")).length, 2);
});

test("what lives as long as an account or with another row is not touched", async () => {
  await database.owner.query(
    "insert into trial.owners (organisation_id, name) values (uuidv7(), 'Kari')",
  );
  await sweep();
  assert.deepEqual(await left("trial.owners", "name"), ["Kari"]);
});

test("more than one batch goes in one run", async () => {
  await database.owner.query(
    `insert into trial.visits (organisation_id, at)
     select uuidv7(), now() - interval '31 days' from generate_series(1, 12000)`,
  );
  await sweep();
  assert.deepEqual(await left("trial.visits", "at"), []);
});

test("a table that cannot be swept does not keep the next from its turn, and is told of", async () => {
  await database.owner.query(
    `insert into trial.visits (organisation_id, at) values (uuidv7(), '2000-01-01');
     insert into trial.invitations (organisation_id, email, expires_at) values (uuidv7(), 'past', '2000-01-01');
     create function trial.refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
     create trigger refuse before delete on trial.visits execute function trial.refuse();`,
  );
  await assert.rejects(sweep, /1 tables were not swept/);
  assert.equal((await left("trial.visits", "at")).length, 1);
  assert.deepEqual(await left("trial.invitations", "email"), []);
});
