import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { z } from "zod";
import { createPool } from "./db/index.ts";
import { addJob, defineJob, startJobs } from "./jobs.ts";
import type { Job, Jobs } from "./jobs.ts";
import { createLog } from "./log.ts";
import { createTestDatabase } from "./testing/index.ts";
import type { TestDatabase } from "./testing/index.ts";

let database: TestDatabase;
let app: Kysely<unknown>;
let running: Jobs | undefined;
let lines: string[] = [];
const log = createLog("debug", { write: (line: string) => void lines.push(line) });

before(async () => {
  database = await createTestDatabase();
  app = new Kysely({ dialect: new PostgresDialect({ pool: database.app }) });
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  lines = [];
  await database.owner.query("delete from graphile_worker._private_jobs");
});
after(async () => await database.drop());

const add = async (name: string, payload: object, options: { key?: string; runAt?: Date } = {}) =>
  await app.transaction().execute(async (tx) => await addJob(tx, name, payload, options));
const start = async (jobs: Job[], stopWithinMs = 5_000, owner: Pool = database.owner) =>
  (running = await startJobs(owner, jobs, log, stopWithinMs));
const queue = async () => {
  const { rows } = await database.owner.query<{
    attempts: number;
    last_error: string | null;
    locked_by: string | null;
  }>("select attempts, last_error, locked_by from graphile_worker.jobs order by id");
  return rows;
};
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await what()) return;
    await wait(20);
  }
  assert.fail("It did not come about within 20 seconds.");
}

/** A job that notes the ids it is run for. */
function noting(ids: string[], run: () => Promise<void> = () => Promise.resolve()) {
  return defineJob({
    name: "trial.note",
    payload: z.strictObject({ id: z.string() }),
    run: async ({ id }) => {
      ids.push(id);
      await run();
    },
  });
}

describe("a job", () => {
  test("runs when its transaction commits, and never when it does not", async () => {
    const ids: string[] = [];
    await add("trial.note", { id: "committed" });
    const failed = app.transaction().execute(async (tx) => {
      await addJob(tx, "trial.note", { id: "rolled back" });
      throw new Error("no");
    });
    await assert.rejects(failed);
    await start([noting(ids)]);
    await until(async () => (await queue()).length === 0);
    assert.deepEqual(ids, ["committed"]);
  });

  test("is added while the queue runs and starts at once", async () => {
    const ids: string[] = [];
    await start([noting(ids)]);
    await wait(300);
    const before = Date.now();
    await add("trial.note", { id: "now" });
    await until(() => ids.length === 1);
    assert.ok(Date.now() - before < 900, "did not wait for the next look at the queue");
  });

  test("of one key is there once, with the last payload", async () => {
    const ids: string[] = [];
    await add("trial.note", { id: "first" }, { key: "k" });
    await add("trial.note", { id: "second" }, { key: "k" });
    await start([noting(ids)]);
    await until(async () => (await queue()).length === 0);
    assert.deepEqual(ids, ["second"]);
  });

  test("for later waits", async () => {
    const ids: string[] = [];
    await add("trial.note", { id: "later" }, { runAt: new Date(Date.now() + 60_000) });
    await start([noting(ids)]);
    await wait(1500);
    assert.deepEqual(ids, []);
  });

  test("that fails is tried again; what it failed of stands in the log, without values, and not in the queue", async () => {
    const ids: string[] = [];
    const fail = () => {
      const error = Object.assign(new Error('no such recipient "x" <kari@example.org>'), {
        code: "EENVELOPE",
        rejected: ["kari@example.org"],
      });
      return ids.length === 1 ? Promise.reject(error) : Promise.resolve();
    };
    await add("trial.note", { id: "1" });
    await start([noting(ids, fail)]);
    await until(async () => (await queue())[0]?.last_error !== undefined && ids.length === 1);
    await until(async () => (await queue())[0]?.last_error !== null);
    assert.equal((await queue())[0]?.last_error, "trial.note failed; the log says why");
    await until(() => ids.length === 2);
    await until(async () => (await queue()).length === 0);
    const told = lines.join("");
    assert.match(told, /"job":"trial\.note".*EENVELOPE/);
    assert.doesNotMatch(told, /kari@/);
  });

  test("with a payload that is not its own fails before it runs", async () => {
    const ids: string[] = [];
    await add("trial.note", { id: 7, name: "Kari" });
    await start([noting(ids)]);
    await until(async () => ((await queue())[0]?.last_error ?? null) !== null);
    assert.deepEqual(ids, []);
  });
});

