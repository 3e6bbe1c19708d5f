import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { FindingCode } from "./findings.ts";

export type Country = "NO" | "SE";
export type Phone = { readonly phone: string } | { readonly code: FindingCode };

/**
 * A Norwegian or Swedish telephone number in any usual writing, as E.164.
 * @param country the organisation's: a number without a country code is of it
 */
export function readPhone(text: string, country: Country): Phone {
  // 4,79988E+10: the spreadsheet took it for a number and rounded it.
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return { code: "phone-damaged" };
  const bare = text.replace(/^\(((?:\+|00)\d+)\)/, "$1").replace(/^00/, "+");
  const digits = text.replace(/\D/g, "");
  const from = bare.startsWith("+") ? undefined : countryOf(digits, country);
  if (from === "unclear") return { code: "phone-needs-country" };
  const parsed = parsePhoneNumberFromString(bare, {
    ...(from ? { defaultCountry: from } : {}),
    // The whole cell has to be the number, not contain one.
    extract: false,
  });
  if (!parsed?.isValid() || parsed.ext || parsed.number.length > 16) return { code: "phone" };
  return { phone: parsed.number };
}

/**
 * Norwegian numbers have eight digits and never begin with 0; Swedish ones within Sweden always do,
 * unless a spreadsheet has eaten the 0, which still shows in a mobile number (7 and eight digits).
 */
function countryOf(digits: string, country: Country): Country | "unclear" {
  if (country === "NO") return /^07\d{8}$/.test(digits) ? "SE" : "NO";
  return digits.startsWith("0") || /^7\d{8}$/.test(digits) ? "SE" : "unclear";
}
