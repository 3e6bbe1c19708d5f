import type { DecidableGrant } from "./list.ts";

/**
 * When grants hold: schedule and validity, each distinct one once. Most grants of a list share a few, so that what a
 * decision reads of them stays in the processor's cache. Number `n` holds from `validityMs[2n]` until just before
 * `validityMs[2n + 1]`, in milliseconds since 1970 UTC, unbounded by infinities, by schedule `schedules[n]`.
 */
export type Terms = {
  readonly schedules: Uint16Array;
  readonly validityMs: Float64Array;
};

export type TermsCollector = {
  /** The number of a grant's terms. Throws RangeError; see `compile`. */
  numberOf(grant: DecidableGrant): number;
  collected(): Terms;
};

export function collectTerms(scheduleCount: number): TermsCollector {
  const numbers = new Map<string, number>();
  const schedules: number[] = [];
  const validityMs: number[] = [];
  return {
    numberOf(grant) {
      const key = `${grant.schedule} ${grant.from ?? ""} ${grant.until ?? ""}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = schedules.push(checkSchedule(grant.schedule, scheduleCount)) - 1;
      validityMs.push(instantMs(grant.from, -Infinity), instantMs(grant.until, Infinity));
      numbers.set(key, number);
      return number;
    },
    collected: () => ({
      schedules: Uint16Array.from(schedules),
      validityMs: Float64Array.from(validityMs),
    }),
  };
}

function checkSchedule(schedule: number, count: number): number {
  if (Number.isInteger(schedule) && schedule >= 0 && schedule < count) return schedule;
  throw new RangeError(`schedule ${schedule} is not given: there are 0 to ${count - 1}`);
}

function instantMs(instant: string | undefined, absentMs: number): number {
  if (instant === undefined) return absentMs;
  const atMs = Date.parse(instant);
  if (Number.isNaN(atMs)) throw new RangeError("a grant's instant is not an ISO 8601 instant");
  return atMs;
}
