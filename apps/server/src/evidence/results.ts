import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { projectRoot } from "./code.ts";

/** Where a run of the tests leaves its results. Made by the run, and never committed. */
export const resultsFile = join(projectRoot, ".evidence/promises.json");

const results = z.strictObject({
  v: z.literal(1),
  /** The code that was tested (code.ts). */
  code: z.string(),
  ranAt: z.iso.datetime(),
  commit: z.string().optional(),
  tests: z.record(
    z.string(),
    z.strictObject({
      /** SHA-256 of the test file. */
      digest: z.string(),
      passed: z.int().min(0),
      /** Failed, skipped or left for later: then it shows nothing. */
      other: z.int().min(0),
    }),
  ),
});
export type Results = z.output<typeof results>;

/** Undefined: there are none, or they are none. */
export function readResults(file = resultsFile): Results | undefined {
  try {
    const read = results.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** What was known of the same code stays; of other code it goes. */
export function writeResults(ran: Results, file = resultsFile): void {
  const before = readResults(file);
  const kept = before?.code === ran.code ? before.tests : {};
  mkdirSync(dirname(file), { recursive: true });
  const whole = `${file}.${process.pid}`;
  writeFileSync(
    whole,
    `${JSON.stringify({ ...ran, tests: { ...kept, ...ran.tests } }, null, 1)}\n`,
  );
  renameSync(whole, file);
}
