import type { Processing, TableDeclaration } from "../declare.ts";
import { organisationColumn } from "./held.ts";

/** What a hold can be limited to: what an organisation stores about people. A hold does not hold holds. */
export function holdableTables(processings: readonly Processing[]) {
  return processings
    .flatMap((p) => p.tables)
    .filter((table) => table.table !== "kernel.holds" && organisationColumn(table) !== undefined)
    .flatMap((table) => {
      const title = titleOf(table);
      return title ? [{ table: table.table, title }] : [];
    });
}

/** What a table is called before people; undefined for one without personal data. */
export const titleOf = (table: TableDeclaration | undefined) =>
  table && "title" in table ? table.title : undefined;
