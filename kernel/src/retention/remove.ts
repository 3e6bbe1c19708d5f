import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import { erasesOf, quote } from "../subject-path.ts";
import type { Graph } from "./graph.ts";
import { isHeld, organisationColumn } from "./held.ts";
import type { Gone } from "./ledger.ts";
import { takingNobodyRestricted } from "./restricted.ts";

type Tx = Transaction<unknown>;

/** So many rows a transaction: a long absence does not end in one statement that never finishes. */
const batch = 5_000;

/** Which rows of a table are to go. */
export type Selection = {
  readonly table: TableDeclaration;
  /** SQL condition on the row `r`. */
  readonly where: RawBuilder<unknown>;
  /** The column in whose order, by its index, they are found. */
  readonly orderBy?: string | undefined;
  readonly rule: string;
};

/**
 * Deletes a batch of the selected rows that no hold and no restriction keeps, and before them, counted by themselves, the
 * rows that hang on them.
 * @returns what went, and whether there may be more
 */
export async function removeBatch(
  tx: Tx,
  graph: Graph,
  { table, where, orderBy, rule }: Selection,
): Promise<{ gone: Gone[]; more: boolean }> {
  const free = await unkept(tx, graph, table);
  const name = sql.table(table.table);
  // Locked, so that what hangs on them goes with exactly these.
  const { rows } = await sql<{ ctid: string }>`
    select r.ctid::text as ctid from ${name} r where (${where})${free}
     ${orderBy ? sql`order by r.${sql.ref(orderBy)}` : sql``}
     limit ${batch} for update skip locked`.execute(tx);
  if (rows.length === 0) return { gone: [], more: false };
  // Asked again: in a table of partitions a ctid is another's too.
  const chosen = sql`r.ctid = any (${rows.map(({ ctid }) => ctid)}::tid[]) and (${where})${free}`;
  return {
    gone: await removeWhere(tx, graph, table, chosen, rule, []),
    more: rows.length === batch,
  };
}

async function removeWhere(
  tx: Tx,
  graph: Graph,
  table: TableDeclaration,
  where: RawBuilder<unknown>,
  rule: string,
  path: readonly string[],
): Promise<Gone[]> {
  const gone: Gone[] = [];
  for (const child of graph.childrenOf(table.table)) {
    if (!child.goes || path.includes(child.table.table)) continue;
    const hangs = sql`${tuple("r", child.columns)} in (
      select ${list("p", child.references)} from (
        select r.* from ${sql.table(table.table)} r where ${where}) p)`;
    gone.push(
      ...(await removeWhere(tx, graph, child.table, hangs, `with:${table.table}`, [
        ...path,
        table.table,
      ])),
    );
  }
  const organisation = organisationColumn(table);
  const whose = organisation ? sql`r.${sql.ref(organisation)}` : sql`null::uuid`;
  const lockable = erasesOf(table).some(({ kind }) => kind === "lock");
  const { rows } = await sql<{ organisation: string | null; rows: number }>`
    with gone as (
      delete from ${sql.table(table.table)} r where ${where} returning ${whose} as organisation${lockable ? sql`, r.id` : sql``})
    ${lockable ? unlocked(table) : sql``}
    select organisation, count(*) as rows from gone group by 1`.execute(tx);
  return [...gone, ...rows.map((row) => ({ ...row, table: table.table, rule }))];
}

/** Whatever a row went by, its lock goes with it. */
const unlocked = ({ table }: TableDeclaration) => sql`, unlocked as (
  delete from kernel.locked_rows l where l.table_name = ${table} and l.row_id in (select id from gone))`;

/** Is there any selected row that no hold and no restriction keeps? */
export async function isAny(tx: Tx, graph: Graph, { table, where, orderBy }: Selection) {
  const { rows } = await sql`select from ${sql.table(table.table)} r
    where (${where})${await unkept(tx, graph, table)}
    ${orderBy ? sql`order by r.${sql.ref(orderBy)}` : sql``} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Of the rows `r` that retention sees, those that nothing keeps; as a condition to be added. */
export const unkept = async (tx: Tx, graph: Graph, table: TableDeclaration) =>
  sql`${await unheld(tx, graph, table)}${await takingNobodyRestricted(tx, graph, table)}`;

/** The usual case is that nothing is held, and then nothing more has to be asked. Triggers ask all the same. */
export async function unheld(tx: Tx, graph: Graph, table: TableDeclaration) {
  // Of this table every hold is one; also that of a restricted person, which retention itself does not see.
  const { rows } = await sql`
    select from kernel.held(array['kernel.organisations'], 'organisation') limit 1`.execute(tx);
  if (rows.length === 0) return sql``;
  return sql` and (${sql.raw(isHeldWithin(graph, table))}) is not true`;
}

/** The row `r`, or something that would go or let go with it, is under a hold. */
function isHeldWithin(graph: Graph, table: TableDeclaration, path: readonly string[] = []): string {
  const within = graph
    .childrenOf(table.table)
    .filter((child) => !path.includes(child.table.table) && child.table.table !== "kernel.holds")
    .map((child) => {
      const held = isHeldWithin(graph, child.table, [...path, table.table]);
      return `(${names(child.references)}) in (select ${names(child.columns)}
        from ${quote(child.table.table)} r where ${held})`;
    });
  return [isHeld(table, graph.tables), ...within].join(" or ");
}

const names = (columns: readonly string[]) =>
  columns.map((column) => `r.${quote(column)}`).join(", ");
const list = (alias: string, columns: readonly string[]) =>
  sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));
const tuple = (alias: string, columns: readonly string[]) => sql`(${list(alias, columns)})`;
