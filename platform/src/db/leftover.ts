import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { findCluster, runAs } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";
import { commandOf } from "./processes.ts";

/** A Unix socket's path has at most 107 bytes, so it stands in a short folder of its own. */
export const socketPrefix = join(tmpdir(), "terskel-pg-");

type Postmaster = {
  readonly file: string;
  readonly pid: number;
  readonly port: string;
  readonly socket: string;
  /** `ours`: a server of this folder runs; `other`: the number has gone to another program. */
  readonly state: "ours" | "other" | "ended";
};

/** What `postmaster.pid` says; undefined when there is none. */
function readPostmaster(folder: string): Postmaster | undefined {
  const file = join(folder, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const runs = commandOf(pid);
  const ours = runs?.includes("postgres") && runs.includes(folder);
  const state = ours ? "ours" : runs === undefined ? "ended" : "other";
  return { file, pid, port: lines[3] ?? "", socket: lines[4] ?? "", state };
}

/** The address for its owner of the server that runs in this data folder; undefined when none does. */
export function findRunning(dataFolder: string): string | undefined {
  const cluster = findCluster(dataFolder);
  const found = cluster && readPostmaster(cluster.folder);
  if (found?.state !== "ours" || found.socket === "") return undefined;
  return addressOf(found.socket, found.port, "terskel");
}

/** Address of a database on a Unix socket, for its owner. */
export const addressOf = (socket: string, port: string, database: string) =>
  `postgres://terskel@localhost:${port}/${database}?host=${encodeURIComponent(socket)}`;

/**
 * Ends the server that a killed start left behind; it still holds the folder.
 * @throws Error when it does not end within 30 seconds
 */
export async function endLeftover(native: string, { folder, account }: Cluster): Promise<void> {
  const found = readPostmaster(folder);
  if (!found) return;
  const { file, pid, socket, state } = found;
  if (state === "ours") {
    for (const how of ["fast", "immediate"]) {
      const stop = ["-D", folder, "-m", how, "-t", "15", "stop"];
      const ended = await promisify(execFile)(join(native, "bin", "pg_ctl"), stop, runAs(account))
        .then(() => true)
        .catch(() => commandOf(pid) === undefined);
      if (ended) break;
    }
    // It takes its file away, for which pg_ctl waits, a moment before it has ended.
    for (let tries = 0; tries < 50 && commandOf(pid) !== undefined; tries += 1) await wait(100);
    if (commandOf(pid) !== undefined) {
      throw new Error(`An earlier database server (process ${pid}) does not end. End it first.`);
    }
  } else if (state === "other") {
    // The number has gone to another program, and PostgreSQL would take that one for itself.
    rmSync(file, { force: true });
  }
  if (socket.startsWith(socketPrefix)) rmSync(socket, { recursive: true, force: true });
}
