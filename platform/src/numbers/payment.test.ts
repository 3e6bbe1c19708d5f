import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { passesLuhn } from "./groups.ts";
import { holdsPaymentCardNumber as holds } from "./payment.ts";
import { cut, inScript, sign } from "./test-numbers.ts";

/** Each issuer's first digits, a length of its numbers, and the groups that are printed. */
const cards = fc.constantFrom<[first: string, length: number, groups: number[]]>(
  ["4", 16, [4, 4, 4, 4]],
  ["4571", 16, [4, 4, 4, 4]],
  ["4", 13, [4, 4, 4, 1]],
  ["51", 16, [4, 4, 4, 4]],
  ["2720", 16, [4, 4, 4, 4]],
  ["5019", 16, [8, 8]],
  ["37", 15, [4, 6, 5]],
  ["36", 14, [4, 6, 4]],
  ["3528", 16, [4, 4, 4, 4]],
  ["6011", 16, [4, 4, 4, 4]],
  ["62", 19, [6, 13]],
  ["6759", 18, [4, 4, 4, 4, 2]],
);
const numbers = fc
  .tuple(cards, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 }))
  .map(([[first, length, groups], more]) => {
    const start = (first + more.join("")).slice(0, length - 1);
    const last = Array.from("0123456789").find((each) => passesLuhn(start + each)) ?? "";
    return { number: start + last, groups };
  });

test("published test numbers are found", () => {
  for (const number of [
    "4111 1111 1111 1111",
    "5555555555554444",
    "3782-822463-10005",
    "30569309025904",
  ])
    assert.ok(holds(`Kort: ${number}.`), number);
});

test("a card's number is found, whatever stands between its groups, and in whatever script", () => {
  const written = fc
    .tuple(numbers, sign, fc.constantFrom("one" as const, "printed" as const, "each" as const))
    .chain(([{ number, groups }, between, how]) => {
      const lengths = { one: [number.length], printed: groups, each: Array(number.length).fill(1) };
      return inScript(cut(number, ...lengths[how]).join(between));
    });
  fc.assert(
    fc.property(written, fc.constantFrom("", "Kortet ", "utløper 12/29, "), (text, before) =>
      assert.ok(holds(before + text), before + text),
    ),
    { numRuns: 5000 },
  );
});

describe("what is no card's number is let through", () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const never = (name: string, texts: fc.Arbitrary<string>): void => {
    test(name, () => {
      fc.assert(
        fc.property(texts, (text) => assert.equal(holds(text), false, text)),
        { numRuns: 3000 },
      );
    });
  };
  never(
    "a number with one digit wrong",
    fc
      .tuple(numbers, fc.integer({ min: 1, max: 9 }))
      .map(([{ number }, by]) => number.slice(0, -1) + ((Number(number.at(-1)) + by) % 10)),
  );
  never("UUIDs", fc.uuid());
  never(
    "telephone numbers, two in a row",
    fc
      .tuple(digits(8), digits(8))
      .map(([a, b]) => `${cut(a, 2, 2, 2, 2).join(" ")}, ${cut(b, 3, 2, 3).join(" ")}`),
  );
  never(
    "telephone numbers with +",
    digits(9).map((n) => `+46${n} +47 ${n.slice(1)}`),
  );
  never(
    "organisation numbers, accounts, and whatever is shorter or longer",
    fc.oneof(...[8, 9, 10, 11, 12, 20, 24].map((length) => digits(length))),
  );
  never(
    "times",
    fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((at) => at.toISOString()),
  );
});

test("of other numbers that begin like a card's, one in ten cannot be told apart", () => {
  const other = fc.stringMatching(/^4[0-9]{15}$/);
  const sample = fc.sample(other, { numRuns: 20_000, seed: 1 });
  const share = sample.filter(holds).length / sample.length;
  assert.ok(share > 0.07 && share < 0.13, String(share));
});
