import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, readCode, writeResults } from "@terskel/server";

/**
 * Leaves behind what a run showed of the promises, bound to the code that was tested. Nothing when the
 * code changed under the run.
 * @param before digest of the code when the run began
 * @param said what promise-reporter.ts wrote; files that are not there wrote nothing
 */
export async function keepResults(root: string, before: string, said: readonly string[]) {
  const lines = said
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as [file: string, outcome: "passed" | "other"]);
  if (lines.length === 0) return;
  const { digest } = await readCode(root);
  if (digest !== before) {
    process.stdout.write(
      "The code changed under the tests: what they show of promises is not kept.\n",
    );
    return;
  }
  const tests = Map.groupBy(lines, ([file]) => file);
  const commit = commitOf(root);
  writeResults({
    v: 1,
    code: digest,
    ranAt: new Date().toISOString(),
    ...(commit ? { commit } : {}),
    tests: Object.fromEntries(
      [...tests].map(([file, its]) => [
        file,
        {
          digest: digestOf(readFileSync(join(root, file))),
          passed: its.filter(([, outcome]) => outcome === "passed").length,
          other: its.filter(([, outcome]) => outcome === "other").length,
        },
      ]),
    ),
  });
}

/** The commit whose files these are; undefined when they are of none. */
function commitOf(root: string): string | undefined {
  const git = (...args: string[]) =>
    spawnSync("git", args, { cwd: root, encoding: "utf8", timeout: 10_000 });
  const status = git("status", "--porcelain");
  if (status.status !== 0 || status.stdout.trim() !== "") return undefined;
  return git("rev-parse", "HEAD").stdout.trim() || undefined;
}
