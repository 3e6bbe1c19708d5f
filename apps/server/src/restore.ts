import { existsSync } from "node:fs";
import {
  createEraser,
  createKernel,
  positionShape,
  readErased,
  replayTombstones,
  TombstoneError,
} from "@terskel/kernel";
import { BackupError, restoreInto, verifyBackup } from "@terskel/platform/backup";
import type { Header } from "@terskel/platform/backup";
import type { Config } from "@terskel/platform/config";
import { createPool, ensureAppLogin, readMigrations } from "@terskel/platform/db";
import type { Keys } from "@terskel/platform/keys";
import type { Pool } from "pg";
import { processings, schemas } from "./compose.ts";
import { migrateDatabase, sqlFolders } from "./database.ts";
import { backupKeys } from "./start/backup-keys.ts";
import { tombstoneKey } from "./tombstones.ts";

export type Restore = {
  readonly config: Config;
  readonly keys: Keys;
  readonly file: string;
  readonly secretKey: string;
  /** False: what was erased since the backup comes back, and the operator has said so. */
  readonly withTombstones: boolean;
  /** False: the secret of the backup is lost, and with it the proof of who made the backup. */
  readonly sameSecret: boolean;
};

const backupOf = ({ file, secretKey, keys, sameSecret }: Restore) => ({
  file,
  secretKey,
  macKey: sameSecret ? backupKeys(keys).macKey : undefined,
});

/**
 * Reads the whole backup and refuses what cannot be restored, before anything is touched.
 * @throws BackupError, TombstoneError
 */
export async function checkBackup(restore: Restore): Promise<void> {
  const known = readMigrations(sqlFolders);
  await verifyBackup(backupOf(restore), (header) => {
    const newer = header.migrations.find((name) => !(name in known));
    if (newer) {
      throw new BackupError(
        `The backup is of a newer version than this program (it has ${newer}). Restore it with that version.`,
      );
    }
    if (restore.sameSecret && header.secret !== backupKeys(restore.keys).secret) {
      throw new BackupError(
        "The backup was made under another secret. Put the secret of that time back.",
      );
    }
    if (restore.withTombstones) checkTombstones(restore, header);
  });
}

function checkTombstones({ config, keys }: Restore, header: Header): void {
  const days = config.TERSKEL_BACKUP_DAYS;
  const hint = "To restore all the same, with whoever was erased: --without-tombstones.";
  if (new Date(header.at).getTime() + days * 86_400_000 < Date.now()) {
    throw new BackupError(
      `The backup is older than ${days} days, and so the tombstones since may be gone. ${hint}`,
    );
  }
  if (!existsSync(config.tombstonesFolder)) {
    throw new BackupError(`The tombstones are missing: ${config.tombstonesFolder}. ${hint}`);
  }
  try {
    readErased(
      { folder: config.tombstonesFolder, key: tombstoneKey(keys) },
      positionShape.parse(header.notes.tombstones),
      days,
      new Date(),
    );
  } catch (error) {
    if (!(error instanceof TombstoneError)) throw error;
    throw new BackupError(`${error.message} ${hint}`, { cause: error });
  }
}

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
    let said = "Without tombstones: whoever was erased since then is there again.";
    if (restore.withTombstones) {
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
  } finally {
    await app.end();
  }
}
