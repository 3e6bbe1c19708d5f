import { existsSync } from "node:fs";
import { join } from "node:path";
import { BackupError } from "@terskel/platform/backup";
import type { Config } from "@terskel/platform/config";
import { loadSecret } from "@terskel/platform/keys";
import type { Keys } from "@terskel/platform/keys";

/** What binds a backup to the installation's secret: a mark that tells secrets apart, and a key. */
export const backupKeys = (keys: Keys) => ({
  secret: keys.derive("backup-secret-mark").toString("base64url"),
  macKey: keys.derive("backup"),
});

/** @throws BackupError when there is no secret: one made anew would fit neither database nor backup */
export function existingSecret(config: Config): Buffer {
  if (!config.TERSKEL_SECRET && !existsSync(join(config.dataFolder, "secret"))) {
    throw new BackupError(
      `The installation's secret is missing: put the file secret into ${config.dataFolder}, or set TERSKEL_SECRET.`,
    );
  }
  return loadSecret(config.TERSKEL_SECRET, config.dataFolder);
}
