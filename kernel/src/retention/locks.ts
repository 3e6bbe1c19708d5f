import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import type { WithContext } from "../tenancy.ts";
import type { Graph } from "./graph.ts";
import { addUp, recordGone } from "./ledger.ts";
import { isAny, removeBatch } from "./remove.ts";
import type { Selection } from "./remove.ts";

const context = { activity: "kernel.retention" };
type Tx = Transaction<unknown>;

/** What an erasure, or an agreement's end, left to a law whose time was up at `now`, by table and law. */
async function findDue(tx: Tx, { tables }: Graph, now: string): Promise<Selection[]> {
  const { rows } = await sql<{ table_name: string; law: string }>`
    select distinct table_name, law from kernel.locked_rows where until <= ${sql.raw(now)}`.execute(
    tx,
  );
  return rows.flatMap(({ table_name: name, law }) => {
    const table = tables.find((each) => each.table === name);
    return table ? [{ table, rule: `lock:${law}`, where: isLockOver(table, law, now) }] : [];
  });
}

/** Without the law, what asked for its end takes the row after all (Art. 17(3)(b)). */
const isLockOver = ({ table }: TableDeclaration, law: string, now: string) =>
  sql`(r.id, r.organisation_id) in (
    select l.row_id, l.organisation_id from kernel.locked_rows l
     where l.table_name = ${table} and l.law = ${law} and l.until <= ${sql.raw(now)})`;

export const findDueLocks = async (withContext: WithContext, graph: Graph) =>
  await withContext(context, async (tx: Tx) => await findDue(tx, graph, "now()"));

/** Deletes what was locked for a law whose time is up; the locks go with what they lock. */
export async function expireLocks(
  withContext: WithContext,
  graph: Graph,
  due: Selection,
  at: Date,
): Promise<void> {
  for (let more = true; more;) {
    more = await withContext(context, async (tx: Tx) => {
      const removed = await removeBatch(tx, graph, due);
      await recordGone(tx, { at, cause: "retention" }, addUp(removed.gone));
      if (!removed.more) await forgetLocks(tx, due.table);
      return removed.more;
    });
  }
}

/** What a cascade or a program took away left its lock behind: at its end it has nothing to lock. */
async function forgetLocks(tx: Tx, { table }: TableDeclaration): Promise<void> {
  await sql`
    delete from kernel.locked_rows l where l.table_name = ${table} and l.until <= now()
       and not exists (select from ${sql.table(table)} r where r.id = l.row_id)`.execute(tx);
}

/** The tables in which locked rows stand that no hold keeps and whose law's time was up at `now`. */
export async function findLateLocks(tx: Tx, graph: Graph, now: string): Promise<string[]> {
  const late = new Set<string>();
  for (const selection of await findDue(tx, graph, now)) {
    if (await isAny(tx, graph, selection)) late.add(selection.table.table);
  }
  return [...late];
}
