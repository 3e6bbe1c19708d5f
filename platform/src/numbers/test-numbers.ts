import * as fc from "fast-check";

const two = (value: number) => String(value).padStart(2, "0");
const day = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2039-12-31T00:00:00Z"),
  noInvalidDate: true,
});

export const checkDigit = (text: string, weights: readonly number[]) =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 11)) % 11;

/** Valid Norwegian numbers, by the rule for issuing them: person's, D, H and synthetic numbers. */
export const norwegian = fc
  .record({
    day,
    dayShift: fc.constantFrom(0, 40),
    monthShift: fc.constantFrom(0, 40, 65, 80),
    individual: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ day, dayShift, monthShift, individual }) => {
    const nine =
      two(day.getUTCDate() + dayShift) +
      two(day.getUTCMonth() + 1 + monthShift) +
      two(day.getUTCFullYear() % 100) +
      String(individual).padStart(3, "0");
    const first = checkDigit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    return `${nine}${first}${checkDigit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])}`;
  })
  // A check digit of 10 is not given to anyone.
  .filter((number) => number.length === 11);

/** Valid Swedish numbers with their century: personnummer and samordningsnummer. */
export const swedish = fc
  .record({ day, shift: fc.constantFrom(0, 60), birth: fc.integer({ min: 0, max: 999 }) })
  .map(({ day, shift, birth }) => {
    const nine =
      two(day.getUTCFullYear() % 100) +
      two(day.getUTCMonth() + 1) +
      two(day.getUTCDate() + shift) +
      String(birth).padStart(3, "0");
    const sum = nine.split("").reduce((total, each, index) => {
      const product = Number(each) * (index % 2 === 0 ? 2 : 1);
      return total + (product > 9 ? product - 9 : product);
    }, 0);
    return `${Math.floor(day.getUTCFullYear() / 100)}${nine}${(10 - (sum % 10)) % 10}`;
  });

export const cut = (number: string, ...lengths: number[]) => {
  let from = 0;
  return lengths.map((length) => number.slice(from, (from += length)));
};

/** Danish CPR numbers that pass the check digit. */
export const danish = fc
  .record({ day, serial: fc.integer({ min: 0, max: 399 }) })
  .map(({ day, serial }) => {
    const nine =
      two(day.getUTCDate()) +
      two(day.getUTCMonth() + 1) +
      two(day.getUTCFullYear() % 100) +
      String(serial).padStart(3, "0");
    return `${nine}${checkDigit(nine, [4, 3, 2, 7, 6, 5, 4, 3, 2])}`;
  })
  .filter((number) => number.length === 10);

/** Finnish henkilötunnus, with each sign for the century that is in use. */
export const finnish = fc
  .record({
    day,
    sign: fc.constantFrom(...Array.from("+-YXWVUABCDEF")),
    serial: fc.integer({ min: 2, max: 999 }),
  })
  .map(({ day, sign, serial }) => {
    const date =
      two(day.getUTCDate()) + two(day.getUTCMonth() + 1) + two(day.getUTCFullYear() % 100);
    const three = String(serial).padStart(3, "0");
    return `${date}${sign}${three}${"0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(date + three) % 31]}`;
  });

/** Texts around a number. */
export const surroundings = fc.constantFrom(
  (number: string) => number,
  (number: string) => `Kari (${number})`,
  (number: string) => `fnr:${number}, tlf 22 33 44 55`,
  (number: string) => `+47 912 34 567 / ${number}.`,
  (number: string) => `Leil. 12 ${number}\nBilledkort 4`,
);

/** What people, programs and documents put between the groups of a number. */
export const sign = fc.constantFrom(
  ...Array.from(" -._/:,;+*|'·•–—−‑"),
  ...Array.from("\u00a0\u2009\u202f\u3000\t\n"),
  " - ",
  ". ",
  "__",
  " / ",
  " \u00ad",
);

/** Zero to nine in a script. */
const zeros = fc.constantFrom(
  "0",
  "\uff10",
  "\u0660",
  "\u06f0",
  "\u0966",
  "\u{1d7d8}",
  "\u{1d7ec}",
);

/** The same digits in another script. */
export const inScript = (number: string) =>
  zeros.map((zero) =>
    number.replaceAll(/\d/g, (each) =>
      String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(each)),
    ),
  );
