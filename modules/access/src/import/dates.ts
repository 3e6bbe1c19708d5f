import type { FindingCode } from "./findings.ts";

export type Day = { readonly day: Temporal.PlainDate } | { readonly code: FindingCode };

const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
// Day before month in all three countries' writing; a slash is never American here.
const nordic = /^(?<day>\d{1,2})[./](?<month>\d{1,2})[./-](?<year>\d{4}|\d{2})$/;
const midnight = /[ T]0?0[:.]00([:.]00)?$/;

/**
 * A day as people in the Nordic countries write it: 31.12.2026, 1.2.26, 31/12-26, 31/12/2026,
 * 2026-12-31; also with the 00:00 that Excel puts after a day. Years of two digits are 2000–2099.
 * A spreadsheet's serial number (46387) is refused: it is another day in Excel for Mac's 1904
 * calendar, and nobody sees which.
 */
export function readDay(text: string): Day {
  const bare = text.replace(midnight, "").replace(/\s+/g, "");
  if (/^\d{5}([.,]\d+)?$/.test(bare)) return { code: "date-is-number" };
  const parts = (iso.exec(bare) ?? nordic.exec(bare))?.groups;
  if (!parts) return { code: "date" };
  const year = Number(parts["year"]) + (parts["year"]?.length === 2 ? 2000 : 0);
  if (year < 1900 || year > 2199) return { code: "date" };
  try {
    const day = Temporal.PlainDate.from(
      { year, month: Number(parts["month"]), day: Number(parts["day"]) },
      { overflow: "reject" },
    );
    return { day };
  } catch {
    return { code: "date" };
  }
}

/** The day's first instant in the time zone: not always 00:00, and a day is not always 24 hours. */
export const startOf = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime(timeZone).epochMilliseconds);

/** The first instant that is no longer the day: the end of an access that includes it. */
export const endOf = (day: Temporal.PlainDate, timeZone: string): Date =>
  startOf(day.add({ days: 1 }), timeZone);

export type Span = { readonly start: Date; readonly end: Date } | { readonly code: FindingCode };

/** Reads the days of one file: a file says the same few days over and over, and zones take time. */
export function dayReader(timeZone: string): (text: string) => Span {
  const read = new Map<string, Span>();
  return (text) => {
    const known = read.get(text);
    if (known) return known;
    const found = readDay(text);
    const span =
      "code" in found
        ? found
        : { start: startOf(found.day, timeZone), end: endOf(found.day, timeZone) };
    read.set(text, span);
    return span;
  };
}
