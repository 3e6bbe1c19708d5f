import { passesLuhn } from "./groups.ts";

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (month: number, day: number) => day >= 1 && day <= (daysOf[month - 1] ?? 0);

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/**
 * 11 digits: day (+ 40: D number), month (+ 40, 65, 80: H and synthetic numbers), year, and two
 * check digits modulo 11 (folkeregisterforskriften kap. 2).
 */
export function isNorwegian(digits: string): boolean {
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
export function isSwedish(digits: string): boolean {
  const day = Number(digits.slice(4, 6));
  if (!isDay(Number(digits.slice(2, 4)), day > 60 ? day - 60 : day)) return false;
  return passesLuhn(digits);
}

/** 10 digits: day, month, year, and a serial number whose first digit goes with a year (CPR-kontoret). */
export function isDanish(digits: string): boolean {
  const year = Number(digits.slice(4, 6));
  // 58 to 99 with 5 to 8 are the years 1858 to 1899.
  const isAlive = !/[5-8]/.test(digits[6] ?? "") || year <= 57;
  return isAlive && isDay(Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
}

/** The check that every CPR number passed until 2007, and most do. */
export const isCheckedDanish = (digits: string) =>
  isDanish(digits) && weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const finnish =
  /(?<![\p{L}\p{N}])(\d\d)[ .-]?(\d\d)[ .-]?(\d\d)[ ._]?[-+A-FU-Y][ ._]?(\d{3})[ ._]?([0-9A-FHJ-NPR-Y])(?![\p{L}\p{N}])/giu;

/**
 * Day, month, year, a sign for the century, three digits, and a check character modulo 31
 * (valtioneuvoston asetus väestötietojärjestelmästä 128/2010, 2–3 §).
 */
export function holdsFinnish(plain: string): boolean {
  return Array.from(plain.matchAll(finnish)).some(
    ([, day = "", month = "", year = "", serial = "", check = ""]) =>
      isDay(Number(month), Number(day)) &&
      "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(`${day}${month}${year}${serial}`) % 31] ===
        check.toUpperCase(),
  );
}
