import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);

/** The first instant of a day where the clock is set so. */
const startOf = (day: string, timeZone: string) =>
  dayjs.tz(`${day} 00:00:00`, timeZone).toISOString();

/** Days from the first to the last by a clock, as instants: `from` is in it, `until` is not. */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): { from?: string; until?: string } {
  return {
    ...(from ? { from: startOf(from, timeZone) } : {}),
    ...(to ? { until: startOf(dayAfter(to), timeZone) } : {}),
  };
}

/** Today by a clock, or so many days before. */
export const dayBefore = (days: number, timeZone: string, nowMs: number) =>
  dayjs(nowMs).tz(timeZone).subtract(days, "day").format("YYYY-MM-DD");

const dayAfter = (day: string) => dayjs.utc(day).add(1, "day").format("YYYY-MM-DD");
