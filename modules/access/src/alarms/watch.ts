import { memberOrNone } from "../members.ts";
import type { Tx } from "../tx.ts";

/** Does the member get word of alarms by e-mail, and where? @throws Problem `not-found` for nobody of the organisation */
export async function readWatch(tx: Tx, member: string) {
  await memberOrNone(tx, member);
  const { email, on } = await tx
    .selectFrom("kernel.memberships as m")
    .leftJoin("access.alarm_letters as l", "l.member_id", "m.id")
    .select(["m.email", "l.member_id as on"])
    .where("m.id", "=", member)
    .executeTakeFirstOrThrow();
  return { on: on !== null, ...(email === null ? {} : { email }) };
}

/** Safe to repeat. */
export async function setWatch(
  tx: Tx,
  organisation: string,
  member: string,
  on: boolean,
): Promise<void> {
  if (on)
    await tx
      .insertInto("access.alarm_letters")
      .values({ organisation_id: organisation, member_id: member })
      .onConflict((conflict) => conflict.column("member_id").doNothing())
      .execute();
  else await tx.deleteFrom("access.alarm_letters").where("member_id", "=", member).execute();
}
