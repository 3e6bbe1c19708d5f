import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { after, afterEach, before, beforeEach } from "node:test";
import type { Pool } from "pg";
import { migrateJobs } from "../jobs.ts";
import { makeBackup, newKeyPair, restoreInto } from "./index.ts";
import {
  dropDatabase,
  emptyDatabase,
  key,
  partitionsSql,
  rowsSql,
  trialSql,
  withFolder,
} from "./test-data.ts";

/** A database with rows in it and, for each test, an empty one to restore into. */
export const suffix = randomBytes(4).toString("hex");
const [from, into] = [`backup_from_${suffix}`, `backup_into_${suffix}`];
const { folder, remove } = withFolder();
export { folder };
export const keys = await newKeyPair();
export const file = join(folder, "trial.age");
export let source: { url: string; pool: Pool };
export let target: { url: string; pool: Pool };

before(async () => {
  source = await emptyDatabase(from);
  await migrateJobs(source.pool);
  await source.pool.query(trialSql + partitionsSql + rowsSql);
  await source.pool.query(
    `select graphile_worker.add_job('trial.later', '{"id": 7}', run_at => '2030-01-01', job_key => 'k', max_attempts => 3);
     select graphile_worker.add_job('trial.failed', max_attempts => 2);
     update graphile_worker._private_jobs set attempts = 2 where max_attempts = 2`,
  );
});
after(async () => {
  await source.pool.end();
  await dropDatabase(from);
  await dropDatabase(into);
  remove();
});
beforeEach(async () => {
  target = await emptyDatabase(into);
});
afterEach(async () => await target.pool.end());

export const backup = async (
  more: { recipients?: string[]; file?: string; leaveOut?: string[]; signal?: AbortSignal } = {},
) =>
  await makeBackup({
    url: source.url,
    signal: more.signal ?? new AbortController().signal,
    file: more.file ?? file,
    recipients: more.recipients ?? [keys.recipient],
    schemas: ["trial"],
    leaveOut: new Set(more.leaveOut ?? []),
    product: "test",
    secret: "fingerprint",
    macKey: key,
    notes: { tombstones: [] },
  });
export const restore = async (
  more: { secretKey?: string; macKey?: Buffer; finish?: () => Promise<void>; sql?: string } = {},
) =>
  await restoreInto({
    file,
    secretKey: more.secretKey ?? keys.secret,
    macKey: more.macKey ?? key,
    owner: target.pool,
    url: target.url,
    schemas: ["trial"],
    migrateTo: async () => {
      await migrateJobs(target.pool);
      await target.pool.query(more.sql ?? trialSql);
      await target.pool.query(
        `create trigger count_it before insert on trial.moved for each row execute function trial.count_it()`,
      );
    },
    finish: more.finish ?? (() => Promise.resolve()),
  });

export const contents = async (pool: Pool) => {
  const tables = [
    "owners",
    "a_parts",
    "visits",
    "visits_1",
    "visits_2_a",
    "visits_2_rest",
    "moved",
  ];
  const all = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await pool.query(
        `select t.tableoid::regclass::text as place, to_jsonb(t) as row from trial.${table} t order by 2::text`,
      );
      return { table, rows };
    }),
  );
  const jobs = await pool.query(
    `select task_identifier, key, run_at, max_attempts from graphile_worker.jobs where attempts < max_attempts`,
  );
  return { all, jobs: jobs.rows };
};
export const isEmpty = async () => {
  const { rows } = await target.pool.query(
    `select nspname from pg_namespace where nspname in ('trial', 'restoring', 'graphile_worker', 'migrations')`,
  );
  return rows.length === 0;
};
