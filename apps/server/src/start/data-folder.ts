import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeEmbedded } from "@terskel/platform/db";
import { makeFolder } from "@terskel/platform/folder";

/** Something stands in the way of starting; the message is one line that says what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/**
 * Makes the data folder and takes it for this process, so that no two use one database.
 * @returns gives it back
 * @throws StartError when it cannot be written, or another process has it
 */
export function takeDataFolder(folder: string): () => void {
  const lock = join(folder, "pid");
  try {
    makeFolder(folder);
    const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
    if (holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new StartError(
        `Terskel is running from ${folder} already (process ${holder}). Stop it, or set TERSKEL_DATA to another folder.`,
      );
    }
    rmSync(lock, { force: true });
    // Of two that start in the same instant one gets "wx", and the other is refused.
    writeFileSync(lock, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code ?? "error"}). Set TERSKEL_DATA to a folder that can.`,
      { cause: error },
    );
  }
  return () => rmSync(lock, { force: true });
}

/** `--fresh`: removes what an earlier start made, and nothing else that stands in the folder. */
export function emptyDataFolder(folder: string): void {
  removeEmbedded(folder);
  for (const made of ["secret", "outbox", "controllers", "log", "tombstones", "audit"]) {
    rmSync(join(folder, made), { recursive: true, force: true });
  }
}

/**
 * A data folder is a demo's or a production installation's for good: a forgotten TERSKEL_MODE puts no
 * test persons into real data, and no demo becomes real.
 * @throws StartError when the folder is the other's; nothing in it is changed
 */
export function keepMode(folder: string, mode: string): void {
  const file = join(folder, "mode");
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : mode;
  if (kept !== mode) {
    throw new StartError(
      `The data in ${folder} is of TERSKEL_MODE=${kept}, and this start is of TERSKEL_MODE=${mode}. Set TERSKEL_MODE to ${kept}, or TERSKEL_DATA to an empty folder; nothing was changed.`,
    );
  }
  writeFileSync(file, `${mode}\n`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A number that has gone to another program since does not count as one of our commands.
    const file = `/proc/${pid}/cmdline`;
    return !existsSync(file) || readFileSync(file, "utf8").includes("server/src/start/");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
