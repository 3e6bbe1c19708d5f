import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWithContext, type WithContext } from "@terskel/kernel";
import { createPool, ensureAppLogin, removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { prepareDatabase } from "@terskel/server";
import type { Pool } from "pg";

export type Database = {
  /** Owns the tables; no statement of it is cut off. */
  readonly owner: Pool;
  readonly appUrl: string;
  /** As the program asks: its role, its row-level security. */
  readonly withContext: WithContext;
  readonly stop: () => Promise<void>;
};

/** The product's schema in an embedded PostgreSQL with its own settings, apart from what is said here. */
export async function startDatabase(connections: number): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), "terskel-bench-"));
  const server = await startEmbedded(folder, {
    // Waiting for the disk would flatter the one who commits once; nothing here has to survive.
    fsync: "off",
    shared_buffers: "1GB",
    maintenance_work_mem: "512MB",
    max_wal_size: "16GB",
    autovacuum: "off",
    max_connections: String(connections + 20),
  });
  const unlimited = { statement_timeout: 0, query_timeout: 0 };
  const owner = createPool(server.url, { max: 4, ...unlimited });
  await prepareDatabase(owner);
  const appUrl = await ensureAppLogin(owner, server.url, "bench");
  // A hundred connections at once, each of which plans its first read for every partition, take a small
  // machine longer than a server would wait. What is measured comes afterwards.
  const app = createPool(appUrl, {
    max: connections,
    connectionTimeoutMillis: 60_000,
    ...unlimited,
  });
  return {
    owner,
    appUrl,
    withContext: createWithContext(
      app,
      new Set(["access.read-own-log", "access.read-door-log", "kernel.retention"]),
    ),
    async stop() {
      await app.end();
      await owner.end();
      await server.stop();
      removeEmbedded(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds and bytes of write-ahead log that something takes, from a checkpoint on. */
export async function cost(owner: Pool, run: () => Promise<unknown>) {
  await owner.query("checkpoint");
  const from = await walAt(owner);
  const started = performance.now();
  await run();
  const ms = performance.now() - started;
  return { ms, walBytes: (await walAt(owner)) - from };
}

async function walAt(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ at: string }>(
    "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as at",
  );
  return Number(rows[0]?.at);
}
