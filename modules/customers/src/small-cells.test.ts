import assert from "node:assert/strict";
import { test } from "node:test";
import { fewest } from "@terskel/kernel";
import * as fc from "fast-check";
import { addAnswer, emptyCell, together } from "./small-cells.ts";
import type { Cell } from "./small-cells.ts";

const cells = 4;
/** Answers as they come: to which cell, and what. */
const answers = fc.array(
  fc.record({ cell: fc.nat({ max: cells - 1 }), value: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 80 },
);
const none = () => Array.from({ length: cells }, () => emptyCell);
const seen = (all: readonly Cell[]) => ({
  each: all.map(({ shown, shownSum }) => [shown, shownSum]),
  total: together(all),
});

test("whatever comes, no number that is shown, nor the total, is of fewer than five or changes by fewer", () => {
  fc.assert(
    fc.property(answers, (given) => {
      const all = none();
      for (const { cell, value } of given) {
        const before = seen(all);
        all[cell] = addAnswer(all[cell] ?? emptyCell, value);
        const after = seen(all);
        const steps = after.each.map(([shown = 0], at) => shown - (before.each[at]?.[0] ?? 0));
        for (const step of [...steps, after.total.shown - before.total.shown])
          assert.ok(step === 0 || step >= fewest, `changed by ${step}`);
        for (const [shown = 0] of [...after.each, [after.total.shown]])
          assert.ok(shown === 0 || shown >= fewest, `${shown} shown`);
      }
    }),
  );
});

test("what is not shown follows from nothing that is: whoever looks sees the same without it, and whatever it says", () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 5 }), (given, other) => {
      const fill = (values: typeof given) => {
        const all = none();
        for (const { cell, value } of values) all[cell] = addAnswer(all[cell] ?? emptyCell, value);
        return all;
      };
      const whole = fill(given);
      // Those of each cell that came last and wait.
      const waits = given.map(({ cell }, at) => {
        const later = given.slice(at + 1).filter((each) => each.cell === cell).length;
        return later < (whole[cell]?.waiting ?? 0);
      });
      assert.deepEqual(seen(fill(given.filter((_, at) => !waits[at]))), seen(whole));
      const otherwise = given.map((each, at) => (waits[at] ? { ...each, value: other } : each));
      assert.deepEqual(seen(fill(otherwise)), seen(whole));
    }),
  );
});

test("no answer is lost or counted twice", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 })), (values) => {
      const cell = values.reduce(addAnswer, emptyCell);
      const sum = values.reduce((all, value) => all + value, 0);
      assert.equal(cell.shown + cell.waiting, values.length);
      assert.equal(cell.shownSum + cell.waitingSum, sum);
    }),
  );
});
