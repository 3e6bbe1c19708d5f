import { sql } from "kysely";
import type { Expression, SqlBool } from "kysely";
import { problem } from "./problems.ts";
import { anyOf } from "./runtime/access-rows.ts";
import type { Tx } from "./tx.ts";

/** Does each door that the grant opens have an owner now by another one? */
export const othersOwn = (grant: Expression<string>, now: Date) => sql<SqlBool>`not exists (
  select from access.door_grants g
   where g.id = ${grant} and g.lease_id is null and not exists (
     select from access.door_grants o
      where o.door_id = g.door_id and o.role = 'owner' and o.id <> g.id
        and (o.valid_from is null or o.valid_from <= ${now})
        and (o.valid_until is null or o.valid_until > ${now})))`;

/**
 * Locks its doors, so that two owners cannot remove each other at the same moment.
 * @throws Problem `last-owner` unless other grants make somebody owner, now, of each door that the grant opens
 */
export async function refuseLastOwner(tx: Tx, grant: string, now: Date): Promise<void> {
  const opened = await tx
    .selectFrom("access.door_grants")
    .select("door_id")
    .where("id", "=", grant)
    .execute();
  await tx
    .selectFrom("access.doors")
    .select("id")
    .where("id", "=", anyOf(opened.map(({ door_id }) => door_id)))
    .orderBy("id")
    .forUpdate()
    .execute();
  const { rows } = await sql<{ owned: boolean }>`
    select ${othersOwn(sql`${grant}::uuid`, now)} as owned`.execute(tx);
  if (!rows[0]?.owned) throw problem("last-owner");
}
