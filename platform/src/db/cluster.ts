import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { accountForRoot, canEnter } from "./account.ts";
import type { Account } from "./account.ts";
import { isReachable, makeReachable } from "./reachable.ts";

/** The files of one database server, and the account they belong to. */
export type Cluster = { readonly folder: string; readonly account: Account };

const placeOf = (dataFolder: string) => join(dataFolder, "postgres");
const startOf = (dataFolder: string) => join(dataFolder, "postgres.new");

/** Where PostgreSQL's own programs run: as its account, with no more of our environment than it needs. */
export const runAs = (account: Account) => ({
  ...account,
  cwd: "/",
  env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
});

/**
 * The cluster in the data folder; undefined when there is none yet. `postgres` there is the folder
 * itself or, where only root can enter, a link to it.
 * @throws Error in one plain line when it is there and cannot be used
 */
export function findCluster(dataFolder: string): Cluster | undefined {
  const place = placeOf(dataFolder);
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const folder = stat.isSymbolicLink() ? resolve(dataFolder, readlinkSync(place)) : place;
  if (!existsSync(folder)) {
    throw new Error(
      `The database was in ${folder}, and is gone. Restore it, or start with --fresh.`,
    );
  }
  const { uid, gid } = statSync(folder);
  const us = process.getuid?.() ?? uid;
  if (us !== 0 && us !== uid) {
    throw new Error(`The database in ${folder} belongs to another account. Start as that one.`);
  }
  if (us !== 0) return { folder, account: undefined };
  // As root: whoever made it goes on with it, be it our own account or an ordinary user.
  const account = uid === 0 ? accountForRoot() : { uid, gid };
  if (!canEnter(account, folder)) {
    throw new Error(
      `The database's own account cannot enter ${folder}. Open the folders above it.`,
    );
  }
  return { folder, account };
}

/** Makes the cluster: whole, or (when interrupted) not at all. */
export async function makeCluster(dataFolder: string, native: string, account: Account) {
  const start = startOf(dataFolder);
  removePlace(dataFolder, start);
  const folder = startFolder(start, account);
  const initdb = ["-D", folder, "-U", "terskel", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"];
  try {
    const as = { ...runAs(account), timeout: 120_000 };
    await promisify(execFile)(join(native, "bin", "initdb"), initdb, as);
  } catch (cause) {
    removePlace(dataFolder, start);
    const said = String((cause as { stderr?: string }).stderr ?? cause).trim();
    throw new Error(`The database could not be made: ${said.split("\n").at(-1)}`, { cause });
  }
  renameSync(start, placeOf(dataFolder));
}

function startFolder(start: string, account: Account): string {
  mkdirSync(start, { mode: 0o700 });
  if (!account) return start;
  chownSync(start, account.uid, account.gid);
  if (canEnter(account, start)) return start;
  rmdirSync(start);
  const outside = makeReachable("data");
  chownSync(outside, account.uid, account.gid);
  symlinkSync(outside, start);
  return outside;
}

/** Removes the database and what it was linked to. It must not be running. */
export function removeEmbedded(dataFolder: string): void {
  removePlace(dataFolder, startOf(dataFolder));
  removePlace(dataFolder, placeOf(dataFolder));
}

function removePlace(dataFolder: string, place: string): void {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) {
    const target = resolve(dataFolder, readlinkSync(place));
    // A link that somebody else put there is taken away, and what it leads to left alone.
    if (isReachable(target, "data")) rmSync(target, { recursive: true, force: true });
  }
  rmSync(place, { recursive: true, force: true });
}
