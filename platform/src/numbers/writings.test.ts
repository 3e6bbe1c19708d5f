import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { holdsNationalIdentityNumber as holds } from "./identity.ts";
import {
  cut,
  danish,
  finnish,
  inScript,
  norwegian,
  sign,
  surroundings,
  swedish,
} from "./test-numbers.ts";

describe("whatever stands between the groups, and in whatever script", () => {
  /** Each number in each grouping, joined by each sign. */
  const found = (
    name: string,
    numbers: fc.Arbitrary<string>,
    groupings: readonly (readonly number[])[],
    signs: fc.Arbitrary<string> = sign,
  ): void => {
    test(name, () => {
      const written = fc
        .tuple(numbers, fc.constantFrom(...groupings), signs, surroundings)
        .chain(([number, lengths, between, within]) =>
          inScript(cut(number, ...lengths).join(between)).map(within),
        );
      fc.assert(
        fc.property(written, (text) => assert.ok(holds(text), text)),
        { numRuns: 5000 },
      );
    });
  };
  const singles = (count: number) => Array.from({ length: count }, () => 1);

  found("Norwegian", norwegian, [
    [11],
    [6, 5],
    [5, 6],
    [3, 3, 3, 2],
    [2, 4, 5],
    [6, 3, 2],
    [6, 2, 3],
    [2, 2, 2, 5],
    [2, 2, 2, 3, 2],
    [2, 2, 2, 2, 3],
    singles(11),
  ]);
  found("Swedish with the century", swedish, [
    [12],
    [8, 4],
    [4, 4, 4],
    [2, 6, 4],
    [4, 2, 2, 4],
    singles(12),
  ]);
  found(
    "Swedish",
    swedish.map((number) => number.slice(2)),
    [[10], [6, 4], [2, 2, 2, 4], singles(10)],
  );
  found("Danish", danish, [[10], [6, 4], [2, 2, 2, 4], singles(10)]);
  found(
    "Danish without a check digit",
    danish.map((n) => n.slice(0, 9) + ((Number(n[9]) + 1) % 10)),
    [[6, 4]],
    fc.constantFrom("-", "–", "‑"),
  );

  test("Finnish", () => {
    const written = fc
      .tuple(finnish, fc.boolean(), surroundings)
      .chain(([number, small, within]) =>
        inScript(small ? number.toLowerCase() : number).map(within),
      );
    fc.assert(
      fc.property(written, (text) => assert.ok(holds(text), text)),
      { numRuns: 3000 },
    );
  });

  test("with what cannot be seen between the digits, and digits with a frame", () => {
    const invisible = fc.constantFrom(
      "\u200b",
      "\u200d",
      "\u2060",
      "\u00ad",
      "\ufeff",
      "\ufe0f\u20e3",
    );
    fc.assert(
      fc.property(norwegian, invisible, (number, between) => {
        assert.ok(holds(Array.from(number).join(between)));
      }),
    );
  });
});
