import { existsSync } from "node:fs";
import { BackupError, verifyBackup } from "@terskel/platform/backup";
import type { Header } from "@terskel/platform/backup";
import type { Config } from "@terskel/platform/config";
import { readMigrations } from "@terskel/platform/db";
import type { Keys } from "@terskel/platform/keys";
import { sqlFolders } from "./sql-folders.ts";
import { backupKeys } from "./start/backup-keys.ts";
import { tombstoneKey } from "./tombstone-key.ts";

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

export const backupOf = ({ file, secretKey, keys, sameSecret }: Restore) => ({
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
  await verifyBackup(backupOf(restore), async (header) => {
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
    if (restore.withTombstones) await checkTombstones(restore, header);
  });
}

async function checkTombstones({ config, keys }: Restore, header: Header): Promise<void> {
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
  // A refusal until here need not wait for the kernel to be read.
  const { positionShape, readErased, TombstoneError } = await import("@terskel/kernel");
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
