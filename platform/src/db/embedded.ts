import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import {
  canEnter,
  nativeFolder,
  ownerForRoot,
  reachableFolder,
  runnableBinaries,
} from "./binaries.ts";
import type { Owner } from "./binaries.ts";

/** A running embedded PostgreSQL. */
export type EmbeddedDatabase = {
  /** Address of its database `terskel` for its owner. */
  readonly url: string;
  readonly pid: number;
  /** Resolves with the exit code if the server ends, asked for or not. */
  readonly ended: Promise<number | null>;
  /** Fast shutdown; ends after at most `timeoutMs`, then by SIGKILL. */
  stop(timeoutMs?: number): Promise<void>;
};

const version = "18.4";

/**
 * The folder PostgreSQL keeps its data in. When root starts us in a folder that only root can
 * enter, `postgres` in the data folder is a link to one that the database's account can enter.
 */
function clusterFolder(dataFolder: string, owner: Owner): string {
  const folder = join(dataFolder, "postgres");
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) return readlinkSync(folder);
  if (stat && canEnter(owner, folder)) return folder;
  if (stat) throw new Error(`${folder} cannot be entered by the database's own account.`);
  mkdirSync(folder, { mode: 0o700 });
  if (!owner) return folder;
  chownSync(folder, owner.uid, owner.gid);
  if (canEnter(owner, folder)) return folder;
  rmSync(folder, { recursive: true });
  const outside = reachableFolder("data");
  chownSync(outside, owner.uid, owner.gid);
  symlinkSync(outside, folder);
  return outside;
}

/** Removes the database and what it was linked to. It must not be running. */
export function removeEmbedded(dataFolder: string): void {
  const folder = join(dataFolder, "postgres");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(readlinkSync(folder), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Starts PostgreSQL on a Unix socket only (its OpenSSL is old, so it never listens on a network),
 * under an account of its own when we are root. The data folder is made at the first start.
 * @throws Error with one plain line when it does not start within 30 seconds.
 */
export async function startEmbedded(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const owner = ownerForRoot();
  const native = runnableBinaries(await nativeFolder(), owner, version);
  const folder = clusterFolder(dataFolder, owner);
  // A Unix socket's path has at most 107 bytes, so it stands in a short folder of its own.
  const socket = mkdtempSync(join(tmpdir(), "terskel-pg-"));
  if (owner) chownSync(socket, owner.uid, owner.gid);
  // The server's own user (root) needs to reach the socket too; nobody else does.
  chmodSync(socket, 0o700);
  const as = { ...owner, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" } };
  if (!existsSync(join(folder, "PG_VERSION"))) {
    const made = spawnSync(
      join(native, "bin", "initdb"),
      [
        "-D",
        folder,
        "-U",
        "terskel",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--auth=trust",
        "--no-sync",
      ],
      { ...as, encoding: "utf8" },
    );
    if (made.status !== 0) {
      throw new Error(`The database could not be made: ${made.stderr.trim().split("\n").at(-1)}`);
    }
  }
  stopLeftover(native, folder, as);
  const options = {
    listen_addresses: "",
    unix_socket_directories: socket,
    unix_socket_permissions: "0700",
    max_connections: "120",
    ...settings,
  };
  const child = spawn(
    join(native, "bin", "postgres"),
    ["-D", folder, ...Object.entries(options).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    // Its own process group: a Ctrl-C in the terminal must reach it through us, in order.
    { ...as, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  let lines = "";
  child.stderr?.on("data", (chunk: Buffer) => (lines = (lines + chunk.toString()).slice(-4000)));
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => {
      rmSync(socket, { recursive: true, force: true });
      resolve(code);
    });
  });
  const url = `postgres://terskel@localhost/terskel?host=${encodeURIComponent(socket)}`;
  await waitUntilReady(child, url.replace("/terskel?", "/postgres?"), () => lines);
  return { url, pid: child.pid ?? 0, ended, stop: (timeoutMs) => stop(child, ended, timeoutMs) };
}

/** A server left behind by a killed start still holds the folder: it is ended first. */
function stopLeftover(native: string, folder: string, as: object): void {
  if (!existsSync(join(folder, "postmaster.pid"))) return;
  const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  spawnSync(join(native, "bin", "pg_ctl"), ["-D", folder, "-m", "fast", "-t", "20", "stop"], as);
  try {
    process.kill(pid, 0);
  } catch {
    rmSync(join(folder, "postmaster.pid"), { force: true });
  }
}

async function waitUntilReady(child: ChildProcess, url: string, lines: () => string) {
  const until = Date.now() + 30_000;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const found = await client.query("select 1 from pg_database where datname = 'terskel'");
      if (found.rowCount === 0) await client.query("create database terskel");
      return;
    } catch (cause) {
      if (child.exitCode !== null || Date.now() > until) {
        child.kill("SIGKILL");
        const why = lines()
          .trim()
          .split("\n")
          .findLast((line) => /FATAL|PANIC|ERROR/.test(line));
        throw new Error(`The database did not start: ${why ?? String(cause)}`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>, timeoutMs = 10_000) {
  // Fast shutdown: open transactions are rolled back, clients are told.
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  await ended;
  clearTimeout(timer);
}
