import { sql } from "kysely";
import type { Transaction } from "kysely";
import { planned, plannedLocks } from "./planned.ts";
import type { Locked, Planned } from "./planned.ts";
import type { TableErasure } from "./rules.ts";

type Tx = Transaction<unknown>;

/** What `carryOut` would do to this table, and nothing done. */
export async function countErasure(tx: Tx, erasure: TableErasure): Promise<Planned[]> {
  const { table } = erasure;
  const locks = [];
  for (const { law, where, until } of erasure.locks) {
    const { rows } = await sql<Locked>`
      select o.country, count(*) as rows, max(t.until) as until
        from (select organisation_id, ${sql.raw(until)} as until
                from ${sql.table(table)} where ${sql.raw(where)}) t
        join kernel.organisations o on o.id = t.organisation_id
       group by o.country`.execute(tx);
    locks.push(...plannedLocks(table, law, rows));
  }
  const changed = [...erasure.anonymises.map(({ where }) => where), erasure.unlinks ?? "false"];
  return [
    ...locks,
    ...planned(table, "delete", await countRows(tx, table, erasure.deletes ?? "false")),
    ...planned(table, "anonymise", await countRows(tx, table, changed.join(" or "))),
  ];
}

async function countRows(tx: Tx, table: string, where: string): Promise<number> {
  if (where === "false") return 0;
  const { rows } = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(table)} where ${sql.raw(where)}`.execute(tx);
  return rows[0]?.rows ?? 0;
}
