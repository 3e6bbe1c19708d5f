/** One line of the table: a name and its figures, already in units that its column names. */
export type Row = Readonly<Record<string, string | number>>;

/**
 * What a benchmark found. `ratios`: what is compared, as plain numbers, larger is better for us. `figures`: everything
 * measured, with units in the names.
 */
export type Result = {
  readonly table: readonly Row[];
  readonly ratios: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
};

/** A file in `benches/`: its name is the benchmark's. */
export type Bench = {
  readonly about: string;
  run(say: (line: string) => void): Promise<Result>;
};

/** The table for people, then one line of JSON for programs. */
export function present(bench: string, { table, ratios, figures }: Result): string {
  return `${align(table)}\n\n${JSON.stringify({ bench, ratios, figures })}\n`;
}

/** Columns from the first row; text to the left, numbers to the right. */
function align(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => text(row[column] ?? "")))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const isNumber = columns.map((column) => typeof rows[0]?.[column] === "number");
  return lines
    .map((line) =>
      line
        .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function text(cell: string | number): string {
  if (typeof cell === "string") return cell;
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 4 }).format(cell);
}
