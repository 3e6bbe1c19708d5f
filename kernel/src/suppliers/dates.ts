/** Norway and Sweden share their clock: an agreement's days are those of the operator. */
const zone = "Europe/Oslo";

/** When a day (`2027-12-31`) begins. */
export const startOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);

/** When the day after it begins: from then on an agreement whose last day it was is over. */
export const after = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);

export const dayOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();

export const lastDayOf = (ends: Date): string => dayOf(new Date(ends.getTime() - 1));

/** Whole days from now until the last day, which is day 0. */
export const daysUntil = (ends: Date, now: Date): number =>
  Temporal.PlainDate.from(dayOf(now)).until(lastDayOf(ends), { largestUnit: "day" }).days;
