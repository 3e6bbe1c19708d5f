import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { runAs } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";
import { commandOf } from "./processes.ts";

/** A Unix socket's path has at most 107 bytes, so it stands in a short folder of its own. */
export const socketPrefix = join(tmpdir(), "terskel-pg-");

/**
 * Ends the server that a killed start left behind; it still holds the folder.
 * @throws Error when it does not end within 30 seconds
 */
export async function endLeftover(native: string, { folder, account }: Cluster): Promise<void> {
  const file = join(folder, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return;
  }
  const pid = Number(lines[0]);
  const runs = commandOf(pid);
  if (runs?.includes("postgres") && runs.includes(folder)) {
    for (const how of ["fast", "immediate"]) {
      const stop = ["-D", folder, "-m", how, "-t", "15", "stop"];
      const ended = await promisify(execFile)(join(native, "bin", "pg_ctl"), stop, runAs(account))
        .then(() => true)
        .catch(() => commandOf(pid) === undefined);
      if (ended) break;
    }
    if (commandOf(pid) !== undefined) {
      throw new Error(`An earlier database server (process ${pid}) does not end. End it first.`);
    }
  } else if (runs !== undefined) {
    // The number has gone to another program, and PostgreSQL would take that one for itself.
    rmSync(file, { force: true });
  }
  const socket = lines[4] ?? "";
  if (socket.startsWith(socketPrefix)) rmSync(socket, { recursive: true, force: true });
}
