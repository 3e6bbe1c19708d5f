import type { Language } from "@terskel/platform/i18n";
import { authorityOf } from "../authorities.ts";

/** Who reads: in which language, and in which country if the browser says so. */
export type Reader = { readonly language: Language; readonly country?: string | undefined };

const countryOf: Readonly<Partial<Record<Language, string>>> = { nb: "NO", sv: "SE" };

/**
 * Where this reader complains (A20): the authority of their country, then of the controller's (GDPR Art.
 * 77(1): of residence, of work, or of the place where it happened).
 */
export function authoritiesFor({ language, country }: Reader, controllers: string) {
  const known = country === "NO" || country === "SE" ? country : countryOf[language];
  return [...new Set([known ?? controllers, controllers])].map(authorityOf);
}
