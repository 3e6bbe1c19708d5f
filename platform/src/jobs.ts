import { setTimeout as wait } from "node:timers/promises";
import { parseCronItems, run, runMigrations } from "graphile-worker";
import type { JobHelpers, Runner } from "graphile-worker";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Pool } from "pg";
import type { z } from "zod";
import { watchRunners } from "./jobs-alive.ts";
import type { Log } from "./log.ts";
import { workerLog } from "./worker-log.ts";

/**
 * A job: runs at least once, so it has to be safe to run twice. Its payload holds ids only, never
 * personal data: the queue is nobody's declared table.
 */
export type Job = {
  readonly name: string;
  /** Five-field cron expression in UTC, for a job that runs by the clock; never beside itself. */
  readonly cron?: string;
  /** Runs when the server starts too: what the clock said while it was down is not made up for. */
  readonly atStart?: boolean;
  readonly run: (payload: unknown) => Promise<void>;
};

export function defineJob<P extends z.ZodType>(job: {
  name: string;
  payload: P;
  cron?: string;
  atStart?: boolean;
  run: (payload: z.output<P>) => Promise<void>;
}): Job {
  return { ...job, run: async (payload) => await job.run(job.payload.parse(payload ?? {})) };
}

/** Puts a job in the queue; it runs only if the transaction commits. The same key replaces. */
export async function addJob<DB>(
  tx: Transaction<DB>,
  name: string,
  payload: object,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await sql`select jobs.add(${name}, ${JSON.stringify(payload)}::json,
    ${options.key ?? null}::text, ${options.runAt ?? null}::timestamptz)`.execute(tx);
}

/**
 * Thrown by a job that cannot go on yet, through no fault: it is kept in the queue, is not counted as failed,
 * and runs again after a while or when somebody wakes it (`wakeJobs`).
 */
export class JobWaits extends Error {
  override readonly name: string = "JobWaits";
}

const waitMs = 5 * 60_000;

/** Has everything that waits run now, once the transaction is committed. */
export async function wakeJobs<DB>(tx: Transaction<DB>): Promise<void> {
  await sql`select jobs.wake()`.execute(tx);
}

/** How many jobs wait for something other than their time. */
export async function countWaiting<DB>(tx: Transaction<DB>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select jobs.waiting() as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

export type Jobs = {
  /** Resolves when the queue answers; rejects with the reason when it does not. */
  check(): Promise<void>;
  /** Waits for what runs, but not for ever: what does not end is given back to the queue. */
  stop(): Promise<void>;
};

/** Makes or updates the queue's own tables. Before the modules' migrations. */
export async function migrateJobs(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner, noHandleSignals: true });
}

export async function startJobs(
  owner: Pool,
  jobs: readonly Job[],
  log: Log,
  stopWithinMs = 5_000,
): Promise<Jobs> {
  const watch = watchRunners(owner, log);
  const runner: Runner = await run({
    pgPool: owner,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    events: watch.events,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, task(job, log)])),
    parsedCronItems: parseCronItems(
      jobs
        .filter((job) => job.cron !== undefined)
        .map((job) => ({ task: job.name, match: job.cron ?? "", options: byClock(job) })),
    ),
    logger: workerLog(log),
  });
  watch.start();
  for (const job of jobs.filter(({ atStart }) => atStart))
    await runner.addJob(job.name, {}, { ...inLine(job), maxAttempts: 12 });
  let ended: string | undefined;
  runner.promise.then(
    () => (ended = "the queue has stopped"),
    (error: unknown) => (ended = error instanceof Error ? error.message : "unknown"),
  );
  return {
    async check() {
      if (ended !== undefined) throw new Error(ended);
      await owner.query("select 1 from graphile_worker.migrations limit 1");
    },
    async stop() {
      if (ended === undefined) {
        const stopped = runner.stop().catch((error: unknown) => {
          log.warn({ err: error }, "while stopping the jobs");
        });
        await Promise.race([stopped, wait(stopWithinMs, undefined, { ref: false })]);
      }
      await watch.stop();
    },
  };
}

/**
 * One at a time (the queue of its name), and one that waits (the key): a run that takes long does not
 * meet the next, nor do they pile up behind it. One that failed is due again with the clock.
 */
const inLine = ({ name }: Job) =>
  ({ queueName: name, jobKey: name, jobKeyMode: "replace" }) as const;
const byClock = (job: Job) => ({ ...inLine(job), backfillPeriod: 0 });

/** The queue keeps the text of what a job throws, so it learns the job's name and nothing else. */
function task({ name, run }: Job, log: Log) {
  return async (payload: unknown, helpers: JobHelpers) => {
    try {
      await run(payload);
    } catch (error) {
      if (error instanceof JobWaits) {
        log.warn({ job: name, why: error.message }, "a job waits");
        await again(name, payload, helpers);
        return;
      }
      log.error({ job: name, err: error }, "job failed; it will be tried again");
      throw new Error(`${name} failed; the log says why`, { cause: error });
    }
  };
}

/** In the queue anew, so that no attempt is used up by waiting. */
async function again(name: string, payload: unknown, { addJob: add, job }: JobHelpers) {
  await add(name, payload, {
    runAt: new Date(Date.now() + waitMs),
    maxAttempts: job.max_attempts,
    flags: ["waits"],
    ...(job.key ? { jobKey: job.key, jobKeyMode: "replace" as const } : {}),
  });
}
