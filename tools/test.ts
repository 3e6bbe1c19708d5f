import { spawn } from "node:child_process";
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

// Once, before test files that start the product would all do it.
if (given.length === 0) await buildPortal();

process.exitCode = await withMigratedDatabase(templateName, async (_template, serverUrl) => {
  const runner = spawn(
    process.execPath,
    ["--test", "--test-concurrency=2", "--test-timeout=600000", "--test-reporter=spec", ...files],
    {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        [testServerVariable]: serverUrl,
        NODE_NO_WARNINGS: "1",
        // Hundreds of processes read the same files: types are taken out of each once.
        NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled"),
      },
    },
  );
  return await new Promise<number>((resolve) => {
    runner.on("exit", (code) => resolve(code ?? 1));
  });
});
