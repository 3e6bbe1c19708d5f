import { defineJob } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import type { Processing, TableDeclaration } from "./declare.ts";
import { isExpired } from "./expiry.ts";
import type { WithContext } from "./tenancy.ts";

/** So many rows a transaction: a long absence does not end in one statement that never finishes. */
const batch = 5_000;

/**
 * Deletes the rows of one table whose time is up, by its keep rule.
 * @returns how many rows went
 */
async function sweepTable(withContext: WithContext, table: TableDeclaration) {
  const { keep } = table;
  if (keep.kind === "until" && keep.droppedBy) return 0;
  const expired = isExpired(table);
  if (!expired) return 0;
  let total = 0;
  for (;;) {
    const gone = await withContext({ activity: "kernel.retention" }, async (tx) => {
      const result = await sql`delete from ${sql.table(table.table)} where ctid = any (array(
        select ctid from ${sql.table(table.table)} where ${sql.raw(expired)} limit ${batch}))`.execute(
        tx,
      );
      return Number(result.numAffectedRows ?? 0n);
    });
    total += gone;
    if (gone < batch) return total;
  }
}

/**
 * Every minute, what is past its time goes: in every table whose keep rule names a time. A table
 * that fails does not keep the others from their turn.
 */
export function sweepJob(withContext: WithContext, processings: readonly Processing[]) {
  return defineJob({
    name: "kernel.sweep",
    cron: "* * * * *",
    payload: z.looseObject({}),
    run: async () => {
      const failures: unknown[] = [];
      for (const table of processings.flatMap((p) => p.tables)) {
        await sweepTable(withContext, table).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) {
        throw new Error(`${failures.length} tables were not swept`, { cause: failures[0] });
      }
    },
  });
}
