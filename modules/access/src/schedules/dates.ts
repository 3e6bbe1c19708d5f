import type { DecidableSchedule } from "@terskel/edge-decision";
import type { z } from "zod";
import type { Holiday } from "./holidays.ts";
import { toQuarters } from "./hours.ts";
import type { exceptions, hours, week } from "./hours.ts";

type Hours = z.output<typeof hours>;

/** A schedule as it is written and stored. */
export type Written = {
  readonly week: z.output<typeof week>;
  /** null: as on the weekday. */
  readonly holidays: Hours | null;
  readonly halfDays: Hours | null;
  readonly exceptions: z.output<typeof exceptions>;
};

/**
 * A schedule as doors are told it: holidays and exceptions are dates there, so that a door needs no calendar.
 * An exception wins over a holiday, and a holiday over a half day.
 * @param holidays of the years that it is told for, in order
 */
export function toDecidable(
  written: Written,
  holidays: readonly Holiday[],
  years: readonly number[],
): Pick<DecidableSchedule, "week" | "dates"> {
  const dates = new Map<string, Hours>();
  for (const { date, half } of holidays) {
    const its = half ? written.halfDays : written.holidays;
    if (its) dates.set(date, its);
  }
  for (const { firstDay, lastDay, hours } of written.exceptions) {
    const last = Temporal.PlainDate.from(lastDay);
    for (
      let day = Temporal.PlainDate.from(firstDay);
      Temporal.PlainDate.compare(day, last) <= 0;
      day = day.add({ days: 1 })
    ) {
      if (years.includes(day.year)) dates.set(day.toString(), hours);
    }
  }
  return {
    week: written.week.map(toQuarters),
    dates: [...dates]
      .map(([date, its]) => ({ date, hours: toQuarters(its) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
