import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
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
import { killAll } from "./processes.ts";
import { isReachable, makeReachable } from "./reachable.ts";

/** The files of one database server, and the account they belong to. */
export type Cluster = { readonly folder: string; readonly account: Account };

const placeOf = (dataFolder: string) => join(dataFolder, "postgres");
const oldPlaceOf = (dataFolder: string) => join(dataFolder, "postgres.old");
const beginning = "postgres.new-";

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

/**
 * Makes the cluster: whole, or (when interrupted) not at all.
 * @param lasting false for one that need not survive a power cut; it is made faster
 */
export async function makeCluster(
  dataFolder: string,
  native: string,
  account: Account,
  lasting: boolean,
) {
  removeBeginnings(dataFolder);
  const begun = mkdtempSync(join(dataFolder, beginning));
  const folder = ownedBy(account, begun);
  const initdb = ["-D", folder, "-U", "terskel", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"];
  if (!lasting) initdb.push("--no-sync");
  try {
    const as = { ...runAs(account), timeout: 120_000 };
    await promisify(execFile)(join(native, "bin", "initdb"), initdb, as);
  } catch (cause) {
    removePlace(dataFolder, begun);
    const said = String((cause as { stderr?: string }).stderr ?? cause)
      .trim()
      .split("\n");
    // Its last line may only say that it takes away what it had made.
    const why = said.find((line) => /FATAL|error:|could not/.test(line)) ?? said.at(-1);
    throw new Error(`The database could not be made: ${why}`, { cause });
  }
  renameSync(begun, placeOf(dataFolder));
}

/** Gives the empty folder to the account, or puts in its place a link to one that it can enter. */
function ownedBy(account: Account, folder: string): string {
  if (!account) return folder;
  chownSync(folder, account.uid, account.gid);
  if (canEnter(account, folder)) return folder;
  rmdirSync(folder);
  const outside = makeReachable("data");
  chownSync(outside, account.uid, account.gid);
  symlinkSync(outside, folder);
  return outside;
}

/**
 * Puts the database of another data folder in the place of this one's, which goes. Neither may be
 * running. Interrupted at any point, one of the two is there whole (`settleSwap`).
 */
export function putInPlace(dataFolder: string, from: string): void {
  settleSwap(dataFolder);
  const [place, old] = [placeOf(dataFolder), oldPlaceOf(dataFolder)];
  if (lstatSync(place, { throwIfNoEntry: false })) renameSync(place, old);
  try {
    renameSync(placeOf(from), place);
  } finally {
    settleSwap(dataFolder);
  }
}

/** Ends a swap that was cut: the old one goes if the new one is in place, else back to its place. */
export function settleSwap(dataFolder: string): void {
  const [place, old] = [placeOf(dataFolder), oldPlaceOf(dataFolder)];
  if (!lstatSync(old, { throwIfNoEntry: false })) return;
  if (lstatSync(place, { throwIfNoEntry: false })) removePlace(dataFolder, old);
  else renameSync(old, place);
}

/** Removes the database and what it was linked to. It must not be running. */
export function removeEmbedded(dataFolder: string): void {
  if (!existsSync(dataFolder)) return;
  removeBeginnings(dataFolder);
  removePlace(dataFolder, oldPlaceOf(dataFolder));
  removePlace(dataFolder, placeOf(dataFolder));
}

/** What a first start left that was interrupted. Its initdb may still be at work. */
function removeBeginnings(dataFolder: string): void {
  for (const file of readdirSync(dataFolder)) {
    if (!file.startsWith(beginning)) continue;
    const place = join(dataFolder, file);
    killAll("initdb", leadsTo(dataFolder, place));
    removePlace(dataFolder, place);
  }
}

const leadsTo = (dataFolder: string, place: string) =>
  lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()
    ? resolve(dataFolder, readlinkSync(place))
    : place;

function removePlace(dataFolder: string, place: string): void {
  const target = leadsTo(dataFolder, place);
  // A link that somebody else put there is taken away, and what it leads to left alone.
  if (target !== place && isReachable(target, "data")) removeWhole(target);
  removeWhole(place);
}

/** What a killed initdb has started may write on for a moment. */
function removeWhole(path: string): void {
  for (let tries = 0; tries < 20; tries += 1) {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  }
}
