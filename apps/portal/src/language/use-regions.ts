import { useSpeech } from "./context.ts";

/** The name of a country by its code (ISO 3166-1). */
export function useRegions(): (country: string) => string {
  const { language } = useSpeech();
  const names = new Intl.DisplayNames(language, { type: "region" });
  return (country) => names.of(country) ?? country;
}
