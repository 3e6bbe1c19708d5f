import type { Clock } from "@terskel/edge-decision";

/**
 * The clock on the wall in a time zone, from the year before `year` to the end of the one after: so far a door that
 * is told nothing more knows what time it is. The same all through a year, so that a list stays the same.
 * @param timeZone IANA name
 * @throws RangeError for a zone that is none
 */
export function clockOf(timeZone: string, year: number): Clock {
  const start = Temporal.ZonedDateTime.from({ timeZone, year: year - 1, month: 1, day: 1 });
  const until = Temporal.ZonedDateTime.from({ timeZone, year: year + 2, month: 1, day: 1 });
  const offsets = [toOffset(start)];
  for (
    let next = start.getTimeZoneTransition("next");
    next && Temporal.ZonedDateTime.compare(next, until) < 0;
    next = next.getTimeZoneTransition("next")
  ) {
    offsets.push(toOffset(next));
  }
  return { offsets, until: toInstant(until) };
}

const toInstant = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds).toISOString();
const toOffset = (at: Temporal.ZonedDateTime) => ({
  from: toInstant(at),
  minutes: at.offsetNanoseconds / 60e9,
});
