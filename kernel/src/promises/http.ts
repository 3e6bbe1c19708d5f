import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { promises } from "../api/promises.ts";
import type { RightsPorts } from "../scope.ts";
import { describePromises } from "./describe.ts";
import type { Evidence } from "./evidence.ts";
import { readRuns } from "./runs.ts";

export type EvidencePort = {
  /** What is known of the tests, for exactly the code that runs. */
  readonly evidence: () => Promise<Evidence>;
};

/** Publishes which promises are kept. */
export const promisesRoute = (
  ports: Pick<RightsPorts, "withContext" | "processings"> & EvidencePort,
): Route =>
  handle(promises, async () =>
    describePromises(ports.processings, await ports.evidence(), await readRuns(ports)),
  );
