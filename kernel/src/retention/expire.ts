import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Processing, TableDeclaration } from "../declare.ts";
import { isExpired, timeColumn } from "../expiry.ts";
import type { WithContext } from "../tenancy.ts";
import { isOverAsTold, keptAsTold } from "../told/kept.ts";
import type { Keeps, KeptAsTold } from "../told/kept.ts";
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

/** The shorter rules that go on until a longer one is in force (../told/). The usual case is that there are none. */
export async function readKept(
  withContext: WithContext,
  processings: readonly Processing[],
): Promise<KeptAsTold[]> {
  return await withContext(context, async (tx: Tx) => {
    const { rows } = await sql<{ keeps: Keeps }>`
      select distinct keeps from kernel.notices_in_force()`.execute(tx);
    return keptAsTold(
      processings,
      rows.map(({ keeps }) => keeps),
    );
  });
}

/** The rows whose time is up by what was told, each by the rule that it was told by; also of a table of partitions. */
function expiredAsTold(kept: KeptAsTold, now?: string): Selection[] {
  return kept.rules.flatMap((rule) => {
    const condition = isOverAsTold({ ...kept, rules: [rule] }, now);
    return condition
      ? [{ table: kept.table, where: sql.raw(condition), rule: writeRule(rule) }]
      : [];
  });
}

/** Deletes the rows of one table whose time is up, and writes down how many of which organisation. */
export async function expireTable(
  withContext: WithContext,
  graph: Graph,
  table: TableDeclaration,
  at: Date,
  kept: readonly KeptAsTold[],
): Promise<void> {
  const declared = isDropped(table) ? undefined : expired(table);
  const asTold = kept.filter((each) => each.table.table === table.table);
  for (const selection of [
    ...(declared ? [declared] : []),
    ...asTold.flatMap((each) => expiredAsTold(each)),
  ])
    await removeAll(withContext, graph, selection, at);
}

async function removeAll(
  withContext: WithContext,
  graph: Graph,
  selection: Selection,
  at: Date,
): Promise<void> {
  for (let more = true; more;) {
    more = await withContext(context, async (tx: Tx) => {
      const removed = await removeBatch(tx, graph, selection);
      await recordGone(tx, { at, cause: "retention" }, addUp(removed.gone));
      return removed.more;
    });
  }
}

/** The tables in which rows stand that no hold keeps and whose time was up 24 hours ago. */
export async function findLate(
  withContext: WithContext,
  graph: Graph,
  kept: readonly KeptAsTold[],
): Promise<string[]> {
  return await withContext(context, async (tx: Tx) => {
    const late: string[] = [];
    for (const table of graph.tables) {
      const selection = expired(table, dayAgo);
      if (selection && (await isAny(tx, graph, selection))) late.push(table.table);
    }
    for (const selection of kept.flatMap((each) => expiredAsTold(each, dayAgo)))
      if (await isAny(tx, graph, selection)) late.push(selection.table.table);
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
