import { holdsNationalIdentityNumber } from "@terskel/kernel";
import { setImmediate } from "node:timers/promises";
import { readFacts } from "./cells.ts";
import type { Facts, Setting } from "./cells.ts";
import { readColumns } from "./columns.ts";
import type { Columns } from "./columns.ts";
import { decode } from "./decode.ts";
import type { Finding } from "./findings.ts";
import type { Texts } from "./messages/texts.ts";
import { problem } from "./problems.ts";
import { readRows } from "./rows.ts";
import type { Row } from "./rows.ts";
import { findSeparator } from "./separator.ts";
import { clean, shown } from "./text.ts";

/** A file as it was read; what it means for the organisation is the plan (plan.ts). */
export type Sheet = {
  readonly encoding: string;
  readonly separator: string;
  readonly columns: Columns;
  /** Rows below the headings. */
  readonly rows: readonly Row[];
  readonly facts: readonly Facts[];
  readonly errors: readonly Finding[];
};

/** Rows read before other requests get their turn. */
const rowsAtOnce = 500;

/** @throws Problem of problems.ts; whatever the bytes are, nothing else */
export async function readSheet(bytes: Uint8Array, setting: Setting, texts: Texts): Promise<Sheet> {
  const { text, encoding } = decode(bytes);
  const { separator, rest } = findSeparator(text);
  const [heading, ...rows] = await readRows(rest, separator);
  if (!heading) throw problem("import-empty");
  // Spreadsheets leave empty columns at the end; a cell beyond the headings is an error of its row.
  const columns = readColumns(withoutBlankEnd(heading.cells), texts);
  if (rows.length === 0) throw problem("import-empty");
  refuseIdentityNumbers(rows, columns);
  const facts: Facts[] = [];
  const errors: Finding[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    const read = readFacts(row, columns, setting);
    if (read.facts) facts.push(read.facts);
    errors.push(...read.errors);
  }
  return { encoding, separator, columns, rows, facts, errors };
}

const withoutBlankEnd = (cells: readonly string[]) =>
  cells.slice(0, cells.findLastIndex((cell) => clean(cell) !== "") + 1);

/** A column of which most is identity numbers is one problem, not thousands of errors. */
function refuseIdentityNumbers(rows: readonly Row[], columns: Columns): void {
  for (const [index, header] of columns.headers.entries()) {
    if (index === columns.at.phone) continue;
    const cells = rows.map(({ cells }) => cells[index] ?? "").filter((cell) => cell.trim() !== "");
    const numbers = cells.filter((cell) => holdsNationalIdentityNumber(clean(cell))).length;
    if (numbers >= 3 && numbers * 2 >= cells.length) {
      throw problem("import-identity-numbers", {
        errors: [{ path: `columns.${index}`, code: "column", message: shown(header) }],
      });
    }
  }
}
