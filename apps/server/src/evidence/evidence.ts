import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isPromiseId } from "@terskel/kernel";
import type { Evidence } from "@terskel/kernel";
import { digestOf, projectRoot, readCode } from "./code.ts";
import { readResults, resultsFile } from "./results.ts";

const folder = "tests/promises";

/**
 * Which test files show which promises, and whether they are known to have passed for exactly the code
 * that runs: the same files, none written since the start (docs/decisions/0023).
 */
export function createEvidence(
  root = projectRoot,
  file = resultsFile,
  startedAt = new Date(performance.timeOrigin),
) {
  let code: Promise<string | undefined> | undefined;
  /** Read once: later the files on the disk may be others than those that run. */
  const running = async () =>
    await (code ??= readCode(root).then(({ digest, changed }) =>
      changed > startedAt ? undefined : digest,
    ));

  return async (): Promise<Evidence> => {
    const [digest, files] = await Promise.all([running(), testFiles(root)]);
    const results = digest === undefined ? undefined : readResults(file);
    const fits = results?.code === digest ? results : undefined;
    const tests = await Promise.all(
      files.map(async ({ name, promises }) => {
        const path = `${folder}/${name}`;
        const ran = fits?.tests[path];
        const same = ran?.digest === digestOf(await readFile(join(root, path)));
        if (!ran || !same) return { file: path, promises, outcome: "unknown" as const, passed: 0 };
        const outcome =
          ran.other === 0 && ran.passed > 0 ? ("passed" as const) : ("failed" as const);
        return { file: path, promises, outcome, passed: ran.passed };
      }),
    );
    return { code: digest, ranAt: fits?.ranAt, commit: fits?.commit, tests };
  };
}

/** An installation without the tests has none. */
async function testFiles(root: string) {
  const names = await readdir(join(root, folder)).catch(() => []);
  return names
    .filter((name) => name.endsWith(".test.ts"))
    .toSorted()
    .map((name) => ({ name, promises: promisesOf(name) }));
}

/** `B10-C8.test.ts` shows B10 and C8. @throws Error when the name names what is no promise */
export function promisesOf(name: string) {
  const ids = name.replace(/\.test\.ts$/, "").split("-");
  const unknown = ids.find((id) => !isPromiseId(id));
  if (unknown !== undefined) throw new Error(`tests/promises/${name}: ${unknown} is no promise.`);
  return ids.filter(isPromiseId);
}