describe("a job by the clock", () => {
  test("runs at the start too, and never beside itself: not on another replica, nor in a pile behind", async () => {
    let [now, most, runs] = [0, 0, 0];
    let open: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const job = defineJob({
      name: "trial.by-clock",
      cron: "0 0 1 1 *",
      atStart: true,
      payload: z.looseObject({}),
      run: async () => {
        runs += 1;
        most = Math.max(most, (now += 1));
        await gate;
        now -= 1;
      },
    });
    await start([job]);
    await until(() => runs === 1);
    const others = await Promise.all(
      [1, 2].map(async () => await startJobs(database.owner, [job], log)),
    );
    await wait(1500);
    assert.equal(runs, 1);
    open?.();
    await until(async () => runs === 2 && (await queue()).length === 0);
    assert.equal(most, 1);
    for (const other of others) await other.stop();
  });
});

describe("stopping", () => {
  test("waits for what runs", async () => {
    const ids: string[] = [];
    let done = false;
    await add("trial.note", { id: "1" });
    const jobs = await start([
      noting(ids, async () => {
        await wait(500);
        done = true;
      }),
    ]);
    await until(() => ids.length === 1);
    await jobs.stop();
    assert.ok(done);
    assert.deepEqual(await queue(), []);
    await assert.rejects(jobs.check(), /stopped/);
    await jobs.stop();
  });

  test("does not wait for ever: a job that hangs is given back and run again", async () => {
    const ids: string[] = [];
    await add("trial.note", { id: "1" });
    const jobs = await start([noting(ids, () => new Promise(() => undefined))], 300);
    await until(() => ids.length === 1);
    const before = Date.now();
    await jobs.stop();
    assert.ok(Date.now() - before < 7000);
    const [left] = await queue();
    assert.equal(left?.locked_by, null);
    await start([noting(ids)]);
    await until(() => ids.length === 2);
  });
});

describe("when the database goes away and comes back", () => {
  test("check says so meanwhile, and jobs go on afterwards", async () => {
    const ids: string[] = [];
    const { pathname } = new URL(database.ownerUrl);
    const name = pathname.slice(1);
    const admin = createPool(database.ownerUrl.replace(pathname, "/postgres"), { max: 1 });
    const jobs = await start([noting(ids)]);
    await jobs.check();
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      name,
    ]);
    await assert.rejects(jobs.check());
    await wait(2500);
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
    await add("trial.note", { id: "after" });
    await until(() => ids.length === 1);
    await jobs.check();
  });
});

describe("a runner that was killed", () => {
  test("leaves its job to the others; what a living one holds is its own", async () => {
    const ids: string[] = [];
    const held = noting([], () => new Promise(() => undefined));
    await add("trial.note", { id: "held by a living one" });
    const second = createPool(database.ownerUrl, { max: 8 });
    const living = await startJobs(second, [{ ...held, name: "trial.note" }], log, 100);
    await until(async () => (await queue()).some((job) => job.locked_by !== null));
    await add("trial.other", { id: "left by the dead" });
    await database.owner.query(
      `update graphile_worker._private_jobs j
          set locked_at = now() - interval '1 minute',
              locked_by = coalesce(locked_by, 'pool-of-the-dead')`,
    );
    await start([{ ...noting(ids), name: "trial.other" }]);
    // Its row goes only after it has run.
    await until(async () => ids.length > 0 && (await queue()).length === 1);
    assert.deepEqual(ids, ["left by the dead"]);
    assert.notEqual((await queue())[0]?.locked_by, null);
    await living.stop();
    await second.end();
  });
});
