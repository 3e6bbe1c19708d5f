import { setImmediate } from "node:timers/promises";
import { readFacts } from "./cells.ts";
import type { Facts, Named } from "./cells.ts";
import { readColumns } from "./columns.ts";
import type { Columns } from "./columns.ts";
import { dayReader } from "./dates.ts";
import { decode } from "./decode.ts";
import type { Finding } from "./findings.ts";
import { findHeadingRow, maxRowsAbove } from "./heading-row.ts";
import type { Texts } from "./messages/texts.ts";
import type { Country } from "./phone.ts";
import { problem } from "./problems.ts";
import { readRows } from "./rows.ts";
import type { Row } from "./rows.ts";
import { findSeparator } from "./separator.ts";
import { clean, shown } from "./text.ts";

/** Where a file is read: the organisation's country and the site's time zone. */
export type Setting = { readonly country: Country; readonly timeZone: string };

/** A file as it was read; what it means for the organisation is the plan (plan.ts). */
export type Sheet = {
  readonly encoding: string;
  readonly separator: string;
  readonly columns: Columns;
  /** Row of the headings in the spreadsheet, from 1. */
  readonly headingRow: number;
  /** Rows below the headings. */
  readonly rows: readonly Row[];
  readonly facts: readonly Facts[];
  /** What rows whose cells are wrong name all the same. */
  readonly broken: readonly Named[];
  readonly errors: readonly Finding[];
  readonly notices: readonly Finding[];
};

/** Rows read before other requests get their turn. */
const rowsAtOnce = 500;

/** @throws Problem of problems.ts; whatever the bytes are, nothing else */
export async function readSheet(bytes: Uint8Array, setting: Setting, texts: Texts): Promise<Sheet> {
  const { text, encoding } = decode(bytes);
  const { separator, rest } = findSeparator(text);
  const all = await readRows(rest, separator, texts);
  const { index: above } = findHeadingRow(all.slice(0, maxRowsAbove).map(({ cells }) => cells));
  const heading = all[above];
  const rows = all.slice(above + 1);
  if (!heading) throw problem("import-empty");
  // Spreadsheets leave empty columns at the end; a cell beyond the headings is an error of its row.
  const columns = readColumns(withoutBlankEnd(heading.cells), texts);
  if (rows.length === 0) throw problem("import-empty");
  const reading = { country: setting.country, readDay: dayReader(setting.timeZone) };
  const facts: Facts[] = [];
  const broken: Named[] = [];
  const errors: Finding[] = [];
  const notices = [...aboutRowsAbove(above, heading.row), ...aboutPhones(columns, heading.row)];
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    const read = readFacts(row, columns, reading);
    if (read.facts) facts.push(read.facts);
    else if (read.named) broken.push(read.named);
    if (read.notice) notices.push(read.notice);
    errors.push(...read.errors);
  }
  refuseIdentityNumbers(rows, columns, errors);
  return {
    encoding,
    separator,
    columns,
    headingRow: heading.row,
    rows,
    facts,
    broken,
    errors,
    notices,
  };
}

const aboutRowsAbove = (above: number, row: number): Finding[] =>
  above === 0 ? [] : [{ row, column: "", code: "rows-above", value: "", about: [String(row)] }];

const aboutPhones = ({ at, headers, otherPhones }: Columns, row: number): Finding[] =>
  otherPhones.map((index) => ({
    row,
    column: headers[index] ?? "",
    code: "mobile-counts",
    value: "",
    about: [headers[at.phone ?? -1] ?? ""],
  }));

const withoutBlankEnd = (cells: readonly string[]) =>
  cells.slice(0, cells.findLastIndex((cell) => clean(cell) !== "") + 1);

/** A column of which most is identity numbers is one problem, not thousands of errors. */
function refuseIdentityNumbers(
  rows: readonly Row[],
  columns: Columns,
  errors: readonly Finding[],
): void {
  const numbers = errors.filter(({ code }) => code === "national-identity-number");
  for (const [header, found] of Map.groupBy(numbers, ({ column }) => column)) {
    const index = columns.headers.indexOf(header);
    if (index < 0) continue;
    const filled = rows.filter(({ cells }) => (cells[index] ?? "").trim() !== "").length;
    if (found.length >= 3 && found.length * 2 >= filled) {
      throw problem("import-identity-numbers", {
        errors: [{ path: `columns.${index}`, code: "column", message: shown(header) }],
      });
    }
  }
}
