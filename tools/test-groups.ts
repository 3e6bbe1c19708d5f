import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** So few that the processors have done at about the same time. */
const mostInGroup = 30;

/**
 * The test files of a package in as few groups as may be. Those of a group share a process, as to load
 * what they all import takes longer than most of them.
 */
export function groupFiles(files: readonly string[]): string[][] {
  const packages = Map.groupBy(files, (file) => file.split("/", 2).join("/"));
  return [...packages.values()].flatMap((its) => {
    const groups = Math.ceil(its.length / mostInGroup);
    return Array.from({ length: groups }, (_, group) =>
      its.filter((_file, at) => at % groups === group),
    );
  });
}

/**
 * Writes an entry for each group, in the order in which node's runner starts them: that of their names.
 * Each file is a suite of its own there, its hooks are the suite's, and one runs after the other.
 * @param groups files relative to `root`
 */
export function writeEntries(
  groups: readonly (readonly string[])[],
  root: string,
): { folder: string; entries: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "terskel-groups-"));
  const entries = groups.map((files, at) => {
    const suites = files.map((file) => {
      const url = pathToFileURL(join(root, file)).href;
      return `describe(${JSON.stringify(file)}, async () => void (await import(${JSON.stringify(url)})));\n`;
    });
    const entry = join(folder, `${String(at).padStart(3, "0")}.test.mjs`);
    writeFileSync(entry, ['import { describe } from "node:test";\n', ...suites].join(""));
    return entry;
  });
  return { folder, entries };
}
