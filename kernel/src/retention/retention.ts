import { defineJob } from "@terskel/platform/jobs";
import { z } from "zod";
import type { RightsPorts } from "../scope.ts";
import { expireTable, findLate, readKept } from "./expire.ts";
import { graphOf } from "./graph.ts";
import { expireLocks, findDueLocks } from "./locks.ts";
import { countWithheld } from "./withheld.ts";

const knownForMs = 60_000;

/** Asked of the database once a minute at most, and again after it failed. */
function remember<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly since: number; readonly answer: Promise<T> } | undefined;
  return async () => {
    if (!known || Date.now() - known.since > knownForMs) {
      known = { since: Date.now(), answer: ask() };
      known.answer.catch(() => (known = undefined));
    }
    return await known.answer;
  };
}

/**
 * What is past its time goes: every minute, and at the start after however long an absence. A table
 * that fails does not keep the others from their turn.
 */
export function createRetention({ withContext, processings, catalogue }: RightsPorts) {
  const graph = async () => graphOf(processings, await catalogue());
  const asTold = async () => await readKept(withContext, processings);

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
        const kept = await asTold();
        const attempt = async ({ table }: { table: string }, run: Promise<void>) => {
          await run.catch((error: unknown) => failures.push({ table, error }));
        };
        // First, so that the ledger says what it was kept for.
        for (const due of await findDueLocks(withContext, tables)) {
          await attempt(due.table, expireLocks(withContext, tables, due, at));
        }
        for (const table of tables.tables) {
          await attempt(table, expireTable(withContext, tables, table, at, kept));
        }
        if (failures.length === 0) return;
        const names = failures.map(({ table }) => table).join(", ");
        throw new Error(`What is past its time was not deleted in ${names}.`, {
          cause: failures[0]?.error,
        });
      },
    }),
    /** For whoever watches: the tables in which rows stand too long after their time. */
    late: remember(async () => await findLate(withContext, await graph(), await asTold())),
    /** How many rows are past their time and kept because of a restriction. */
    withheld: remember(async () => {
      const found = await countWithheld(withContext, (await graph()).tables);
      return found.reduce((sum, { rows }) => sum + rows, 0);
    }),
  };
}
