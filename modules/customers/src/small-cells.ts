import { fewest } from "@terskel/kernel";

/** Answers to one thing, by one kind of company, in one month: how many, and what they add up to. */
export type Cell = {
  /** What is shown of it. */
  readonly shown: number;
  readonly shownSum: number;
  /** What has come since, and is not shown. */
  readonly waiting: number;
  readonly waitingSum: number;
};

export const emptyCell: Cell = { shown: 0, shownSum: 0, waiting: 0, waitingSum: 0 };

/**
 * One more answer. It is shown with four others or not at all: so no number that is shown is of fewer than five, and
 * none changes by fewer, whoever looks before and after.
 */
export function addAnswer(cell: Cell, value: number): Cell {
  const [waiting, waitingSum] = [cell.waiting + 1, cell.waitingSum + value];
  if (waiting < fewest) return { ...cell, waiting, waitingSum };
  const [shown, shownSum] = [cell.shown + waiting, cell.shownSum + waitingSum];
  return { shown, shownSum, waiting: 0, waitingSum: 0 };
}

/** What is shown of several cells together: the sum of what each shows, so that nothing of the others follows from it. */
export function together(cells: readonly Pick<Cell, "shown" | "shownSum">[]) {
  return cells.reduce(
    (all, { shown, shownSum }) => ({ shown: all.shown + shown, shownSum: all.shownSum + shownSum }),
    { shown: 0, shownSum: 0 },
  );
}
