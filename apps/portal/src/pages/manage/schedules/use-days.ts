import type { Language } from "@terskel/platform/i18n";
import { useSpeech } from "#language/context.ts";
import { spans } from "./hours.ts";
import type { Hours } from "./hours.ts";

const locales: Record<Language, string> = { nb: "nb-NO", sv: "sv-SE", en: "en-GB" };
/** A Monday. */
const monday = Date.UTC(2026, 0, 5);

/** The days of the week from Monday, and how hours are said. */
export function useDays() {
  const { language, texts } = useSpeech();
  const { schedules } = texts;
  const name = (weekday: "long" | "short") => {
    const format = new Intl.DateTimeFormat(locales[language], { weekday, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, day) => format.format(monday + day * 86_400_000));
  };
  const long = name("long");
  const short = name("short");
  const hoursText = (hours: Hours) => {
    if (hours.length === 0) return schedules.closed.toLocaleLowerCase(locales[language]);
    if (JSON.stringify(hours) === '[["00:00","24:00"]]')
      return schedules.allDay.toLocaleLowerCase(locales[language]);
    return hours.map(([from, until]) => `${from}–${until}`).join(", ");
  };
  return {
    long,
    hoursText,
    /** `mon–fri 08:00–16:00`, a line each; what is closed is left out. */
    weekText: (week: readonly Hours[]) =>
      spans(week)
        .filter(([, , hours]) => hours.length > 0)
        .map(([first, last, hours]) => {
          const days = first === last ? short[first] : `${short[first]}–${short[last]}`;
          return `${days} ${hoursText(hours)}`;
        }),
  };
}
