import { QUARTERS_PER_DAY, QUARTER_MS } from "./hours.ts";

/** A week as a bitmap: one bit per quarter of an hour, the first from Monday 00:00 UTC. */
const QUARTERS_PER_WEEK = 7 * QUARTERS_PER_DAY;
export const WORDS_PER_WEEK = QUARTERS_PER_WEEK / 32;

// 1970-01-01 was a Thursday: three days after a Monday.
const EPOCH_QUARTER = 3 * QUARTERS_PER_DAY;

/** The quarter of the week, 0 to 671, in which the instant lies. `atMs`: milliseconds since 1970 UTC. */
export function quarterOf(atMs: number): number {
  // `| 0` makes the -0 that the remainder of a time before 1970 may be a plain 0.
  const quarter = ((Math.floor(atMs / QUARTER_MS) + EPOCH_QUARTER) % QUARTERS_PER_WEEK) | 0;
  return quarter < 0 ? quarter + QUARTERS_PER_WEEK : quarter;
}
