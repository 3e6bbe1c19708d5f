/**
 * The European Economic Area, by ISO 3166-1: the 27 of the European Union, and Iceland, Liechtenstein and Norway
 * (Agreement on the European Economic Area, OJ L 1, 3.1.1994, Art. 2 and 126; joint committee decision
 * 154/2018, OJ L 183, 19.7.2018, took the General Data Protection Regulation into it). Anywhere else is a
 * third country (GDPR Art. 44). The database refuses by the same list (`kernel.eea()`); a test compares them.
 */
export const eeaCountries = [
  "AT",
  "BE",
  "BG",
  "HR",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HU",
  "IE",
  "IS",
  "IT",
  "LI",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "NO",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
] as const;
