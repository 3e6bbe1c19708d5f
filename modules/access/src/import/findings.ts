import type { Texts } from "./messages/texts.ts";
import { shown } from "./text.ts";

export type FindingCode = keyof Texts["findings"];

/** Something about one cell, or one row: an error, or a notice of what the import leaves alone. */
export type Finding = {
  /** Row in the spreadsheet. */
  readonly row: number;
  /** Heading of the column; empty: the row as a whole. */
  readonly column: string;
  readonly code: FindingCode;
  /** The cell. Never shown as it is: it may hold a national identity number. */
  readonly value: string;
  /** What the text speaks of. */
  readonly about?: readonly [a: string, b?: string];
};

/** At most this many findings are shown; the count has them all. */
const maxFindings = 500;

/** The first findings by row, as the reader is told them. */
export function tell(findings: readonly Finding[], texts: Texts) {
  return findings
    .toSorted((a, b) => a.row - b.row)
    .slice(0, maxFindings)
    .map(({ row, column, code, value, about }) => {
      const text = texts.findings[code];
      const [a = "", b = ""] = about ?? [];
      return {
        row,
        column: shown(column),
        code,
        value: shown(value),
        message: typeof text === "string" ? text : text(shown(a), b),
      };
    });
}
