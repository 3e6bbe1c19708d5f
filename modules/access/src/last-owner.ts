import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

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
  const another = await tx
    .selectFrom("access.grants")
    .select("id")
    .where("door_id", "=", door)
    .where("role", "=", "owner")
    .where("id", "<>", grant)
    .where((eb) => eb.or([eb("valid_from", "is", null), eb("valid_from", "<=", now)]))
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", now)]))
    .limit(1)
    .executeTakeFirst();
  if (!another) throw problem("last-owner");
}
