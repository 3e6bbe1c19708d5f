/**
 * Does this text hold something that is a Norwegian or Swedish national identity number? They are
 * never stored here (personopplysningsloven § 12), so every free text is asked before it is.
 * Norwegian: 11 digits, day or day + 40 (D number), month or month + 40/65/80 (H and synthetic
 * numbers), two check digits modulo 11. Swedish: 10 or 12 digits, day or day + 60
 * (samordningsnummer), check digit by Luhn.
 */
export function holdsNationalIdentityNumber(text: string): boolean {
  for (const [run] of text.matchAll(/\d(?:[ \-+.]?\d){9,11}/g)) {
    const digits = run.replace(/\D/g, "");
    if (digits.length === 11 && isNorwegian(digits)) return true;
    if (digits.length === 10 && isSwedish(digits)) return true;
    if (digits.length === 12 && /^(18|19|20)/.test(digits) && isSwedish(digits.slice(2)))
      return true;
  }
  return false;
}

const at = (digits: string, index: number) => Number(digits[index]);

function isNorwegian(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 40;
  const rawMonth = Number(digits.slice(2, 4));
  const month = [80, 65, 40, 0].map((shift) => rawMonth - shift).find((m) => m >= 1 && m <= 12);
  if (day < 1 || day > 31 || month === undefined) return false;
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, index) => total + weight * at(digits, index), 0);
  return (
    sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

function isSwedish(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = digits.split("").reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
