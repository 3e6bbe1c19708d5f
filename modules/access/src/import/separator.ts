import { findHeadingRow, maxRowsAbove } from "./heading-row.ts";

const usual = [";", ",", "\t"] as const;

/**
 * Which character separates the columns, and the text without Excel's `sep=` line. Told by `sep=`;
 * else it is the one by which a first row gives most headings that are known, then most columns.
 */
export function findSeparator(text: string): { separator: string; rest: string } {
  const told = /^"?sep=([^\p{L}\p{N}"\s]|\t)"?[;,\t]*(?:\r\n|\r|\n|$)/iu.exec(text);
  if (told?.[1]) return { separator: told[1], rest: text.slice(told[0].length) };
  const [best = ";"] = usual
    .map((separator) => {
      const rows = firstRows(text, separator);
      const { index, known } = findHeadingRow(rows);
      return { separator, known, columns: rows[index]?.length ?? 0 };
    })
    .sort((a, b) => b.known - a.known || b.columns - a.columns)
    .map(({ separator }) => separator);
  return { separator: best, rest: text };
}

/** The first rows that say something, as this separator would split them. */
function firstRows(text: string, separator: string): string[][] {
  const start = text.search(/[^\s;,]/);
  const begin = start < 0 ? 0 : lineStart(text, start);
  const end = Math.min(text.length, begin + 20_000);
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== "")) rows.push(cells);
    cells = [];
    cell = "";
  };
  for (let at = begin; at < end && rows.length < maxRowsAbove; at += 1) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) endRow();
    else if (!quoted && character === separator) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  endRow();
  return rows;
}

const lineStart = (text: string, at: number) =>
  Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at)) + 1;
