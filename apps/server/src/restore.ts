import {
  asCommand,
  createEraser,
  createKernel,
  enterRestore,
  positionShape,
  replayTombstones,
} from "@terskel/kernel";
import { restoreInto } from "@terskel/platform/backup";
import type { Header } from "@terskel/platform/backup";
import { createPool, ensureAppLogin } from "@terskel/platform/db";
import type { Pool } from "pg";
import { backupOf } from "./check-backup.ts";
import type { Restore } from "./check-backup.ts";
import { openCheckpoints } from "./checkpoints.ts";
import { processings, schemas } from "./compose.ts";
import { migrateDatabase } from "./database.ts";
import { tombstoneKey } from "./tombstone-key.ts";

/**
 * Restores into an empty database, carries out again what was erased since, and lets retention run once.
 * @returns what was done, in one line
 */
export async function restoreBackup(restore: Restore, url: string): Promise<string> {
  const owner = createPool(url, { max: 2 });
  let done = "";
  try {
    await restoreInto({
      ...backupOf(restore),
      owner,
      url,
      schemas,
      migrateTo: async (migrations) => void (await migrateDatabase(owner, new Set(migrations))),
      finish: async (header) => {
        await migrateDatabase(owner);
        const replayed = await forget(restore, header, owner, url);
        done = `Restored the database of ${header.at}. ${replayed}`;
      },
    });
  } finally {
    await owner.end();
  }
  return done;
}

/** Nobody reads the database before this is done. */
async function forget(restore: Restore, header: Header, owner: Pool, url: string): Promise<string> {
  const { config, keys } = restore;
  const password = keys.derive("database-login").toString("base64url");
  const app = createPool(await ensureAppLogin(owner, url, password), { max: 2 });
  try {
    const kernel = createKernel(app, processings);
    await kernel.check();
    const said = await asCommand(
      "erase-again",
      async () => await eraseAgain(restore, header, owner, kernel),
    );
    // Behind what was done in it; the server's own job writes down how far the chain goes from here.
    const checkpoints = openCheckpoints(config, keys, { info: () => undefined });
    await enterRestore({ ...kernel, checkpoints, now: () => new Date() });
    return said;
  } finally {
    await app.end();
  }
}

async function eraseAgain(
  { config, keys, withTombstones }: Restore,
  header: Header,
  owner: Pool,
  kernel: ReturnType<typeof createKernel>,
): Promise<string> {
  let said = "Without tombstones: whoever was erased since then is there again.";
  if (withTombstones) {
    const { erased, open } = await replayTombstones({
      owner,
      processings,
      folder: config.tombstonesFolder,
      key: tombstoneKey(keys),
      position: positionShape.parse(header.notes.tombstones),
      keepDays: config.TERSKEL_BACKUP_DAYS,
      now: new Date(),
      erase: createEraser(kernel),
    });
    said = `Erased again: ${erased}${open > 0 ? `, ${open} of them without a known end` : ""}.`;
  }
  await kernel.runRetention();
  return said;
}
