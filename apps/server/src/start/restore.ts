import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BackupError, secretKeyIn } from "@terskel/platform/backup";
import { readConfig } from "@terskel/platform/config";
import { findCluster, startBeside } from "@terskel/platform/db";
import { keysFrom, loadSecret } from "@terskel/platform/keys";
import { plainReason } from "../plain-reason.ts";
import { checkBackup } from "../check-backup.ts";
import type { Restore } from "../check-backup.ts";
import { existingSecret } from "./backup-keys.ts";
import { keepMode, takeDataFolder } from "./data-folder.ts";
import { isDiskFull } from "./disk-full.ts";

/**
 * `npm run restore -- FILE --key KEYFILE`: the database of a backup in a new place, every erasure since
 * then carried out again, and only then put where it will be used. docs/running.md says more.
 */
const usage =
  "Use: npm run restore -- FILE --key KEYFILE [--replace] [--without-tombstones [--another-secret]]";
const flag = { type: "boolean", default: false } as const;

/** What is refused before does not wait until the whole program is read. */
async function restoreInto(url: string, restore: Restore): Promise<string> {
  const { restoreBackup } = await import("../restore.ts");
  return await restoreBackup(restore, url);
}

async function restoreEmbedded(restore: Restore, replace: boolean) {
  const { dataFolder } = restore.config;
  const giveBack = takeDataFolder(dataFolder);
  try {
    keepMode(dataFolder, restore.config.TERSKEL_MODE);
    if (!replace && findCluster(dataFolder)) {
      throw new BackupError(
        `There is a database in ${dataFolder}. With --replace it goes once the backup is restored.`,
      );
    }
    await checkBackup(restore);
    const beside = await startBeside(dataFolder);
    for (const signal of ["SIGINT", "SIGTERM"]) {
      // What waits for the database fails when it ends, and the rest goes as after any failure.
      process.on(signal, () => void beside.stop());
    }
    try {
      const done = await restoreInto(beside.url, restore);
      await beside.putInPlace();
      return done;
    } catch (error) {
      await beside.remove();
      throw error;
    }
  } finally {
    giveBack();
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: "string" },
      replace: flag,
      "without-tombstones": flag,
      "another-secret": flag,
    },
  });
  const [file] = positionals;
  const another = values["another-secret"];
  if (!file || positionals.length > 1 || !values.key) throw new BackupError(usage);
  if (another && !values["without-tombstones"]) throw new BackupError(usage);
  const config = readConfig(process.env, process.cwd());
  const restore: Restore = {
    config,
    file,
    secretKey: secretKeyIn(readFileSync(values.key, "utf8")),
    keys: keysFrom(
      another ? loadSecret(config.TERSKEL_SECRET, config.dataFolder) : existingSecret(config),
    ),
    withTombstones: !values["without-tombstones"],
    sameSecret: !another,
  };
  let done;
  if (config.DATABASE_URL) {
    await checkBackup(restore);
    done = await restoreInto(config.DATABASE_URL, restore);
  } else done = await restoreEmbedded(restore, values.replace);
  process.stdout.write(`${done}\n`);
} catch (error) {
  const { code, path } = error as NodeJS.ErrnoException;
  const why =
    code === "ENOENT" && path
      ? `${path} is not there.`
      : isDiskFull(error)
        ? "The disk is full: nothing was restored, and what was there is as it was."
        : plainReason(error);
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
