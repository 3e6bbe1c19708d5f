import type { CatalogueTable } from "@terskel/platform/db";
import type { Processing, TableDeclaration } from "../declare.ts";

/** A table that loses rows, or what leads from them, when rows of another go. */
export type Child = {
  readonly table: TableDeclaration;
  readonly columns: readonly string[];
  readonly references: readonly string[];
  /** Whether its rows go too, or only let go. */
  readonly goes: boolean;
};

/** What retention has to know of the tables as they are. */
export type Graph = {
  readonly tables: readonly TableDeclaration[];
  childrenOf(table: string): readonly Child[];
};

export function graphOf(
  processings: readonly Processing[],
  live: readonly CatalogueTable[],
): Graph {
  const tables = processings.flatMap((p) => p.tables);
  const catalogue = new Map(live.map((each) => [`${each.schema}.${each.table}`, each]));
  const children = new Map<string, Child[]>();
  for (const table of tables) {
    for (const key of catalogue.get(table.table)?.foreignKeys ?? []) {
      if (key.onDelete === "refuse" || key.table === table.table) continue;
      const { columns, references } = key;
      const child = { table, columns, references, goes: key.onDelete === "cascade" };
      children.set(key.table, [...(children.get(key.table) ?? []), child]);
    }
  }
  return { tables, childrenOf: (table) => children.get(table) ?? [] };
}
