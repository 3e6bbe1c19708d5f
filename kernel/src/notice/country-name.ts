import type { Text } from "@terskel/platform/i18n";

const nameIn = (language: string, country: string) =>
  new Intl.DisplayNames([language], { type: "region" }).of(country) ?? country;

/** A country by its ISO 3166-1 code, in words. */
export const countryName = (country: string): Text => ({
  nb: nameIn("nb", country),
  sv: nameIn("sv", country),
  en: nameIn("en", country),
});
