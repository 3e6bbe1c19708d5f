import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { accountForRoot } from "./account.ts";
import { nativeFolder, runnableBinaries } from "./binaries.ts";
import {
  findCluster,
  makeCluster,
  putInPlace,
  removeEmbedded,
  runAs,
  settleSwap,
} from "./cluster.ts";
import type { Cluster } from "./cluster.ts";
import { addressOf, endLeftover, socketPrefix } from "./leftover.ts";
import { makeFolder } from "../folder.ts";

/** A running embedded PostgreSQL. */
export type EmbeddedDatabase = {
  /** Address of its database `terskel` for its owner. */
  readonly url: string;
  readonly pid: number;
  /** The folder of its Unix socket. */
  readonly socket: string;
  /** Resolves with the exit code if the server ends, asked for or not. */
  readonly ended: Promise<number | null>;
  /** Fast shutdown; ends after at most `timeoutMs` and 2 s, then by force. */
  stop(timeoutMs?: number): Promise<void>;
};

/**
 * Starts PostgreSQL on a Unix socket only (its OpenSSL is old, so it never listens on a network),
 * under an account of its own when we are root. The database is made at the first start. Whoever
 * calls has the data folder for themselves: a server that still runs there is ended.
 * @param before the server that has ended and whose address this one is to have
 * @throws Error with one plain line when it does not start within 30 seconds.
 */
export async function startEmbedded(
  dataFolder: string,
  settings: Record<string, string> = {},
  before?: Pick<EmbeddedDatabase, "socket">,
): Promise<EmbeddedDatabase> {
  makeFolder(dataFolder);
  settleSwap(dataFolder);
  await removeBeside(dataFolder);
  const found = findCluster(dataFolder);
  const account = found ? found.account : accountForRoot();
  const native = runnableBinaries(await nativeFolder(), account);
  if (!found) await makeCluster(dataFolder, native, account, settings.fsync !== "off");
  const cluster = found ?? findCluster(dataFolder);
  if (!cluster) throw new Error(`The database in ${dataFolder} has been removed while starting.`);
  await endLeftover(native, cluster);
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await startServer(native, cluster, settings, before?.socket);
    } catch (error) {
      // The children of a server that was killed notice in a moment that they are alone.
      const alone = error instanceof Error && error.message.includes("shared memory block");
      if (!alone || Date.now() > until) throw error;
      await wait(200);
    }
  }
}

const besideOf = (dataFolder: string) => join(dataFolder, "restoring");

/** A second, new database beside the one in the data folder, to be put in its place. */
export type DatabaseBeside = EmbeddedDatabase & {
  /** Stops it and puts it in the place of the other one, which goes. */
  putInPlace(): Promise<void>;
  /** Stops and removes it. */
  remove(): Promise<void>;
};

export async function startBeside(dataFolder: string): Promise<DatabaseBeside> {
  await removeBeside(dataFolder);
  const folder = besideOf(dataFolder);
  const database = await startEmbedded(folder).catch(async (error: unknown) => {
    await removeBeside(dataFolder);
    throw error;
  });
  const remove = async () => {
    await database.stop();
    await removeBeside(dataFolder);
  };
  return {
    ...database,
    remove,
    async putInPlace() {
      await database.stop();
      putInPlace(dataFolder, folder);
      await removeBeside(dataFolder);
    },
  };
}

/** What a killed restore left; its server may still run. */
async function removeBeside(dataFolder: string): Promise<void> {
  const folder = besideOf(dataFolder);
  if (!existsSync(folder)) return;
  const cluster = findCluster(folder);
  if (cluster) await endLeftover(runnableBinaries(await nativeFolder(), cluster.account), cluster);
  removeEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}

async function startServer(
  native: string,
  { folder, account }: Cluster,
  settings: Record<string, string>,
  socketBefore: string | undefined,
): Promise<EmbeddedDatabase> {
  const socket = socketBefore ?? mkdtempSync(socketPrefix);
  // It went with its server. Fails when somebody else has made one of that name since.
  if (socketBefore) mkdirSync(socketBefore, 0o700);
  if (account) chownSync(socket, account.uid, account.gid);
  // Root reaches the socket too; nobody else does.
  chmodSync(socket, 0o700);
  const options = {
    listen_addresses: "",
    unix_socket_directories: socket,
    unix_socket_permissions: "0700",
    // Names the socket's file, even where no network is listened on.
    port: "5432",
    max_connections: "120",
    // A query may lock some hundreds of partitions and their indexes (docs/decisions/0012).
    max_locks_per_transaction: "512",
    ...settings,
  };
  const child = spawn(
    join(native, "bin", "postgres"),
    ["-D", folder, ...Object.entries(options).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    // Its own process group: a Ctrl-C in the terminal must reach it through us, in order.
    { ...runAs(account), stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const end = { come: false };
  const ended = new Promise<number | null>((resolve) => {
    const finish = (code: number | null) => {
      end.come = true;
      rmSync(socket, { recursive: true, force: true });
      resolve(code);
    };
    child.on("exit", finish);
    child.on("error", (error) => {
      said += `\nERROR: ${error.message}`;
      if (child.pid === undefined) finish(null);
    });
  });
  const address = (database: string) => addressOf(socket, options.port, database);
  try {
    await waitUntilReady(address("postgres"), end);
  } catch (cause) {
    await stop(child, ended, 0);
    const why = said.split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line));
    throw new Error(`The database did not start: ${why?.trim() ?? String(cause)}`, { cause });
  }
  return {
    url: address("terskel"),
    pid: child.pid ?? 0,
    socket,
    ended,
    stop: (timeoutMs) => stop(child, ended, timeoutMs),
  };
}

async function waitUntilReady(url: string, end: { readonly come: boolean }) {
  const until = Date.now() + 30_000;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    // A server that ends now fails the query; unheard, it would end this process.
    client.on("error", () => undefined);
    try {
      await client.connect();
      const found = await client.query("select 1 from pg_database where datname = 'terskel'");
      if (found.rowCount === 0) await client.query("create database terskel");
      return;
    } catch (cause) {
      if (end.come || Date.now() > until) throw cause;
      await wait(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>, timeoutMs = 10_000) {
  // Fast shutdown: open transactions are rolled back, clients are told. Then at once, then by force.
  child.kill("SIGINT");
  const timers = [
    setTimeout(() => child.kill("SIGQUIT"), timeoutMs),
    setTimeout(() => child.kill("SIGKILL"), timeoutMs + 2_000),
  ];
  await ended;
  for (const timer of timers) clearTimeout(timer);
}
