import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import { isExpired, timeColumn } from "../expiry.ts";
import type { WithContext } from "../tenancy.ts";
import type { Graph } from "./graph.ts";
import { addUp, recordGone } from "./ledger.ts";
import { findLateLocks } from "./locks.ts";
import { isAny, removeBatch } from "./remove.ts";
import type { Selection } from "./remove.ts";
import { writeRule } from "./rule.ts";

const context = { activity: "kernel.retention" };
type Tx = Transaction<unknown>;

const dayAgo = "(now() - interval '24 hours')";

const isDropped = ({ keep }: TableDeclaration) => keep.kind === "until" && !!keep.droppedBy;

/** The rows whose time is up; undefined for a table that no time decides. */
function expired(table: TableDeclaration, now?: string): Selection | undefined {
  const condition = isExpired(table, now);
  if (!condition) return undefined;
  // Partitions are found by their bounds, and have no such index.
  const orderBy = isDropped(table) ? undefined : timeColumn(table.keep);
  return { table, where: sql.raw(condition), orderBy, rule: writeRule(table.keep) };
}

/** Deletes the rows of one table whose time is up, and writes down how many of which organisation. */
export async function expireTable(
  withContext: WithContext,
  graph: Graph,
  table: TableDeclaration,
  at: Date,
): Promise<void> {
  const selection = expired(table);
  if (!selection || isDropped(table)) return;
  for (let more = true; more;) {
    more = await withContext(context, async (tx: Tx) => {
      const removed = await removeBatch(tx, graph, selection);
      await recordGone(tx, { at, cause: "retention" }, addUp(removed.gone));
      return removed.more;
    });
  }
}

/** The tables in which rows stand that no hold keeps and whose time was up 24 hours ago. */
export async function findLate(withContext: WithContext, graph: Graph): Promise<string[]> {
  return await withContext(context, async (tx: Tx) => {
    const late: string[] = [];
    for (const table of graph.tables) {
      const selection = expired(table, dayAgo);
      if (selection && (await isAny(tx, graph, selection))) late.push(table.table);
    }
    if (await isOrganisationLate(tx)) late.push("kernel.organisations");
    late.push(...(await findLateLocks(tx, graph, dayAgo)));
    return [...new Set(late)];
  });
}

/** Is there one whose agreement has ended and whose data had to go 24 hours ago? */
async function isOrganisationLate(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select from kernel.organisations o
     where o.data_goes_at <= ${sql.raw(dayAgo)} and not exists (
       select from kernel.ended_agreements e where e.organisation_id = o.id and e.gone_at is not null)
     limit 1`.execute(tx);
  return rows.length > 0;
}
