import { parsePhoneNumberFromString } from "libphonenumber-js";
import { problem } from "./problems.ts";

type Country = "NO" | "SE";

/**
 * A telephone number as it is kept, E.164. Without a country code it is read as that country
 * writes it; where no country is known, as Norway does, else as Sweden.
 * @throws Problem `invalid-phone`
 */
export function readPhone(text: string, country?: Country): string {
  for (const defaultCountry of country ? [country] : (["NO", "SE"] as const)) {
    const phone = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
    if (phone?.isValid()) return phone.number;
  }
  throw problem("invalid-phone");
}
