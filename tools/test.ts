import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { templateName, testServerVariable } from "@terskel/platform/testing";
import { buildPortal } from "@terskel/server";
import { withMigratedDatabase } from "./migrated-database.ts";

/**
 * `npm test`: starts one PostgreSQL for all tests, makes the template that each test file clones,
 * and runs node's test runner. With file names, only those.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : globSync("{platform,kernel,modules/*,edge/*,apps/*,bench,tools,tests}/**/*.test.ts", {
        cwd: root,
        exclude: (name) => name.includes("node_modules") || name.includes("/dist/"),
      }).sort();

// Once, before test files that start the product would all do it, and for those that start the server alone.
if (given.length === 0 || given.some((file) => /(^|\/)tests\//.test(file))) await buildPortal();

/**
 * Files that mostly wait: for what a silent neighbour does not say, for the next minute's jobs. They
 * run beside the others, as one that waits would keep one of two processors from work.
 */
const waiting = new Set([
  "tests/neighbours.test.ts",
  "tests/promises/C7.test.ts",
  "tests/promises/B10-C8.test.ts",
]);

async function runTests(which: readonly string[], concurrency: number, env: NodeJS.ProcessEnv) {
  if (which.length === 0) return 0;
  const options = [`--test-concurrency=${concurrency}`, "--test-timeout=600000"];
  const runner = spawn(
    process.execPath,
    ["--test", ...options, "--test-reporter=spec", ...which],
    // What two say at once nobody can read: one that runs alone is heard when it is done.
    { cwd: root, stdio: ["inherit", concurrency > 1 ? "inherit" : "pipe", "inherit"], env },
  );
  const said: Buffer[] = [];
  runner.stdout?.on("data", (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(runner, "close")) as [number | null];
  process.stdout.write(Buffer.concat(said));
  return code ?? 1;
}

process.exitCode = await withMigratedDatabase(templateName, async (_template, serverUrl) => {
  const env = {
    ...process.env,
    [testServerVariable]: serverUrl,
    NODE_NO_WARNINGS: "1",
    // Hundreds of processes read the same files: types are taken out of each once.
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled"),
  };
  const [beside, code] = await Promise.all([
    runTests(given.length > 0 ? [] : [...waiting], 1, env),
    runTests(given.length > 0 ? given : files.filter((file) => !waiting.has(file)), 2, env),
  ]);
  if (beside !== 0) process.stdout.write(`Failed, see above: one of ${[...waiting].join(", ")}\n`);
  return beside || code;
});
