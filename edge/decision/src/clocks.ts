import { QUARTER_MS } from "./hours.ts";
import type { Clock } from "./list.ts";

/** A time through which the clock on the wall is `offsetMs` ahead of UTC: from the first instant until just before the second. */
export type Stretch = {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
};

/**
 * A clock as the stretches in which it is set alike, in order and without gaps.
 * @throws RangeError for one that goes backwards, has no time, or is not ahead by whole quarters of an hour
 */
export function stretchesOf({ offsets, until }: Clock): Stretch[] {
  const instants = [...offsets.map(({ from }) => from), until].map((at) => Date.parse(at));
  return offsets.map(({ minutes }, index) => {
    const [fromMs, untilMs] = [instants[index]!, instants[index + 1]!];
    const offsetMs = minutes * 60_000;
    // Written so that NaN fails.
    if (!(fromMs < untilMs)) throw new RangeError("a clock does not go forwards");
    if (offsetMs % QUARTER_MS !== 0) throw new RangeError(`a clock is ${minutes} minutes ahead`);
    return { fromMs, untilMs, offsetMs };
  });
}
