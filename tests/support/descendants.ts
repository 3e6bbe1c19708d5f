import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Ids of all processes that descend from this one. */
export function descendants(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = existsSync(`/proc/${name}/stat`) ? tryRead(`/proc/${name}/stat`) : "";
      const parent = /\) \w (\d+)/.exec(stat)?.[1];
      return parent ? [[Number(name), Number(parent)] as const] : [];
    });
  const children = parents.filter(([, parent]) => parent === pid).map(([child]) => child);
  return [...children, ...children.flatMap(descendants)];
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The process has ended between the listing and the reading.
    return "";
  }
}

export const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/\) Z /.test(tryRead(`/proc/${pid}/stat`));
