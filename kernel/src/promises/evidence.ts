import type { PromiseId } from "./ids.ts";

/** A test file that shows promises, and how it ended when it last ran on exactly this code. */
export type Shown = {
  /** From the project's folder: `tests/promises/A5.test.ts`. */
  readonly file: string;
  readonly promises: readonly PromiseId[];
  /** `unknown`: it is not known to have run on this code. */
  readonly outcome: "passed" | "failed" | "unknown";
  /** How many tests of the file passed. */
  readonly passed: number;
};

/** What is known of the tests that show promises. */
export type Evidence = {
  /** SHA-256 of the code that runs, hex; undefined when the files are not those that were started. */
  readonly code: string | undefined;
  /** When tests last ended on this code, and the commit, if it was one. */
  readonly ranAt?: string | undefined;
  readonly commit?: string | undefined;
  readonly tests: readonly Shown[];
};

/**
 * - `kept`: declared, and every test file named by it passed on the code that runs.
 * - `broken`: a test that shows it failed on this code.
 * - `unverified`: declared and tested, and not known to have passed on this code.
 * - `unshown`: declared, and no test shows it yet.
 * - `not-built`: nothing declares it.
 */
export type State = "kept" | "broken" | "unverified" | "unshown" | "not-built";

/** Nobody types it: it follows from what is declared and from what was tested. */
export function stateOf(declared: boolean, tests: readonly Pick<Shown, "outcome">[]): State {
  if (tests.some(({ outcome }) => outcome === "failed")) return "broken";
  if (!declared) return "not-built";
  if (tests.length === 0) return "unshown";
  return tests.every(({ outcome }) => outcome === "passed") ? "kept" : "unverified";
}
