/** A week as a bitmap: one bit per quarter of an hour, the first from Monday 00:00 UTC. What engines other than ours are told. */
export type Week = Uint32Array;

const QUARTER_MS = 15 * 60 * 1000;
export const QUARTERS_PER_WEEK = 7 * 24 * 4;
const WORDS_PER_WEEK = QUARTERS_PER_WEEK / 32;

// 1970-01-01 was a Thursday: three days after a Monday.
const EPOCH_QUARTER = 3 * 24 * 4;

/** Every quarter of the week. The meaning of schedule 0. */
export const ALWAYS: Week = new Uint32Array(WORDS_PER_WEEK).fill(0xffff_ffff);

/** The quarter of the week, 0 to 671, in which the instant lies. `atMs`: milliseconds since 1970 UTC. */
export function quarterOf(atMs: number): number {
  // `| 0` makes the -0 that the remainder of a time before 1970 may be a plain 0.
  const quarter = ((Math.floor(atMs / QUARTER_MS) + EPOCH_QUARTER) % QUARTERS_PER_WEEK) | 0;
  return quarter < 0 ? quarter + QUARTERS_PER_WEEK : quarter;
}

/** A week with the given quarters set. Throws RangeError for a quarter outside 0 to 671. */
export function weekOf(quarters: Iterable<number>): Week {
  const week = new Uint32Array(WORDS_PER_WEEK);
  for (const quarter of quarters) {
    if (!Number.isInteger(quarter) || quarter < 0 || quarter >= QUARTERS_PER_WEEK) {
      throw new RangeError(`a week has the quarters 0 to ${QUARTERS_PER_WEEK - 1}, not ${quarter}`);
    }
    week[quarter >>> 5] = week[quarter >>> 5]! | (1 << (quarter & 31));
  }
  return week;
}
