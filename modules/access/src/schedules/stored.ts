import { z } from "zod";
import type { Written } from "./dates.ts";
import { exceptions, hours, week } from "./hours.ts";

const columns = z.object({
  week,
  holidays: hours.nullable(),
  half_days: hours.nullable(),
  exceptions,
});

/** What stands in a row, as it was written. */
export function storedSchedule(row: Record<keyof z.input<typeof columns>, unknown>): Written {
  const { half_days: halfDays, ...rest } = columns.parse(row);
  return { ...rest, halfDays };
}

/** As a row has it. */
export const scheduleColumns = ({ week: days, holidays, halfDays, exceptions: own }: Written) => ({
  week: JSON.stringify(days),
  holidays: holidays && JSON.stringify(holidays),
  half_days: halfDays && JSON.stringify(halfDays),
  exceptions: JSON.stringify(own),
});
