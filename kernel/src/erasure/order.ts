import type { CatalogueTable } from "@terskel/platform/db";
import type { TableDeclaration } from "../declare.ts";
import { subjectsOf } from "../subject-path.ts";

/**
 * The tables in the order in which rows can go: what hangs on a row before the row, and what leads to a
 * person through a link before the link.
 */
export function erasureOrder(
  tables: readonly TableDeclaration[],
  catalogue: readonly CatalogueTable[],
): TableDeclaration[] {
  const declared = new Map(tables.map((table) => [table.table, table]));
  const dependents = new Map<string, string[]>();
  const hangs = (table: string, on: string) =>
    dependents.set(on, [...(dependents.get(on) ?? []), table]);
  for (const { schema, table, foreignKeys } of catalogue)
    for (const key of foreignKeys) hangs(`${schema}.${table}`, key.table);
  for (const table of tables)
    for (const { onward, references } of subjectsOf(table))
      if (onward && references) hangs(table.table, references.split(".").slice(0, 2).join("."));

  const order = new Set<string>();
  const seen = new Set<string>();
  const visit = (table: string) => {
    if (seen.has(table)) return;
    seen.add(table);
    for (const dependent of dependents.get(table) ?? []) visit(dependent);
    order.add(table);
  };
  for (const { table } of tables) visit(table);
  return [...order].flatMap((table) => declared.get(table) ?? []);
}
