import type { Language } from "@terskel/platform/i18n";
import type { Processing } from "../declare.ts";
import { tableFacts } from "../export/facts.ts";
import type { Handover } from "./handover-file.ts";

/** What of a file is not taken over: a table's name and, where other columns of it are, which columns. */
type LeftOut = {
  readonly title: string;
  readonly columns: string[];
  readonly records: number;
};

/**
 * What of a file nobody takes over here. What this installation declares too stands in the reader's
 * language; for the rest the file's own words have to do.
 * @param taken the columns that have a place here, by table
 */
export function leftOut(
  { data }: Handover,
  processings: readonly Processing[],
  taken: Readonly<Record<string, readonly string[]>>,
  language: Language,
): LeftOut[] {
  const declared = new Map(
    processings
      .flatMap(({ tables }) => tables)
      .map((table) => [table.table, tableFacts(table, language)] as const),
  );
  return data.tables.flatMap(({ table, title, columns, rows }) => {
    const own = Object.hasOwn(taken, table) ? (taken[table] ?? []) : [];
    const others = new Set(rows.flatMap(Object.keys).filter((column) => !own.includes(column)));
    if (others.size === 0) return [];
    const facts = declared.get(table);
    const wordOf = (column: string) =>
      facts?.columns[column]?.text ?? columns[column]?.text ?? column;
    return [
      {
        title: facts?.title ?? title,
        columns: own.length > 0 ? [...others].map(wordOf) : [],
        records: rows.length,
      },
    ];
  });
}
