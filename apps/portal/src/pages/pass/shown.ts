import type { myPass } from "@terskel/access/api/credentials";
import type { Received } from "@terskel/platform/contract";

export type Pass = Received<typeof myPass>;
export type Shown = {
  readonly text: string;
  /** When another takes its place. */
  readonly untilMs: number;
  /** May the one after it be had now? */
  readonly hasNext: boolean;
};

/**
 * The code to show. `nowMs` by the cloud's clock; `fromMs`: the person has asked for the code that begins then, before its time.
 * Undefined when the last one is over.
 */
export function shownAt({ codes }: Pass, nowMs: number, fromMs: number): Shown | undefined {
  // Half a second behind the cloud, as by the way the answer has taken, is not before the first.
  const current = codes.findIndex(({ until }) => nowMs < Date.parse(until));
  if (current < 0) return undefined;
  const wanted = codes.findIndex(({ from }) => Date.parse(from) >= fromMs);
  const at = Math.max(current, wanted);
  const { text, until } = codes[at]!;
  // A door takes no code that comes later than the next.
  return { text, untilMs: Date.parse(until), hasNext: at === current && at + 1 < codes.length };
}
