import type { Hours } from "@terskel/edge-decision";
import { z } from "zod";

/** `08:00` to `24:00`, by quarters of an hour. */
const time = z.string().regex(/^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/);

/** `[["08:00", "12:00"], ["13:00", "16:00"]]`: in order, none touching another; empty: closed. */
export const hours = z
  .array(z.tuple([time, time]))
  .max(12)
  .refine((all) => all.every(([from, until]) => from < until), {
    error: "hours-end-before-they-begin",
  })
  .refine((all) => all.every(([from], at) => at === 0 || from > (all[at - 1]?.[1] ?? "")), {
    error: "hours-overlap",
  });

/** Seven days' hours, Monday first. */
export const week = z.array(hours).length(7);

const daysBetween = (first: string, last: string) =>
  (Date.parse(last) - Date.parse(first)) / 86_400_000;
const mostDays = 366;

/** Days that have hours of their own, first and last included. */
const exception = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    hours,
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ["lastDay"],
    error: "ends-before-it-starts",
  })
  .refine(({ firstDay, lastDay }) => daysBetween(firstDay, lastDay) < mostDays, {
    path: ["lastDay"],
    error: "too-long",
  });

/** No day is in two of them: neither would be the one that holds. */
export const exceptions = z
  .array(exception)
  .max(100)
  .refine(
    (all) => {
      const sorted = all.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
      return sorted.every(
        ({ firstDay }, at) => at === 0 || firstDay > (sorted[at - 1]?.lastDay ?? ""),
      );
    },
    { error: "exceptions-overlap" },
  );

const quarterOf = (at: string) => Number(at.slice(0, 2)) * 4 + Number(at.slice(3)) / 15;

/** As the decision reads them. */
export const toQuarters = (all: z.output<typeof hours>): Hours =>
  all.map(([from, until]) => [quarterOf(from), quarterOf(until)]);
