import { sql } from "kysely";
import { isExpired } from "../expiry.ts";
import { isRestricted } from "../retention/restricted.ts";
import type { PrivacyPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";
import { contextOf } from "./whose.ts";
import type { Whose } from "./whose.ts";

/** How many of a restricted person's rows will be past their time at `at`, and go when the restriction ends then. */
export async function countPastAt(ports: PrivacyPorts, whose: Whose, at: Date): Promise<number> {
  const moment = `'${at.toISOString()}'::timestamptz`;
  return await ports.withContext(await contextOf(ports, whose), async (tx: Tx) => {
    let sum = 0;
    for (const table of ports.processings.flatMap((p) => p.tables)) {
      const [expired, restricted] = [isExpired(table, moment), isRestricted(table)];
      if (!expired || !restricted) continue;
      const { rows } = await sql<{ rows: number }>`
        select count(*) as rows from ${sql.table(table.table)}
         where ${sql.raw(expired)} and ${sql.raw(restricted)}`.execute(tx);
      sum += rows[0]?.rows ?? 0;
    }
    return sum;
  });
}
