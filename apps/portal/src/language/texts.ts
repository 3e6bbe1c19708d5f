import type { Language } from "@terskel/platform/i18n";
import type { Texts } from "../texts/en.ts";

const loaders: Record<Language, () => Promise<Texts>> = {
  nb: async () => (await import("../texts/nb.ts")).nb,
  sv: async () => (await import("../texts/sv.ts")).sv,
  en: async () => (await import("../texts/en.ts")).en,
};

/** One language's texts: a reader downloads no other. */
export function loadTexts(language: Language): Promise<Texts> {
  return loaders[language]();
}
