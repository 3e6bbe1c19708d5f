import { fieldOf } from "./columns.ts";
import { clean } from "./text.ts";

/** Rows that say something, among which the headings are looked for. */
export const maxRowsAbove = 20;

type Found = { readonly index: number; readonly known: number };

/**
 * Which of the first rows has the headings: the one with most that are known, of several alike the
 * first. Above it people write a title, a date, whom to ask. In a file that has no known heading it
 * is the first row.
 */
export function findHeadingRow(rows: readonly (readonly string[])[]): Found {
  return rows
    .slice(0, maxRowsAbove)
    .map((cells, index) => ({ index, known: knownIn(cells) }))
    .reduce((best, row) => (row.known > best.known ? row : best), { index: 0, known: 0 });
}

const knownIn = (cells: readonly string[]) =>
  new Set(cells.flatMap((cell) => fieldOf(clean(cell)) ?? [])).size;
