import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fewest } from "@terskel/kernel";
import * as fc from "fast-check";
import { cellsOf, type Use } from "./cells.ts";

const use: fc.Arbitrary<Use> = fc.record({
  door: fc.constantFrom("a", "b", "c", "d"),
  holder: fc.integer({ min: 1, max: 9 }).map(String),
  openings: fc.integer({ min: 1, max: 30 }),
});
const uses = fc.array(use, { maxLength: 60 });
const crowd = (door: string, people: number, openings = 2): Use[] =>
  Array.from({ length: people }, (_, at) => ({ door, holder: `${door}${at}`, openings }));

/** The figures of a cell stand for these. */
const behind = (all: readonly Use[], door: string | null, shown: readonly (string | null)[]) =>
  all.filter((each) => (door === null ? !shown.includes(each.door) : each.door === door));
const totals = (some: readonly Use[]) => {
  const people = Map.groupBy(some, ({ holder }) => holder);
  const each = [...people.values()].map((own) => own.reduce((n, { openings }) => n + openings, 0));
  return { people: each.length, most: Math.max(0, ...each), all: each.reduce((n, m) => n + m, 0) };
};

describe("what is shown of a week", () => {
  test("a door that five people opened alike is shown, of four nothing", () => {
    assert.deepEqual(cellsOf(crowd("a", 5)), [{ door: "a", openings: 10, people: 5 }]);
    assert.deepEqual(cellsOf(crowd("a", 4)), []);
    assert.deepEqual(cellsOf([]), []);
  });

  test("doors with too few are shown together, where together they are enough", () => {
    assert.deepEqual(cellsOf([...crowd("a", 6), ...crowd("b", 3), ...crowd("c", 2)]), [
      { door: "a", openings: 10, people: 5 },
      { door: null, openings: 10, people: 5 },
    ]);
  });

  test("the same few at several doors are not more people", () => {
    const few = crowd("a", 4);
    assert.deepEqual(cellsOf([...few, ...few.map((each) => ({ ...each, door: "b" }))]), []);
  });

  test("one who opens more than all the others is not told of by their sum", () => {
    const others = crowd("a", 5);
    assert.deepEqual(cellsOf([...others, { door: "a", holder: "x", openings: 11 }]), []);
    assert.equal(cellsOf([...others, { door: "a", holder: "x", openings: 10 }]).length, 1);
  });

  test("whatever is used by whom: five people at least, none of them over half, each door in one figure at most", () => {
    fc.assert(
      fc.property(uses, (all) => {
        const cells = cellsOf(all);
        const shown = cells.map(({ door }) => door);
        assert.equal(new Set(shown).size, shown.length);
        for (const { door, openings, people } of cells) {
          const real = totals(behind(all, door, shown));
          assert.ok(real.people >= fewest && real.most * 2 <= real.all);
          assert.ok(
            people <= real.people && people > real.people - fewest && people % fewest === 0,
          );
          assert.ok(Math.abs(openings - real.all) <= fewest / 2 && openings % fewest === 0);
        }
      }),
    );
  });

  test("what is not shown leaves no trace: without it the page is the same", () => {
    fc.assert(
      fc.property(uses, (all) => {
        const cells = cellsOf(all);
        const shown = new Set(cells.map(({ door }) => door));
        if (shown.has(null)) return;
        assert.deepEqual(cellsOf(all.filter(({ door }) => shown.has(door))), cells);
      }),
    );
  });
});
