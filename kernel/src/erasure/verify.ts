import type { CatalogueTable } from "@terskel/platform/db";
import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import type { Scope } from "../scope.ts";

type Tx = Transaction<unknown>;

/**
 * Looks in every column that may hold anything of a person, of every table, for what was to go: the ids by
 * which the person was known, everywhere, and their addresses, at the organisation that was asked or, when
 * the account goes, everywhere.
 * @returns `schema.table.column` of each column in which something is left
 */
export async function findLeft(
  tx: Tx,
  tables: readonly TableDeclaration[],
  catalogue: readonly CatalogueTable[],
  scope: Scope,
): Promise<string[]> {
  const live = new Map(catalogue.map((table) => [`${table.schema}.${table.table}`, table]));
  const left: string[] = [];
  for (const table of tables) {
    const columns = scan(table, live.get(table.table), scope);
    if (columns.length === 0) continue;
    // Once for all columns of a table; which of them it is, is asked only then.
    if (
      !(await exists(
        tx,
        table.table,
        sql.join(
          columns.map((each) => each.holds),
          sql` or `,
        ),
      ))
    )
      continue;
    for (const { column, holds } of columns)
      if (await exists(tx, table.table, holds)) left.push(`${table.table}.${column}`);
  }
  return left;
}

async function exists(tx: Tx, table: string, where: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where ${where} limit 1`.execute(tx);
  return rows.length > 0;
}

type Scanned = { readonly column: string; readonly holds: RawBuilder<unknown> };

function scan(
  { columns }: TableDeclaration,
  live: CatalogueTable | undefined,
  { organisation, subjects, values }: Scope,
): Scanned[] {
  const ids = [...subjects.member, ...subjects.account];
  const addresses = values.map((value) => value.toLowerCase());
  const has = Object.hasOwn(columns, "organisation_id");
  return (live?.columns ?? []).flatMap(({ name, type }): Scanned[] => {
    const [label] = columns[name] ?? ["technical"];
    if (label === "technical") return [];
    if (type === "uuid")
      return ids.length === 0
        ? []
        : [{ column: name, holds: sql`${sql.ref(name)} = any (${ids}::uuid[])` }];
    if (!/text|char|json|citext/.test(type)) return [];
    const text = sql`lower(${sql.ref(name)}::text)`;
    const contains = (parts: readonly string[]) =>
      sql.join(
        [...new Set(parts)].map((part) => sql`strpos(${text}, ${part}) > 0`),
        sql` or `,
      );
    const holds = [
      ...(ids.length > 0 ? [contains(ids)] : []),
      ...(addresses.length === 0 || (organisation !== undefined && !has)
        ? []
        : [
            organisation === undefined
              ? contains(addresses)
              : sql`organisation_id = ${organisation} and (${contains(addresses)})`,
          ]),
    ];
    return holds.length === 0
      ? []
      : [{ column: name, holds: sql`(${sql.join(holds, sql` or `)})` }];
  });
}
