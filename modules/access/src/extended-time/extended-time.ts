import { sql } from "kysely";
import { queueLists } from "../lists-changed.ts";
import { memberOrNone } from "../members.ts";
import type { Tx } from "../tx.ts";

/** Do the doors stay unlocked for longer for the member? @throws Problem `not-found` for nobody of the organisation */
export async function hasExtendedTime(tx: Tx, member: string): Promise<boolean> {
  await memberOrNone(tx, member);
  const found = await tx
    .selectFrom("access.extended_times")
    .select("member_id")
    .where("member_id", "=", member)
    .executeTakeFirst();
  return found !== undefined;
}

/** Safe to repeat; the doors hear of it with their next list. @throws Problem `not-found` for nobody of the organisation */
export async function setExtendedTime(
  tx: Tx,
  organisation: string,
  member: string,
  on: boolean,
): Promise<void> {
  if ((await hasExtendedTime(tx, member)) === on) return;
  if (on)
    await tx
      .insertInto("access.extended_times")
      .values({ organisation_id: organisation, member_id: member })
      .onConflict((conflict) => conflict.column("member_id").doNothing())
      .execute();
  else await tx.deleteFrom("access.extended_times").where("member_id", "=", member).execute();
  await queueLists(tx, organisation);
}

/** For how many seconds the door `d` is unlocked for the member. */
export const secondsFor = (member: string) => sql<number>`
  case when exists (select from access.extended_times x where x.member_id = ${member}::uuid)
       then greatest(d.open_seconds, d.extended_open_seconds) else d.open_seconds end`;
