import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { templateName, testServerVariable } from "@terskel/platform/testing";
import { buildPortal, readCode } from "@terskel/server";
import { demoFolderVariable } from "@terskel/tests/demo-copy";
import { makeDemo } from "@terskel/tests/make-demo";
import { withMigratedDatabase } from "./migrated-database.ts";
import { keepResults } from "./promise-results.ts";
import { groupFiles, writeEntries } from "./test-groups.ts";

/**
 * `npm test`: starts one PostgreSQL for all tests, makes the templates that each test file clones,
 * and runs node's test runner. With file names, only those, each in a process of its own.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2);
const find = (pattern: string) =>
  globSync(pattern, {
    cwd: root,
    exclude: (name) => name.includes("node_modules") || name.includes("/dist/"),
  }).sort();

const named = (folder: string, names: readonly string[]) =>
  names.map((name) => `${folder}${name}.test.ts`);

/**
 * Files that mostly wait: for what a silent neighbour does not say, for the next minute's jobs, for a code's end, for a
 * process that starts again. They run beside the others, as one that waits would keep one of two processors from work.
 * Those of a group share a process; the doors' (`sharePieces`) a broker, a server and a controller as well.
 */
const waiting = [
  named("tests/", [
    "phone-pass",
    "lost-card",
    "door-alarms",
    "keypads",
    "lockdown",
    "unlock-schedule",
    "door-rules",
  ]),
  named("tests/promises/", ["C7", "B10-C8"]),
  ...named("tests/", ["neighbours", "faults", "restore-outside", "start-refused"]).map((file) => [
    file,
  ]),
  ["tests/journeys/phone-pass.test.ts"],
  [...find("edge/agent/**/*.test.ts"), "platform/src/jobs.test.ts"],
];

/**
 * Journeys through one and the same product, as many as may sign in there in a quarter of an hour: first what wants it
 * as it was made, last what changes its house for good.
 */
const inOneHouse = [
  ["resident-doors", "many-tabs", "far-away"],
  ["main-job", "resident-profile", "waiting", "controller-on-the-wall"],
  ["door-alarms", "lockdown", "log", "leases", "unlock-schedule"],
  ["keypads", "door-rules", "step-up"],
].map((names) => named("tests/journeys/", names));

/** What asks the server alone, which one process reads once. */
const ofTheServer = named("tests/", [
  "stranger",
  "bad-input",
  "bad-fields",
  "holds",
  "portal",
  "docs-page",
]);

/** Journeys first, which take longest; between them, as they leave no processor idle, what waits more. */
function groups(): string[][] {
  const grouped = new Set([...waiting.flat(), ...inOneHouse.flat(), ...ofTheServer]);
  const others = (pattern: string) => find(pattern).filter((file) => !grouped.has(file));
  const longestFirst = ["every-page", "restore.", "administrator", "start."];
  const rank = (file: string) => [...longestFirst, ""].findIndex((part) => file.includes(part));
  const [journeys = [], product = []] = ["tests/journeys/*.test.ts", "tests/*.test.ts"].map(
    (pattern) => others(pattern).toSorted((a, b) => rank(a) - rank(b)),
  );
  const alone = Array.from({ length: Math.max(journeys.length, product.length) }, (_, at) =>
    [journeys[at], product[at]].flatMap((file) => (file ? [[file]] : [])),
  );
  const packages = "{platform,kernel,modules/*,edge/*,apps/*,bench,tools}/**/*.test.ts";
  return [
    ...alone.flat(),
    ...inOneHouse,
    ofTheServer,
    ...groupFiles(others("tests/promises/*.test.ts")),
    ...groupFiles(others(packages)).toReversed(),
  ];
}

/** What the run shows of promises is said here, by each runner in a file of its own. */
const said = mkdtempSync(join(tmpdir(), "terskel-promises-"));
const saidIn = (runner: string) => join(said, runner);

async function runTests(
  name: string,
  which: readonly string[],
  concurrency: number,
  env: NodeJS.ProcessEnv,
) {
  if (which.length === 0) return 0;
  const options = [
    `--test-concurrency=${concurrency}`,
    "--test-timeout=600000",
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    `--test-reporter=${new URL("promise-reporter.ts", import.meta.url).href}`,
    `--test-reporter-destination=${saidIn(name)}`,
  ];
  const runner = spawn(
    process.execPath,
    ["--test", ...options, ...which],
    // What two say at once nobody can read: one that runs alone is heard when it is done.
    { cwd: root, stdio: ["inherit", concurrency > 1 ? "inherit" : "pipe", "inherit"], env },
  );
  const output: Buffer[] = [];
  runner.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(runner, "close")) as [number | null];
  process.stdout.write(Buffer.concat(output));
  return code ?? 1;
}

/** Where files that start the product are among them, what all those need is made once. */
async function prepare(serverUrl: string): Promise<NodeJS.ProcessEnv> {
  if (given.length > 0 && !given.some((file) => /(^|\/)tests\//.test(file))) return {};
  const [demo] = await Promise.all([makeDemo(serverUrl), buildPortal()]);
  return { [demoFolderVariable]: demo };
}

process.exitCode = await withMigratedDatabase(templateName, async (_template, serverUrl) => {
  const made = await prepare(serverUrl);
  const env = {
    ...process.env,
    ...made,
    [testServerVariable]: serverUrl,
    NODE_NO_WARNINGS: "1",
    // Helping threads cost two processors that are busy more than they save.
    NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --v8-pool-size=0`,
    // Hundreds of processes read the same files: types are taken out of each once.
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled"),
  };
  const { digest } = await readCode(root);
  const [whole, others] =
    given.length === 0 ? [groups(), waiting].map((each) => writeEntries(each, root)) : [];
  const [beside, code] = await Promise.all([
    runTests("beside", others?.entries ?? [], 1, env),
    runTests("all", whole?.entries ?? given, 2, env),
  ]);
  if (beside !== 0)
    process.stdout.write(`Failed, see above: one of ${waiting.flat().join(", ")}\n`);
  await keepResults(root, digest, ["beside", "all"].map(saidIn));
  for (const folder of [said, whole?.folder, others?.folder, ...Object.values(made)]) {
    if (folder) rmSync(folder, { recursive: true });
  }
  return beside || code;
});
