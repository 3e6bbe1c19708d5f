import { sql } from "kysely";
import type { Expression } from "kysely";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

/** The grants that make somebody the door's owner now, beside this one. */
export const otherOwners = (
  tx: Tx,
  door: Expression<string>,
  grant: Expression<string>,
  now: Date,
) =>
  tx
    .selectFrom("access.grants as o")
    .select("o.id")
    .where("o.door_id", "=", door)
    .where("o.role", "=", "owner")
    .where("o.id", "<>", grant)
    .where((eb) => eb.or([eb("o.valid_from", "is", null), eb("o.valid_from", "<=", now)]))
    .where((eb) => eb.or([eb("o.valid_until", "is", null), eb("o.valid_until", ">", now)]));

/**
 * Locks the door, so that two owners cannot remove each other at the same moment.
 * @throws Problem `last-owner` unless another grant makes somebody the door's owner now
 */
export async function refuseLastOwner(
  tx: Tx,
  door: string,
  grant: string,
  now: Date,
): Promise<void> {
  await tx.selectFrom("access.doors").select("id").where("id", "=", door).forUpdate().execute();
  const another = await otherOwners(tx, sql.val(door), sql.val(grant), now)
    .limit(1)
    .executeTakeFirst();
  if (!another) throw problem("last-owner");
}
