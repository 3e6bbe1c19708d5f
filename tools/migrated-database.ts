import { rmSync } from "node:fs";
import { prepareDatabase } from "@terskel/server";
import { createPool, removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { memoryFolder } from "./memory-folder.ts";

/** Runs with a throw-away PostgreSQL whose database `name` has this version's schema and no rows. */
export async function withMigratedDatabase<T>(
  name: string,
  run: (url: string, serverUrl: string) => Promise<T>,
): Promise<T> {
  const folder = memoryFolder();
  // Nothing here has to survive a power cut.
  const server = await startEmbedded(folder, {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "300",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "256MB",
    // Nor does anything live long enough to be tidied.
    autovacuum: "off",
  });
  try {
    const admin = createPool(server.url, { max: 1 });
    await admin.query(`create database ${name}`);
    await admin.end();
    const address = new URL(server.url);
    address.pathname = `/${name}`;
    const pool = createPool(address.href, { max: 4 });
    await prepareDatabase(pool);
    await pool.end();
    return await run(address.href, server.url);
  } finally {
    await server.stop();
    removeEmbedded(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
