import { holdsNationalIdentityNumber } from "./identity.ts";
import { holdsPaymentCardNumber } from "./payment.ts";

export { holdsNationalIdentityNumber };

type ForbiddenNumber = "national-identity-number" | "payment-card-number";

/** The number in this text that is never stored, shown or logged here; undefined: there is none. */
export function forbiddenNumber(text: string): ForbiddenNumber | undefined {
  if (holdsNationalIdentityNumber(text)) return "national-identity-number";
  return holdsPaymentCardNumber(text) ? "payment-card-number" : undefined;
}

/** The text as it may be shown or logged: every digit is a dot when such a number is in it. */
export function withoutForbidden(text: string): string {
  return forbiddenNumber(text) ? text.replaceAll(/\p{N}/gu, "•") : text;
}
