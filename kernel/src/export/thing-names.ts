import type { CatalogueTable } from "@terskel/platform/db";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";

/**
 * Columns that hold the number of a thing with a name: an organisation, a door. A column's name means the
 * same everywhere, so a foreign key in one table says it for all.
 */
export function namedThings(
  tables: readonly TableDeclaration[],
  catalogue: readonly CatalogueTable[],
): ReadonlyMap<string, string> {
  const things = new Set(
    tables
      .filter(
        (table) => "noPersonalData" in table && "name" in table.columns && "id" in table.columns,
      )
      .map(({ table }) => table),
  );
  return new Map(
    catalogue
      .flatMap(({ foreignKeys }) => foreignKeys)
      .filter((key) => things.has(key.table))
      .flatMap(({ columns, table }): [string, string][] => {
        // Foreign keys carry the organisation; the other column says which thing of it.
        const own = columns.filter((column) => column !== "organisation_id");
        const [column = "organisation_id"] = own;
        return own.length > 1 ? [] : [[column, table]];
      }),
  );
}

/** The names of these things, by table and id. */
export async function readNames(
  tx: Transaction<unknown>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Record<string, Record<string, string>>> {
  const names: Record<string, Record<string, string>> = {};
  for (const [table, wanted] of ids) {
    const { rows } = await sql<{ id: string; name: string }>`
      select id::text as id, name from ${sql.table(table)} where id = any (${[...wanted]}::uuid[])`.execute(
      tx,
    );
    names[table] = Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
  return names;
}
