/** Norway and Sweden share a clock, and each keeps its own name for it. */
export const zoneOf = (country: string): string =>
  country === "SE" ? "Europe/Stockholm" : "Europe/Oslo";

/**
 * The last second of a period of months: it ends with the day of the same date, or with the month's
 * last where there is none (GDPR Art. 12(3); Regulation 1182/71 Art. 3(2)(c)).
 */
export function endOfMonths(received: Date, months: number, zone: string): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(received.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ months }, { overflow: "constrain" });
  const next = day.add({ days: 1 }).toZonedDateTime(zone);
  return new Date(next.epochMilliseconds - 1000);
}

/** The last second of a day (`2027-12-31`). */
export const endOfDay = (day: string, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1000,
  );

/** One month to answer; with a reason that is told within it, two more (GDPR Art. 12(3)). */
export const answerMonths = 1;
export const extendedMonths = 3;

/** Whole days until `due`, as a calendar has them; below 0 when it has passed. */
export function daysLeft(due: Date, now: Date, zone: string): number {
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(now).until(dayOf(due), { largestUnit: "day" }).days;
}
