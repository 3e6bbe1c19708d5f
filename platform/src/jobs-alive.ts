import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import type { Log } from "./log.ts";

const tickMs = 10_000;
/** Marks our advisory locks among others of the database: "jobs". */
const lockClass = 0x6a_6f_62_73;

/**
 * graphile-worker leaves a job of a process that was killed locked for four hours. So each runner
 * holds an advisory lock while it lives (PostgreSQL gives it back when the connection ends), and
 * every 10 s looks for jobs whose runner holds none, and frees them.
 */
export function watchRunners(owner: Pool, log: Log) {
  const events = new EventEmitter() as WorkerEvents;
  let id: string | undefined;
  events.on("pool:create", ({ workerPool }) => (id = workerPool.id));
  let letGo: (() => void) | undefined;

  async function holdLock(): Promise<void> {
    if (letGo || id === undefined) return;
    const client = await owner.connect();
    let released = false;
    // Once only: a connection may say that it is lost twice, and after it was given back.
    const release = () => {
      if (letGo === release) letGo = undefined;
      if (!released) client.release(true);
      released = true;
    };
    // A lost connection is a lost lock: the next tick takes a new one.
    client.on("error", release);
    try {
      await client.query("select pg_advisory_lock($1, hashtext($2))", [lockClass, id]);
    } catch (error) {
      release();
      throw error;
    }
    if (!released) letGo = release;
  }

  async function freeJobsOfTheDead(): Promise<void> {
    const { rows } = await owner.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker.jobs j
        where locked_at < now() - interval '10 seconds' and not exists (
          select from pg_locks l
           where l.locktype = 'advisory' and l.classid = $1 and l.objsubid = 2
             and l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295
             and l.database = (select oid from pg_database where datname = current_database()))`,
      [lockClass],
    );
    if (rows.length === 0) return;
    log.warn({ runners: rows.length }, "jobs of a runner that died are given back to the queue");
    await free(rows.map((row) => row.id));
  }

  const free = async (ids: string[]) => {
    await owner.query("select graphile_worker.force_unlock_workers($1)", [ids]);
  };

  /** A job that has ended is told to the queue in a moment; one that has not is given back. */
  async function giveBack(): Promise<void> {
    if (id === undefined) return;
    for (let tries = 0; tries < 10; tries += 1) {
      const held = await owner.query(
        "select from graphile_worker.jobs where locked_by = $1 limit 1",
        [id],
      );
      if (held.rowCount === 0) return;
      await wait(100);
    }
    log.warn("a job did not end in time; it is given back to the queue");
    await free([id]);
  }

  let ticking = Promise.resolve();
  const tick = () => {
    ticking = holdLock()
      .then(freeJobsOfTheDead)
      .catch((error: unknown) => log.debug({ err: error }, "the queue cannot be watched just now"));
  };
  const timer = setInterval(tick, tickMs);
  return {
    events,
    start: tick,
    async stop(): Promise<void> {
      clearInterval(timer);
      await ticking;
      await giveBack().catch((error: unknown) => log.warn({ err: error }, "jobs stay locked"));
      letGo?.();
    },
  };
}
