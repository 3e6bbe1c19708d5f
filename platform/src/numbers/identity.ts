import { plainDigits, runsOf, shapesOf, single, someGroups } from "./groups.ts";
import { holdsFinnish, isCheckedDanish, isDanish, isNorwegian, isSwedish } from "./nordic.ts";

/**
 * Does this text hold something that is a Norwegian, Swedish, Danish or Finnish national identity
 * number? They are never stored here (personopplysningsloven § 12; dataskyddslagen 3 kap. 10 §), so
 * every free text is asked before it is.
 *
 * Found are the usual writings (see `writings`), with any sign or space between the groups and in
 * any script's digits, with a date that exists and check digits that fit. Not found: a number
 * written as words, with letters between its digits, in other groups, or with a wrong digit; a
 * Norwegian number by the check-digit rule that comes in 2032; a Danish number without a hyphen
 * that has no check digit (some since 2007).
 *
 * Found though it is none, because nothing tells the two apart: about one in forty bank account
 * numbers of 11 digits in one group; of telephone numbers of 10 digits in one group that begin like
 * a birth date (0701234567) up to one in five, while with + or in their own groups they are told; of
 * any 10 digits in one group about one in a hundred.
 */
export function holdsNationalIdentityNumber(text: string): boolean {
  const plain = plainDigits(text);
  return (
    holdsFinnish(plain) ||
    someGroups(runsOf(plain), writings, (ways, digits, signs) =>
      ways.some((isWritten) => isWritten(digits, signs)),
    )
  );
}

/** `signs`: what stands between the groups, without spaces around it, joined by spaces. */
type Writing = (digits: string, signs: () => string) => boolean;

const withCentury: Writing = (digits) => /^(18|19|20)/.test(digits) && isSwedish(digits.slice(2));
const norwegianWithCentury: Writing = (digits) => isNorwegian(digits.slice(0, 4) + digits.slice(6));

/** A date in groups before a number of four digits is often just that: the day, then a time or a place. */
const oneSign =
  (is: Writing): Writing =>
  (digits, signs) =>
    /^(\S*) \1 (\1|[-+_])$/.test(signs()) && is(digits, signs);

/** By the number of digits in each group. */
const writings = shapesOf<readonly Writing[]>([
  // 01017012345 · 010170 12345 · 010170 123 45 · 01.01.70 12345 · 01 01 70 123 45 · 010 170 123 45 · 01.01.1970 12345
  ["11", [isNorwegian]],
  ["6,5", [isNorwegian]],
  ["5,6", [isNorwegian]],
  ["3,3,3,2", [isNorwegian]],
  ["2,4,5", [isNorwegian]],
  ["6,3,2", [isNorwegian]],
  ["6,2,3", [isNorwegian]],
  ["2,2,2,5", [isNorwegian]],
  ["2,2,2,3,2", [isNorwegian]],
  ["2,2,2,2,3", [isNorwegian]],
  ["8,5", [norwegianWithCentury]],
  ["8,3,2", [norwegianWithCentury]],
  ["2,2,4,5", [norwegianWithCentury]],
  ["2,2,4,3,2", [norwegianWithCentury]],
  // 7001011234 · 700101-1234 · 70-01-01-1234 · 197001011234 · 19700101-1234 · 1970-01-01-1234
  ["10", [isSwedish, isCheckedDanish]],
  ["6,4", [isSwedish, isCheckedDanish, (digits, signs) => signs() === "-" && isDanish(digits)]],
  ["2,2,2,4", [oneSign(isSwedish), oneSign(isCheckedDanish)]],
  ["12", [withCentury]],
  ["8,4", [withCentury]],
  ["4,4,4", [withCentury]],
  ["2,6,4", [withCentury]],
  ["4,2,2,4", [oneSign(withCentury)]],
  // Digit by digit.
  [single(10), [isSwedish, isCheckedDanish]],
  [single(11), [isNorwegian]],
  [single(12), [withCentury]],
]);
