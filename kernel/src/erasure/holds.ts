import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import { holdsOn, isHeld } from "../retention/held.ts";
import { subjectsOf } from "../subject-path.ts";
import type { Planned } from "./planned.ts";
import type { TableErasure } from "./rules.ts";

type Held = { rows: number; hold: string | null; until: Date | null };

/**
 * The rows of the person that a legal hold keeps: those that the erasure would delete or let lead to
 * nobody, and a trigger would refuse (retention/guards.ts). A row may be held for another person it is about.
 */
export async function heldRows(
  tx: Transaction<unknown>,
  erasures: readonly TableErasure[],
  tables: readonly TableDeclaration[],
): Promise<Planned[]> {
  const holds = await sql`select from kernel.holds where until > now() limit 1`.execute(tx);
  if (holds.rows.length === 0) return [];
  const held: Planned[] = [];
  for (const erasure of erasures) {
    const table = tables.find((each) => each.table === erasure.table);
    // A hold does not keep itself, nor others of its kind.
    if (!table || table.table === "kernel.holds") continue;
    const {
      rows: [found],
    } = await sql<Held>`
      select count(distinct r.ctid) as rows, max(b.until) as until,
             (array_agg(b.hold order by b.until desc))[1] as hold
        from ${sql.table(table.table)} r, lateral (${sql.raw(holdsOn(table, tables))}) b
       where ${sql.raw(refused(erasure, table, tables))}`.execute(tx);
    if (!found?.hold || !found.until) continue;
    const { rows, hold, until } = found;
    held.push({ table: table.table, does: "kept-by-hold", rows, hold, until });
  }
  return held;
}

function refused(
  { deletes, unlinks, anonymises }: TableErasure,
  table: TableDeclaration,
  tables: readonly TableDeclaration[],
): string {
  const people = new Set(subjectsOf(table).map(({ column }) => column));
  const whole = [deletes, unlinks].flatMap((where) =>
    where === undefined ? [] : [`(${where} and ${isHeld(table, tables)})`],
  );
  const parts = anonymises.flatMap(({ where, columns }) =>
    columns.map(
      (column) =>
        `(${where} and ${isHeld(table, tables, people.has(column) ? column : undefined)})`,
    ),
  );
  return [...whole, ...parts].join(" or ") || "false";
}
