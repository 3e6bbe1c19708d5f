import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { KernelTables } from "../tables.ts";

export type Cause = "retention" | "erasure" | "agreement-ended" | "restore";

/** Rows that went, by table, rule and organisation (null: of none). */
export type Gone = {
  readonly table: string;
  readonly rule: string;
  readonly organisation: string | null;
  readonly rows: number;
};

/**
 * Writes down what went, in the transaction in which it goes. A run's batches, that is the same `at`,
 * add up to one row for each table, rule and organisation.
 */
export async function recordGone<DB>(
  tx: Transaction<DB>,
  run: { readonly at: Date; readonly cause: Cause },
  gone: readonly Gone[],
): Promise<void> {
  const ledger = tx as unknown as Transaction<KernelTables>;
  for (const { table, rule, organisation, rows } of gone) {
    if (rows === 0) continue;
    const added = await ledger
      .updateTable("kernel.retention_ledger")
      .set({ rows: sql`rows + ${rows}` })
      .where("at", "=", run.at)
      .where("table_name", "=", table)
      .where("rule", "=", rule)
      .where("cause", "=", run.cause)
      .where("organisation_id", "is not distinct from", organisation)
      .executeTakeFirst();
    if (added.numUpdatedRows > 0n) continue;
    await ledger
      .insertInto("kernel.retention_ledger")
      .values({
        at: run.at,
        cause: run.cause,
        table_name: table,
        rule,
        organisation_id: organisation,
        rows,
      })
      .execute();
  }
}

/** Adds up what several deletions took of the same. */
export function addUp(gone: readonly Gone[]): Gone[] {
  const sums = new Map<string, Gone>();
  for (const each of gone) {
    const key = [each.table, each.rule, each.organisation].join(" ");
    sums.set(key, { ...each, rows: each.rows + (sums.get(key)?.rows ?? 0) });
  }
  return [...sums.values()];
}
