import { existsSync, statSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BackupError, makeBackup, newKeyPair } from "@terskel/platform/backup";
import { readConfig } from "@terskel/platform/config";
import { createPool } from "@terskel/platform/db";
import { refuseHalfRestored } from "@terskel/platform/half-restored";
import { keysFrom } from "@terskel/platform/keys";
import { createLog } from "@terskel/platform/log";
import { plainReason } from "../plain-reason.ts";
import { version } from "../version.ts";
import { backupKeys, existingSecret } from "./backup-keys.ts";
import { isDiskFull } from "./disk-full.ts";
import { reachDatabase } from "./reach-database.ts";

/**
 * `npm run backup -- FILE [--to age1…]`: the database as it is at one point in time, encrypted, while the
 * service runs or not. `npm run backup -- --new-key KEYFILE`: a pair of keys. docs/running.md says how
 * to use both.
 */
const usage = "Use: npm run backup -- FILE [--to age1…], or: npm run backup -- --new-key KEYFILE";
/** Ctrl-C leaves no file and no database behind. */
const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stopped.abort());
const say = (line: string) => process.stdout.write(`${line}\n`);

async function newKey(file: string) {
  const { secret, recipient } = await newKeyPair();
  if (existsSync(file)) throw new BackupError(`${file} is there already.`);
  const text = `# Secret key of Terskel's backups; without it none can be restored.\n# Public key: ${recipient}\n${secret}\n`;
  writeFileSync(file, text, { mode: 0o600, flag: "wx", flush: true });
  say(`The secret key is in ${file}: keep it away from this machine.`);
  say(`The public key, for TERSKEL_BACKUP_RECIPIENT: ${recipient}`);
}

async function backup(file: string, to: readonly string[]) {
  const config = readConfig(process.env, process.cwd());
  const set = config.TERSKEL_BACKUP_RECIPIENT;
  const recipients = to.length > 0 ? to : set ? [set] : [];
  if (recipients.length === 0) {
    throw new BackupError(
      "TERSKEL_BACKUP_RECIPIENT is missing, or --to. Make a key by `npm run backup -- --new-key KEYFILE`.",
    );
  }
  const { url, leave } = await reachDatabase(config);
  try {
    const owner = createPool(url, { max: 1 });
    try {
      await refuseHalfRestored(owner);
    } finally {
      await owner.end();
    }
    const keys = keysFrom(existingSecret(config));
    const log = createLog(config.LOG_LEVEL);
    // Neither a new key nor a refusal waits until the whole program is read.
    const { leftOutOfBackups, schemas } = await import("../compose.ts");
    const { openTombstones } = await import("../tombstones.ts");
    // Before the snapshot: what is erased after this is erased again after a restore.
    const tombstones = openTombstones(config, keys, log, () => new Date()).position();
    const options = { schemas, leaveOut: leftOutOfBackups, product: version, ...backupKeys(keys) };
    const { signal } = stopped;
    await makeBackup({ ...options, url, file, recipients, signal, notes: { tombstones } });
  } finally {
    await leave();
  }
  say(`The backup is in ${file} (${statSync(file).size} bytes).`);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "new-key": { type: "string" }, to: { type: "string", multiple: true } },
  });
  const [file] = positionals;
  if (values["new-key"] && !file) await newKey(values["new-key"]);
  else if (file && positionals.length === 1 && !values["new-key"]) {
    await backup(file, values.to ?? []);
  } else throw new BackupError(usage);
} catch (error) {
  process.stderr.write(`${reason(error)}\n`);
  process.exitCode = 1;
}

function reason(error: unknown): string {
  const { code = "", path } = error as NodeJS.ErrnoException;
  if (stopped.signal.aborted) return "Stopped: no backup was written.";
  if (isDiskFull(error)) {
    return "The disk is full: no backup was written, and an older file of that name is as it was.";
  }
  // Of a file that is written, not of the data folder.
  if (path && /^E(ACCES|PERM|ROFS|NOENT|ISDIR|NOTDIR)$/.test(code)) {
    return `${path.replace(/\.[0-9a-f-]{36}\.part$/, "")} cannot be written (${code}).`;
  }
  return plainReason(error);
}
