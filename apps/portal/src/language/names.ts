import type { Language } from "@terskel/platform/i18n";

/** Each language in its own words: who needs it may not read the one on the page. */
export const languageNames: Record<Language, string> = {
  nb: "Norsk",
  sv: "Svenska",
  en: "English",
};
