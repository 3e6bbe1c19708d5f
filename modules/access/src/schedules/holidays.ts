import type { Language } from "@terskel/platform/i18n";

/** A public holiday, or a half day: an eve on which one goes home at noon. */
export type Holiday = { readonly date: string; readonly name: string; readonly half: boolean };
export type Country = "NO" | "SE";

/** What the calendar's authors call the languages (ISO 639). */
const languages = { nb: "no", sv: "sv", en: "en" } as const satisfies Record<Language, string>;

/**
 * The holidays of a year, in order. In Sweden the eves of Midsummer, Christmas and New Year are as Sundays in law
 * (Semesterlagen 1977:480 § 3 a); in Norway Christmas Eve and New Year's Eve are half days.
 */
export async function holidaysOf(
  country: Country,
  year: number,
  language: Language = "nb",
): Promise<Holiday[]> {
  // It brings all countries' calendars, which nobody reads who has no schedule.
  const { default: Holidays } = await import("date-holidays");
  const all = new Holidays(country).getHolidays(year, languages[language]);
  const holidays = all.flatMap(({ date, type, rule, name }): Holiday[] => {
    const isEve = type === "bank" || (type === "optional" && rule.endsWith("12:00"));
    if (type !== "public" && !isEve) return [];
    const half = isEve && !(country === "SE" && type === "bank");
    return [{ date: date.slice(0, 10), name, half }];
  });
  // Two may fall on one day, as the first of May and Ascension Day do.
  const whole = new Map(
    holidays.toSorted((a, b) => Number(b.half) - Number(a.half)).map((each) => [each.date, each]),
  );
  return [...whole.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
