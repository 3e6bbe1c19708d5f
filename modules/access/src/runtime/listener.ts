import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@terskel/platform/log";
import type { Pool, PoolClient } from "pg";
import { CHANNEL, readNotes, type Note } from "./notes.ts";

export type NoteHandlers = {
  readonly heard: (note: Note) => void;
  /** Notes may have been missed since then; the line stands again now. */
  readonly missedSince: (since: Date) => void;
};

/** The one connection on which this replica hears what changed. */
export type Listener = {
  /** Rejects when the database cannot be reached now; later it is tried for as long as it takes. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const PING_EVERY_MS = 20_000;
const MAX_BACKOFF_MS = 10_000;

export function createListener(
  { pool, now, log }: { pool: Pool; now: () => Date; log: Log },
  { heard, missedSince }: NoteHandlers,
): Listener {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> = Promise.resolve();
  let goodAt = now();

  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    // Its loss is noticed by the ping or by `end`; unheard, the event would end the process.
    client.on("error", () => undefined);
    client.on("notification", ({ payload }) => {
      if (signal.aborted) return;
      for (const note of readNotes(payload)) heard(note);
    });
    try {
      await client.query(`listen ${CHANNEL}`);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };

  /** Until the line is lost. A line that is cut without a word is found out by the ping. */
  const hold = async (client: PoolClient): Promise<void> => {
    const lost = new AbortController();
    client.once("end", () => lost.abort());
    client.once("error", () => lost.abort());
    const either = AbortSignal.any([signal, lost.signal]);
    try {
      while (!either.aborted) {
        await client.query("select 1");
        goodAt = now();
        await pause(PING_EVERY_MS, either);
      }
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, "the line to the database's news is lost");
    } finally {
      // Never back into the pool: whoever gets it next would hear the news.
      client.release(true);
    }
  };

  const reconnect = async (): Promise<PoolClient | undefined> => {
    for (let waitMs = 100; !signal.aborted; waitMs = Math.min(waitMs * 2, MAX_BACKOFF_MS)) {
      try {
        const client = await connect();
        missedSince(goodAt);
        return client;
      } catch (error) {
        log.warn({ err: error }, "the database's news cannot be heard; trying again");
        await pause(waitMs, signal);
      }
    }
    return undefined;
  };

  const run = async (first: PoolClient): Promise<void> => {
    let client: PoolClient | undefined = first;
    while (client) {
      await hold(client);
      client = signal.aborted ? undefined : await reconnect();
    }
  };

  return {
    async start() {
      running = run(await connect());
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function pause(forMs: number, signal: AbortSignal): Promise<void> {
  await sleep(forMs, undefined, { signal, ref: false }).catch(() => undefined);
}
