import type { Hours } from "./list.ts";

export const QUARTER_MS = 15 * 60 * 1000;
export const QUARTERS_PER_DAY = 96;
export const DAY_MS = QUARTERS_PER_DAY * QUARTER_MS;

/**
 * Days from 1970-01-01 to a date written `2026-12-24`.
 * @throws RangeError for one that is not in the calendar
 */
export function dayOf(date: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // 30 February is read as 2 March by some.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date))
    throw new RangeError(`${date} is not a date`);
  return ms / DAY_MS;
}

/**
 * The quarters of the day that are open.
 * @throws RangeError for hours outside the day, out of order, or touching
 */
export function quartersIn(hours: Hours): number[] {
  const open: number[] = [];
  let after = -1;
  for (const [from, until] of hours) {
    const whole = Number.isInteger(from) && Number.isInteger(until);
    if (!whole || from <= after || from < 0 || until <= from || until > QUARTERS_PER_DAY)
      throw new RangeError(`a day has no hours from quarter ${from} until ${until} there`);
    for (let quarter = from; quarter < until; quarter += 1) open.push(quarter);
    after = until;
  }
  return open;
}
