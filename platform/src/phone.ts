import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number in E.164, grouped as people in its country write it: `+47 912 34 567`. Safe in a browser. */
export function groupPhone(e164: string): string {
  // Språkrådet: mobile numbers in 3, 2 and 3 digits, which the library groups as landlines.
  const norwegianMobile = /^\+47([49]\d\d)(\d\d)(\d{3})$/.exec(e164);
  if (norwegianMobile) return `+47 ${norwegianMobile.slice(1).join(" ")}`;
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/**
 * A telephone number in E.164, read as people in that country write it; undefined when it can be none
 * there. Whether it is assigned is not asked.
 */
export function toE164(text: string, country: "NO" | "SE"): string | undefined {
  const phone = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  return phone?.isPossible() ? phone.number : undefined;
}
