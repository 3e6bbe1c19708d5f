import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import { leadsToAny, quote } from "../subject-path.ts";
import { continueFor } from "../tenancy.ts";
import type { Graph } from "./graph.ts";

type Tx = Transaction<unknown>;

/** What verifies an erasure sees every row, and uses none; retention sees no restricted person. */
export const verifying = "kernel.verify-erasure";

/**
 * A person whom the row is about is under restriction (GDPR Art. 18), as an SQL condition over its columns,
 * which may be null; undefined where it is about nobody.
 */
export const isRestricted = (table: TableDeclaration): string | undefined =>
  leadsToAny(table, "restricted");

/** The usual case is that nobody is, and then nothing more has to be asked. */
export async function isAnyRestricted(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select from kernel.withholdings where activity is null limit 1`.execute(tx);
  return rows.length > 0;
}

/** The row `r`, or something that would go with it, is about a restricted person. For what verifies. */
export function restrictedWithin(
  graph: Graph,
  table: TableDeclaration,
  path: readonly string[] = [],
): string {
  return [isRestricted(table) ?? "false", ...among(graph, table, path)].join(" or ");
}

function among(graph: Graph, table: TableDeclaration, path: readonly string[]): string[] {
  const names = (columns: readonly string[]) =>
    columns.map((column) => `r.${quote(column)}`).join(", ");
  return graph
    .childrenOf(table.table)
    .filter((child) => child.goes && !path.includes(child.table.table))
    .map((child) => {
      const within = restrictedWithin(graph, child.table, [...path, table.table]);
      return `(${names(child.references)}) in (select ${names(child.columns)}
        from ${quote(child.table.table)} r where ${within})`;
    });
}

/**
 * Of the rows `r` that retention sees, those that neither are about a restricted person, as a mere link may be,
 * nor would by a foreign key take along unseen what is: what verifies is asked which would. As a condition to be
 * added; empty where there is nothing to ask.
 */
export async function takingNobodyRestricted(
  tx: Tx,
  graph: Graph,
  table: TableDeclaration,
): Promise<RawBuilder<unknown>> {
  const own = isRestricted(table);
  const taking = among(graph, table, []);
  if ((!own && taking.length === 0) || !(await isAnyRestricted(tx))) return sql``;
  const nobody = own ? sql` and (${sql.raw(own)}) is not true` : sql``;
  if (taking.length === 0) return nobody;
  await continueFor(tx, verifying);
  const { rows } = await sql<{ ctid: string }>`
    select r.ctid::text as ctid from ${sql.table(table.table)} r
     where ${sql.raw(taking.join(" or "))}`.execute(tx);
  await continueFor(tx, "kernel.retention");
  if (rows.length === 0) return nobody;
  return sql`${nobody} and r.ctid <> all (${rows.map(({ ctid }) => ctid)}::tid[])`;
}
