import type { Language } from "@terskel/platform/i18n";

const locales: Record<Language, string> = { nb: "nb-NO", sv: "sv-SE", en: "en-GB" };

const units = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
] as const;

const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const made = new Map<string, ReturnType<typeof makeFormats>>();

/**
 * Formatters for one language, in the reader's zone unless a site's is given (IANA name). A time of day
 * that is another where the reader is says where it is meant: `10:00 (Helsinki)`.
 */
export function formatsOf(language: Language, timeZone?: string, readersZone = own) {
  const key = [language, timeZone, readersZone].join(" ");
  const formats = made.get(key) ?? makeFormats(language, timeZone, readersZone);
  made.set(key, formats);
  return formats;
}

/** `America/New_York` -> `New York`. */
export const cityOf = (timeZone: string) =>
  (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");

/** Are the clocks of the two set alike at this instant? */
export function isSameClock(instant: Date, one: string, other = own): boolean {
  const read = (timeZone: string) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(
      instant,
    );
  return one === other || read(one) === read(other);
}

function makeFormats(language: Language, timeZone: string | undefined, readersZone: string) {
  const locale = locales[language];
  const zone = timeZone ? { timeZone } : {};
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone });
  const dateTime = make({ dateStyle: "medium", timeStyle: "short" });
  const dateTimeSeconds = make({ dateStyle: "medium", timeStyle: "medium" });
  const date = make({ dateStyle: "medium" });
  const exact = make({ dateStyle: "long", timeStyle: "medium" });
  const time = make({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const hour = make({ hour: "2-digit", minute: "2-digit" });
  const weekdayTime = make({ weekday: "long", hour: "2-digit", minute: "2-digit" });
  const day = make({ weekday: "long", day: "numeric", month: "long" });
  const dayAndYear = make({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const month = make({ month: "long", year: "numeric" });
  const dayKey = new Intl.DateTimeFormat("sv-SE", { ...zone });
  const number = new Intl.NumberFormat(locale);
  const sinceThen = new Intl.RelativeTimeFormat(locale);
  const dayWord = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

  const clock = (format: Intl.DateTimeFormat, instant: string) => {
    const date = new Date(instant);
    const text = format.format(date);
    if (!timeZone || isSameClock(date, timeZone, readersZone)) return text;
    return `${text} (${cityOf(timeZone)})`;
  };

  return {
    dateTime: (instant: string) => clock(dateTime, instant),
    /** To the second, for what is compared with other records. */
    dateTimeSeconds: (instant: string) => clock(dateTimeSeconds, instant),
    exact: (instant: string) => clock(exact, instant),
    time: (instant: string) => clock(time, instant),
    /** `Monday 07:00` within the next days, else with its date. */
    soon: (instant: string, nowMs: number) =>
      clock(Date.parse(instant) - nowMs < 6 * 86_400_000 ? weekdayTime : dateTime, instant),
    /** `14:30` of today, else with its weekday: within the next days. */
    hour: (instant: string, nowMs: number) => {
      const isToday = dayKey.format(nowMs) === dayKey.format(new Date(instant));
      return clock(isToday ? hour : weekdayTime, instant);
    },
    /** "3 seconds ago", "2 hours ago": in the largest unit that is full; never ahead, as clocks differ a little. */
    ago: (instant: string, nowMs: number) => {
      const seconds = Math.max(0, Math.round((nowMs - Date.parse(instant)) / 1000));
      const { count, unit } = inUnit(seconds);
      return sinceThen.format(-count, unit);
    },
    /** "45 seconds", "58 minutes": in the largest unit that is full. */
    span: (seconds: number) => {
      const { count, unit } = inUnit(seconds);
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(
        count,
      );
    },
    /** The day of an instant, with its year. */
    dateOf: (instant: string) => date.format(new Date(instant)),
    /** A calendar date without zone (`2001-05-17`). */
    date: (date: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(`${date}T00:00:00Z`),
      ),
    /** Of a calendar date: November 2026. */
    month: (day: string) => month.format(new Date(day)),
    number: (value: number) => number.format(value),
    /** `2026-03-02`: the instant's day, to group by. */
    dayKey: (instant: string) => dayKey.format(new Date(instant)),
    /** "Today", "Yesterday", else the day by name; the year only where it is another. */
    day: (instant: string, nowMs: number) => {
      const days = daysBetween(dayKey.format(nowMs), dayKey.format(new Date(instant)));
      if (days === 0 || days === -1) return capital(dayWord.format(days, "day"), locale);
      const sameYear =
        dayKey.format(nowMs).slice(0, 4) === dayKey.format(new Date(instant)).slice(0, 4);
      return capital((sameYear ? day : dayAndYear).format(new Date(instant)), locale);
    },
  };
}

function inUnit(seconds: number) {
  const [size, unit] = units.find(([each]) => seconds >= each) ?? ([1, "second"] as const);
  return { count: Math.floor(seconds / size), unit };
}

/** Did the cloud get to know it more than a minute after it happened? */
export function isLate(at: string, receivedAt: string): boolean {
  return Date.parse(receivedAt) - Date.parse(at) > 60_000;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
