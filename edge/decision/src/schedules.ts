import { stretchesOf, type Stretch } from "./clocks.ts";
import { DAY_MS, dayOf, quartersIn, QUARTER_MS } from "./hours.ts";
import type { DecidableList, DecidableSchedule } from "./list.ts";
import { quarterOf, WORDS_PER_WEEK } from "./week.ts";

/**
 * Schedules laid out for deciding, with the clock worked out beforehand. From `fromMs[p]` on, until the next of the
 * same schedule, schedule `s` holds by the week (of UTC) in `weeks[pageOf[p] * WORDS_PER_WEEK ..]`, for `p` in
 * `start[s] .. start[s + 1]`. Schedule 0 is always and asks nothing. Page 0 is closed.
 */
export type CompiledSchedules = {
  readonly start: Uint32Array;
  readonly fromMs: Float64Array;
  readonly pageOf: Uint32Array;
  readonly weeks: Uint32Array;
};

type Part = { readonly fromMs: number; readonly open: readonly number[] };

/** @throws RangeError for what cannot be decided on; see `compile` */
export function layOutSchedules({
  schedules = [],
  clocks = [],
}: Pick<DecidableList, "schedules" | "clocks">): CompiledSchedules {
  const known = clocks.map(stretchesOf);
  const parts = schedules.map((schedule, index) => {
    if (schedule.week.length !== 7)
      throw new RangeError(`schedule ${index + 1} has not seven days`);
    const stretches = known[schedule.clock];
    if (!stretches) throw new RangeError(`schedule ${index + 1} has no clock ${schedule.clock}`);
    return partsOf(schedule, stretches);
  });
  const start = new Uint32Array(schedules.length + 2);
  for (const [index, its] of parts.entries()) start[index + 2] = start[index + 1]! + its.length;
  const all = parts.flat();
  const pages = new Map<readonly number[], number>();
  for (const { open } of all) if (!pages.has(open)) pages.set(open, pages.size + 1);
  const weeks = new Uint32Array((pages.size + 1) * WORDS_PER_WEEK);
  for (const [open, page] of pages) for (const quarter of open) setBit(weeks, page, quarter);
  return {
    start,
    fromMs: Float64Array.from(all, ({ fromMs }) => fromMs),
    pageOf: Uint32Array.from(all, ({ open }) => pages.get(open)!),
    weeks,
  };
}

function setBit(weeks: Uint32Array, page: number, quarter: number): void {
  const word = page * WORDS_PER_WEEK + (quarter >>> 5);
  weeks[word] = weeks[word]! | (1 << (quarter & 31));
}

const closed: readonly number[] = [];

/** What holds when: in each stretch the week, and in it each date for its own day; from the clock's end on, nothing. */
function partsOf({ week, dates }: DecidableSchedule, stretches: readonly Stretch[]): Part[] {
  const own = dates
    .map(({ date, hours }) => ({ localMs: dayOf(date) * DAY_MS, quarters: quartersIn(hours) }))
    .toSorted((a, b) => a.localMs - b.localMs);
  if (own.some(({ localMs }, at) => localMs === own[at - 1]?.localMs))
    throw new RangeError("a schedule has a date twice");
  // 1970-01-05 was a Monday.
  const days = week.map((hours, day) => ({
    localMs: (day + 4) * DAY_MS,
    quarters: quartersIn(hours),
  }));
  const parts = stretches.flatMap(({ fromMs, untilMs, offsetMs }) => {
    const inUtc = ({ localMs, quarters }: (typeof own)[number]) =>
      quarters.map((quarter) => quarterOf(localMs + quarter * QUARTER_MS - offsetMs));
    const usual = days.flatMap(inUtc);
    const found: Part[] = [{ fromMs, open: usual }];
    for (const date of own) {
      const begins = Math.max(fromMs, date.localMs - offsetMs);
      const ends = Math.min(untilMs, date.localMs + DAY_MS - offsetMs);
      if (begins >= ends) continue;
      if (found.at(-1)?.fromMs === begins) found.pop();
      found.push({ fromMs: begins, open: inUtc(date) });
      if (ends < untilMs) found.push({ fromMs: ends, open: usual });
    }
    return found;
  });
  return [...parts, { fromMs: stretches.at(-1)?.untilMs ?? -Infinity, open: closed }];
}

/** Does schedule `number`, from 1, hold at this instant? Never where what time it is there is unknown. */
export function isWithin(all: CompiledSchedules, number: number, atMs: number): boolean {
  const { fromMs, start } = all;
  const first = start[number]!;
  let low = first;
  let high = start[number + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fromMs[middle]! <= atMs) low = middle + 1;
    else high = middle;
  }
  if (low === first) return false;
  const quarter = quarterOf(atMs);
  const word = all.weeks[all.pageOf[low - 1]! * WORDS_PER_WEEK + (quarter >>> 5)]!;
  return ((word >>> (quarter & 31)) & 1) === 1;
}
