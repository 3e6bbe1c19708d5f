import { defineJob } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import type { Processing, TableDeclaration } from "./declare.ts";
import type { WithContext } from "./tenancy.ts";

/**
 * Deletes the rows of one table whose time is up, by its keep rule.
 * @returns how many rows went
 */
async function sweepTable(withContext: WithContext, { table, keep }: TableDeclaration) {
  if (keep.kind !== "until" && keep.kind !== "period") return 0;
  const column = sql.ref(keep.kind === "until" ? keep.column : keep.after);
  const days = keep.kind === "until" ? 0 : keep.days;
  return await withContext({ activity: "kernel.retention" }, async (tx) => {
    const gone = await sql`delete from ${sql.table(table)}
      where ${column} <= now() - make_interval(days => ${days})`.execute(tx);
    return Number(gone.numAffectedRows ?? 0n);
  });
}

/** Every minute, what is past its time goes: in every table whose keep rule names a time. */
export function sweepJob(withContext: WithContext, processings: readonly Processing[]) {
  return defineJob({
    name: "kernel.sweep",
    cron: "* * * * *",
    payload: z.looseObject({}),
    run: async () => {
      for (const table of processings.flatMap((p) => p.tables)) {
        await sweepTable(withContext, table);
      }
    },
  });
}
