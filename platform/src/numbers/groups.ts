/** Digit groups that stand together, with what is between them, and whether a `+` leads them. */
export type Run = {
  readonly groups: readonly string[];
  readonly signs: readonly string[];
  readonly lead: boolean;
};

/**
 * The text as a reader sees its digits: ASCII digits whatever the script, one kind of space and of
 * hyphen, and nothing that cannot be seen. A UUID is no number and becomes one letter.
 */
export function plainDigits(text: string): string {
  const plain = /^[ -~]*$/.test(text)
    ? text
    : text
        .normalize("NFKC")
        // Zero-width spaces, soft hyphens, joiners, and marks such as that of a keycap.
        .replaceAll(/[\p{Cf}\p{M}]/gu, "")
        .replaceAll(/[\s\p{Z}\p{Cc}]/gu, " ")
        .replaceAll(/[\p{Pd}\u2212\u02d7\u2043]/gu, "-")
        .replaceAll(/[^\P{Nd}0-9]/gu, digitOf);
  return plain.replaceAll(/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, "x");
}

/** Unicode gives the digits of a script ten code points in a row, from zero (chapter 4.6). */
function digitOf(character: string): string {
  const at = character.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1;
  return String(before % 10);
}

/** Runs of digits with at most three other characters between them, none of which is a letter. */
export function runsOf(plain: string): Run[] {
  return Array.from(
    plain.matchAll(/(\+?)(\d+(?:[^\p{L}\p{N}]{1,3}\d+)*)/gu),
    ([, plus, run = ""]) => ({
      groups: run.match(/\d+/g) ?? [],
      signs: run.match(/\D+/g) ?? [],
      lead: plus === "+",
    }),
  );
}

/** Ways to write a number: by how many digits stand in the first group, in the next, and so on. */
export type Shapes<T> = { readonly next: Map<number, Shapes<T>>; is?: T };

/** @param written each way as the lengths of its groups, `6,5`, and what is to be asked of its digits */
export function shapesOf<T>(written: Iterable<readonly [lengths: string, is: T]>): Shapes<T> {
  const shapes: Shapes<T> = { next: new Map() };
  for (const [lengths, is] of written) {
    let at = shapes;
    for (const length of lengths.split(",").map(Number)) {
      const next: Shapes<T> = at.next.get(length) ?? { next: new Map() };
      at.next.set(length, next);
      at = next;
    }
    at.is = is;
  }
  return shapes;
}

/** Groups of one digit each. */
export const single = (digits: number) => Array.from({ length: digits }, () => "1").join(",");

/** Is there anywhere in the runs a row of whole groups of one of these shapes that `fits`? */
export function someGroups<T>(
  runs: readonly Run[],
  shapes: Shapes<T>,
  fits: (is: T, digits: string, signs: () => string) => boolean,
): boolean {
  for (const { groups, signs, lead } of runs) {
    for (let from = lead && isCountryCode(groups[0]) ? 1 : 0; from < groups.length; from += 1) {
      let at = shapes.next.get(groups[from]?.length ?? 0);
      for (let to = from; at; to += 1, at = at.next.get(groups[to]?.length ?? 0)) {
        const between = () =>
          signs
            .slice(from, to)
            .map((sign) => sign.trim())
            .join(" ");
        if (at.is && fits(at.is, groups.slice(from, to + 1).join(""), between)) return true;
      }
    }
  }
  return false;
}

/** What follows a leading + is a country code, and begins a telephone number (ITU-T E.164: 15 digits). */
const isCountryCode = (group = "") => /^[1-9]\d{0,14}$/.test(group);

/** Luhn's sum over all digits is a multiple of ten (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
