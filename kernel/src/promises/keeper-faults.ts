import type { Job } from "@terskel/platform/jobs";
import type { Processing } from "../declare.ts";
import { isPromiseId } from "./ids.ts";

/** The checks that the kernel makes and writes down. */
export const startCheck = "kernel.check";

/** One sentence for each job that is said to keep promises and is not there, and each promise that is none. */
export function keeperFaults(
  processings: readonly Processing[],
  jobs: readonly Pick<Job, "name">[],
): string[] {
  const there = new Set([startCheck, ...jobs.map(({ name }) => name)]);
  return processings
    .flatMap(({ keepers = [] }) => keepers)
    .flatMap(({ name, promises }) => [
      ...(there.has(name) ? [] : [`${name} is said to keep promises, and there is no such job.`]),
      ...promises
        .filter((promise) => !isPromiseId(promise))
        .map((promise: string) => `${name} keeps ${promise}, which is no promise.`),
    ]);
}
