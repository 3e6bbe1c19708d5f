import { administeredDoors } from "../administration.ts";
import type { Caller } from "../administration.ts";
import type { ByName } from "../place-in-list.ts";
import { readBelonging, selectHeldDoors } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";

/** The doors with a keypad that the caller has access to or administers. */
export async function selectKeypadDoors(tx: Tx, caller: Caller, now: Date) {
  const { member } = caller;
  const held = selectHeldDoors(tx, member, await readBelonging(tx, member), now);
  return tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .select(["d.id", "d.name", "s.time_zone", "s.name as site_name"])
    .where("d.keypad", "=", true)
    .where((eb) => eb.or([eb("d.id", "in", held), eb("d.id", "in", administeredDoors(caller))]));
}

/** By name. */
export async function listKeypadDoors(
  tx: Tx,
  caller: Caller,
  now: Date,
  limit: number,
  after: ByName,
) {
  let query = (await selectKeypadDoors(tx, caller, now)).orderBy("d.name").orderBy("d.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("d.name", "d.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}
