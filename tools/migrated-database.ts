import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDatabase } from "@terskel/server";
import { createPool, removeEmbedded, startEmbedded } from "@terskel/platform/db";

/** Runs with a throw-away PostgreSQL that has the schema of this version and no rows. */
export async function withMigratedDatabase(
  run: (pool: ReturnType<typeof createPool>, url: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "terskel-tools-"));
  // Nothing here has to survive a power cut.
  const server = await startEmbedded(folder, { fsync: "off", synchronous_commit: "off" });
  const pool = createPool(server.url, { max: 4 });
  try {
    await prepareDatabase(pool);
    await run(pool, server.url);
  } finally {
    await pool.end();
    await server.stop();
    removeEmbedded(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
