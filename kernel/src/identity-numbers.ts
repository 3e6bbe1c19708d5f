/**
 * Does this text hold something that is a Norwegian or Swedish national identity number? They are
 * never stored here (personopplysningsloven § 12; dataskyddslagen 3 kap. 10 §), so every free text
 * is asked before it is.
 *
 * Found are the usual writings (see `writings`): the groups and signs that people put, with a date
 * that exists and check digits that fit. Not found: a number written as words, with letters between
 * its digits, in other groups, or with a wrong digit; a Norwegian number by the check-digit rule
 * that comes in 2032. Found though it is none, because nothing tells the two apart: about one in
 * forty bank account numbers of 11 digits in one group, and about one in ten telephone numbers of
 * 10 digits in one group that begin like a birth date (0701234567; with + or in groups it is told).
 */
export function holdsNationalIdentityNumber(text: string): boolean {
  for (const [run, lead] of runsOf(text)) {
    const groups = run.match(/\d+/g) ?? [];
    const signs = run.match(/\D+/g) ?? [];
    // A group that follows a leading + is a country code, and begins a telephone number.
    for (let from = lead ? 1 : 0; from < groups.length; from += 1) {
      for (let count = 1; count <= 5 && from + count <= groups.length; count += 1) {
        const parts = groups.slice(from, from + count);
        const between = signs.slice(from, from + count - 1);
        if (isNumber(parts, between)) return true;
      }
    }
  }
  return false;
}

/** Runs of digit groups with at most three signs between them, each with what it begins with. */
function* runsOf(text: string): Generator<[run: string, lead: boolean]> {
  const plain = text
    .normalize("NFKC")
    // What cannot be seen: zero-width spaces, soft hyphens.
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s/gu, " ")
    .replaceAll(/[\p{Pd}\u2212]/gu, "-");
  for (const match of plain.matchAll(/(\+?)(\d+(?:[ .\-/+]{1,3}\d+)*)/g)) {
    yield [match[2] ?? "", match[1] === "+"];
  }
}

type Writing = {
  /** What may stand between the groups, in this order; anything unless said. */
  readonly signs?: RegExp;
  /** Of all the digits together. */
  readonly isNumber: (digits: string) => boolean;
};

const norwegian: Writing = { isNumber: isNorwegian };
const swedish: Writing = { isNumber: isSwedish };
const swedishWithCentury: Writing = {
  isNumber: (digits) => /^(18|19|20)/.test(digits) && isSwedish(digits.slice(2)),
};
const hyphenLast = /^-,-,[-+]$/;

/** By the number of digits in each group. */
const writings = new Map<string, Writing>([
  // 01017012345 · 010170 12345 · 010170 123 45 · 01.01.70 12345 · 01 01 70 123 45 · 01.01.1970 12345
  ["11", norwegian],
  ["6,5", norwegian],
  ["6,3,2", norwegian],
  ["2,2,2,5", norwegian],
  ["2,2,2,3,2", norwegian],
  ["2,2,4,5", { isNumber: (digits) => isNorwegian(digits.slice(0, 4) + digits.slice(6)) }],
  // 7001011234 · 700101-1234 · 70-01-01-1234 · 197001011234 · 19700101-1234 · 1970-01-01-1234
  ["10", swedish],
  ["6,4", swedish],
  ["2,2,2,4", { ...swedish, signs: hyphenLast }],
  ["12", swedishWithCentury],
  ["8,4", swedishWithCentury],
  ["4,2,2,4", { ...swedishWithCentury, signs: hyphenLast }],
]);

function isNumber(groups: readonly string[], signs: readonly string[]): boolean {
  const writing = writings.get(groups.map((group) => group.length).join(","));
  if (!writing?.isNumber(groups.join(""))) return false;
  return writing.signs?.test(signs.map((sign) => sign.trim()).join(",")) ?? true;
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (month: number, day: number) => day >= 1 && day <= (daysOf[month - 1] ?? 0);

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/**
 * 11 digits: day (+ 40: D number), month (+ 40, 65, 80: H and synthetic numbers), year, and two
 * check digits modulo 11 (folkeregisterforskriften kap. 2).
 */
function isNorwegian(digits: string): boolean {
  const rawDay = Number(digits.slice(0, 2));
  const rawMonth = Number(digits.slice(2, 4));
  const month = [80, 65, 40, 0].map((shift) => rawMonth - shift).find((m) => m >= 1 && m <= 12);
  if (month === undefined || !isDay(month, rawDay > 40 ? rawDay - 40 : rawDay)) return false;
  return (
    weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

/** 10 digits: year, month, day (+ 60: samordningsnummer), and a check digit by Luhn (folkbokföringslagen 18 §). */
function isSwedish(digits: string): boolean {
  const day = Number(digits.slice(4, 6));
  if (!isDay(Number(digits.slice(2, 4)), day > 60 ? day - 60 : day)) return false;
  const sum = digits.split("").reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
