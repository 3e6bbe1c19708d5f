import { passesLuhn, plainDigits, runsOf, shapesOf, single, someGroups } from "./groups.ts";

/**
 * Does this text hold the number of a payment card? Found are 13 to 19 digits that begin as those of
 * an issuer, with a check digit that fits (ISO/IEC 7812-1), in one group or in those that are printed
 * on cards, with any sign or space between them and in any script's digits.
 *
 * Found though it is none: about one in ten of other numbers of such a length that begin alike
 * (invoices' payment references, barcodes), because that is how often the check digit fits.
 */
export function holdsPaymentCardNumber(text: string): boolean {
  return someGroups(
    runsOf(plainDigits(text)),
    printed,
    (_, digits) => isIssued(digits) && passesLuhn(digits),
  );
}

const lengths = [13, 14, 15, 16, 17, 18, 19];

/** 4111 1111 1111 1111 (and up to 3 more) · 3782 822463 10005 · 3056 930902 5904 · in eights · digit by digit. */
const printed = shapesOf(
  [
    ...lengths.flatMap((length) => [`${length}`, single(length), `6,${length - 6}`]),
    ...[1, 2, 3, 4].map((last) => `4,4,4,${last}`),
    ...[1, 2, 3].map((last) => `4,4,4,4,${last}`),
    "4,6,4",
    "4,6,5",
    "8,8",
    "4,8,4",
    "4,4,8",
    "8,4,4",
  ].map((shape) => [shape, true] as const),
);

/** Each issuer's first digits, and how many digits its numbers have. */
const issuers: readonly (readonly [first: RegExp, lengths: readonly number[]])[] = [
  // Visa.
  [/^4/, [13, 16, 19]],
  // Mastercard.
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  // American Express.
  [/^3[47]/, [15]],
  // Diners Club.
  [/^3(0[0-59]|[689])/, [14, 15, 16, 17, 18, 19]],
  // Discover, JCB, UnionPay.
  [/^(6011|64[4-9]|65|35(2[89]|[3-8])|62)/, [16, 17, 18, 19]],
  // Maestro and Dankort.
  [/^(50|5[6-8]|6304|67)/, [13, 14, 15, 16, 17, 18, 19]],
];

const isIssued = (digits: string) =>
  issuers.some(([first, lengths]) => lengths.includes(digits.length) && first.test(digits));
