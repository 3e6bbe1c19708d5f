import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** So few that the two processors have done at about the same time. */
const mostInGroup = 20;

/**
 * Puts the test files of a package into few processes, as to load what they all import takes longer
 * than most of them. Each file is a suite of its own there, its hooks are the suite's, and one runs
 * after the other.
 * @param files relative to `root`
 * @param folder where the entries are written, one a process
 * @returns the entries
 */
export function groupFiles(files: readonly string[], root: string, folder: string): string[] {
  const packages = Map.groupBy(files, (file) => file.split("/", 2).join("/"));
  return [...packages].flatMap(([name, its]) => {
    const groups = Math.ceil(its.length / mostInGroup);
    return Array.from({ length: groups }, (_, group) => {
      const entry = join(folder, `${name.replaceAll("/", "-")}-${group + 1}.test.mjs`);
      writeFileSync(
        entry,
        entryOf(
          its.filter((_file, at) => at % groups === group),
          root,
        ),
      );
      return entry;
    });
  });
}

const entryOf = (files: readonly string[], root: string) =>
  [
    'import { describe } from "node:test";',
    ...files.map((file) => {
      const url = pathToFileURL(join(root, file)).href;
      return `describe(${JSON.stringify(file)}, async () => void (await import(${JSON.stringify(url)})));`;
    }),
    "",
  ].join("\n");
