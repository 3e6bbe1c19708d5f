import type { Language } from "@terskel/platform/i18n";

const tags = { nb: "nb-NO", sv: "sv-SE", en: "en-GB" } as const;

/** A day as it is where the organisations are: “from 1 December 2026”. */
export function dateIn(language: Language, at: Date, before: string): string {
  const day = new Intl.DateTimeFormat(tags[language], {
    dateStyle: "long",
    timeZone: "Europe/Oslo",
  }).format(at);
  return `${before.toLowerCase()} ${day}.`;
}
