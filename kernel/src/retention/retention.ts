import { defineJob } from "@terskel/platform/jobs";
import { z } from "zod";
import type { RightsPorts } from "../scope.ts";
import { expireTable, findLate } from "./expire.ts";
import { graphOf } from "./graph.ts";

const lateForMs = 60_000;

/**
 * What is past its time goes: every minute, and at the start after however long an absence. A table
 * that fails does not keep the others from their turn.
 */
export function createRetention({ withContext, processings, catalogue }: RightsPorts) {
  const graph = async () => graphOf(processings, await catalogue());
  let known: { readonly since: number; readonly late: Promise<string[]> } | undefined;

  return {
    job: defineJob({
      name: "kernel.retention",
      cron: "* * * * *",
      atStart: true,
      payload: z.looseObject({}),
      run: async () => {
        const at = new Date();
        const failures: { table: string; error: unknown }[] = [];
        const tables = await graph();
        for (const table of tables.tables) {
          await expireTable(withContext, tables, table, at).catch((error: unknown) =>
            failures.push({ table: table.table, error }),
          );
        }
        if (failures.length === 0) return;
        const names = failures.map(({ table }) => table).join(", ");
        throw new Error(`What is past its time was not deleted in ${names}.`, {
          cause: failures[0]?.error,
        });
      },
    }),
    /** For whoever watches: asked of the database once a minute at most. */
    late: async (): Promise<string[]> => {
      if (!known || Date.now() - known.since > lateForMs) {
        known = { since: Date.now(), late: graph().then((it) => findLate(withContext, it)) };
        known.late.catch(() => (known = undefined));
      }
      return await known.late;
    },
  };
}
