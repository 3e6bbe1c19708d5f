import { lstatSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../folder.ts";

/** Where root may put what another account has to reach, best first. */
const bases = () => ["/var/lib/terskel", join(tmpdir(), "terskel")];

/** Only folders of root's own, which nobody else can write and everybody can enter. */
function usable(base: string): boolean {
  const stat = lstatSync(base, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === 0 && (stat.mode & 0o023) === 0o001;
}

/** The base folders that are there and to be trusted. */
export function reachableBases(): string[] {
  return bases().filter(usable);
}

/** Makes a new folder that any account can reach, for root: in /var/lib/terskel, else in /tmp/terskel. */
export function makeReachable(purpose: string): string {
  for (const base of bases()) {
    try {
      makeFolder(base, 0o755);
      if (usable(base)) return mkdtempSync(join(base, `${purpose}-`));
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!["EACCES", "EEXIST", "ENOENT", "ENOTDIR", "EPERM", "EROFS"].includes(code)) throw error;
    }
  }
  throw new Error("No folder was found that the database's account can enter. Set TERSKEL_DATA.");
}

/** Was this folder made by `makeReachable` for this purpose? Nothing else is ever removed. */
export function isReachable(folder: string, purpose: string): boolean {
  return bases().includes(dirname(folder)) && basename(folder).startsWith(`${purpose}-`);
}
