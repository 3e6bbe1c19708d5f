import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { applyPolicies, findPolicyDrift } from "./apply-policies.ts";
import { createWithContext } from "./tenancy.ts";
import type { Context, WithContext } from "./tenancy.ts";
import { testSql, trialActivity, trialProcessing } from "./test-schema.ts";

const mine = "0190b6a0-0000-7000-8000-00000000000a";
const kari = "0190b6a0-0000-7000-8000-000000000001";
const ola = "0190b6a0-0000-7000-8000-000000000002";
const known = ["trial.try", "trial.other", "kernel.retention", "kernel.answer-rights"];

let database: TestDatabase;
let withContext: WithContext;
before(async () => {
  database = await createTestDatabase();
  withContext = createWithContext(database.app, new Set(known));
});
after(async () => await database.drop());
beforeEach(async () => {
  await database.owner.query(`
    drop schema if exists trial cascade; ${testSql};
    delete from kernel.organisations;
    insert into kernel.organisations (id, name, number, country, kind)
      values ('${mine}', 'Mitt borettslag', '974760673', 'NO', 'housing');
    insert into kernel.memberships (id, organisation_id, name, source) values
      ('${kari}', '${mine}', 'Kari', 'import'), ('${ola}', '${mine}', 'Ola', 'import');
    insert into trial.owners (organisation_id, member_id, name) values
      ('${mine}', '${kari}', 'Kari'), ('${mine}', '${ola}', 'Ola'), ('${mine}', null, 'Nobody');
    insert into trial.keys (organisation_id, member_id)
      select organisation_id, member_id from trial.owners;
    insert into trial.invitations (organisation_id, key_id, email, expires_at)
      select '${mine}', k.id, lower(coalesce(o.name, 'nobody')) || '@nabo.example', now() + interval '1 hour'
        from trial.keys k left join trial.owners o using (member_id);`);
  await applyPolicies(database.owner, [trialProcessing]);
});

const read = async (table: string, column: string, context: Partial<Context> = {}) =>
  await withContext(
    { activity: "trial.try", organisation: mine, ...context },
    async (tx: Transaction<unknown>) => {
      const { rows } = await sql<{ value: string }>`
        select ${sql.ref(column)}::text as value from ${sql.table(table)} order by 1`.execute(tx);
      return rows.map((row) => row.value);
    },
  );
const withhold = async (member: string, activity: string | null) =>
  await database.owner.query(
    "insert into kernel.withholdings (organisation_id, member_id, activity) values ($1, $2, $3)",
    [mine, member, activity],
  );

describe("what is past its time", () => {
  test("is invisible at once to every reader, before it is deleted", async () => {
    await database.owner.query(
      "update trial.invitations set expires_at = now() where email like 'kari%'",
    );
    assert.deepEqual(await read("trial.invitations", "email"), [
      "nobody@nabo.example",
      "ola@nabo.example",
    ]);
  });

  test("is changed and deleted by nobody but retention", async () => {
    await database.owner.query("update trial.invitations set expires_at = now()");
    const remove = async (activity: string) =>
      await withContext({ activity, organisation: mine }, async (tx: Transaction<unknown>) => {
        const gone = await sql`delete from trial.invitations where email <> ''`.execute(tx);
        return Number(gone.numAffectedRows);
      });
    assert.equal(await remove("trial.try"), 0);
    assert.equal(await remove("kernel.retention"), 3);
  });
});

describe("a restricted person", () => {
  test("is in no query's result, however the row leads to them", async () => {
    await withhold(kari, null);
    assert.deepEqual(await read("trial.owners", "name"), ["Nobody", "Ola"]);
    assert.deepEqual(await read("trial.invitations", "email"), [
      "nobody@nabo.example",
      "ola@nabo.example",
    ]);
    assert.deepEqual(await read("kernel.memberships", "name"), ["Ola"]);
  });

  test("is still there for the activities that say why they go on", async () => {
    await withhold(kari, null);
    const active = trialProcessing.activities.map((each) => ({
      ...each,
      whileRestricted: each.purpose,
    }));
    await applyPolicies(database.owner, [{ ...trialProcessing, activities: active }]);
    assert.deepEqual(await read("trial.owners", "name"), ["Kari", "Nobody", "Ola"]);
  });

  test("who objected to one activity is hidden from that one only", async () => {
    await withhold(kari, "trial.try");
    assert.deepEqual(await read("trial.owners", "name"), ["Nobody", "Ola"]);
    assert.deepEqual(await read("trial.owners", "name", { activity: "trial.other" }), [
      "Kari",
      "Nobody",
      "Ola",
    ]);
  });

  test("by an address alone is hidden with it", async () => {
    await database.owner.query(
      "insert into kernel.withholdings (organisation_id, address) values ($1, 'ola@nabo.example')",
      [mine],
    );
    assert.deepEqual(await read("trial.invitations", "email"), [
      "kari@nabo.example",
      "nobody@nabo.example",
    ]);
  });
});

describe("who answers a person's request", () => {
  const answering = (subjects: Partial<Record<"member" | "address", string[]>>) => ({
    activity: "kernel.answer-rights",
    organisation: undefined,
    subjects: { member: [], account: [], address: [], ...subjects },
  });

  test("sees that person's rows and nobody else's", async () => {
    assert.deepEqual(await read("trial.owners", "name", answering({ member: [kari] })), ["Kari"]);
    const both = answering({ member: [kari], address: ["ola@nabo.example"] });
    assert.deepEqual(await read("trial.invitations", "email", both), [
      "kari@nabo.example",
      "ola@nabo.example",
    ]);
  });

  test("sees past its time what a restriction keeps, and nothing else that is past its time", async () => {
    const both = answering({ member: [kari, ola] });
    const rights = {
      ...trialActivity,
      id: "kernel.answer-rights",
      whileRestricted: trialActivity.purpose,
    };
    const activities = [...trialProcessing.activities, rights];
    await applyPolicies(database.owner, [{ ...trialProcessing, activities }]);
    await database.owner.query("update trial.invitations set expires_at = now()");
    assert.deepEqual(await read("trial.invitations", "email", both), []);
    await withhold(kari, null);
    assert.deepEqual(await read("trial.invitations", "email", both), ["kari@nabo.example"]);
    assert.deepEqual(await read("trial.invitations", "email"), []);
  });

  test("sees nothing without saying of whom", async () => {
    assert.deepEqual(await read("trial.owners", "name", answering({})), []);
  });
});

test("policies that are there already are not touched; what nothing declares any more goes", async () => {
  assert.deepEqual(await findPolicyDrift(database.app, [trialProcessing]), {
    missing: [],
    extra: [],
  });
  await database.owner.query(
    "drop policy kernel_expiry on trial.visits; create policy kernel_old on trial.owners using (true)",
  );
  const { missing, extra } = await findPolicyDrift(database.app, [trialProcessing]);
  assert.deepEqual(
    [...missing, ...extra].map(({ table, name }) => `${table} ${name}`),
    ["trial.visits kernel_expiry", "trial.owners kernel_old"],
  );
  await applyPolicies(database.owner, [trialProcessing]);
  assert.deepEqual(await findPolicyDrift(database.app, [trialProcessing]), {
    missing: [],
    extra: [],
  });
});
