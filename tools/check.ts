import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `npm run check`: format, lint, types, dead code, architecture. Stops at nothing; fails at the end. */
const root = fileURLToPath(new URL("..", import.meta.url));
const steps: readonly [name: string, command: string, ...args: string[]][] = [
  ["format", "oxfmt", "--check", "."],
  ["lint", "oxlint", "--type-aware", "--deny-warnings"],
  ["types", "tsc", "-p", "."],
  ["types of the portal", "tsc", "-p", "apps/portal"],
  ["types of the tests", "tsc", "-p", "tests"],
  ["dead code", "knip"],
  ["architecture", process.execPath, "--test", "tools/architecture.test.ts"],
];

const failed = steps.filter(([name, command, ...args]) => {
  process.stdout.write(`\n— ${name}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", timeout: 300_000 });
  if (done.error) process.stderr.write(`${done.error.message}\n`);
  return done.status !== 0;
});
if (failed.length > 0) {
  process.stderr.write(`\nFailed: ${failed.map(([name]) => name).join(", ")}\n`);
  process.exitCode = 1;
}
