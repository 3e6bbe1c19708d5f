import { problem as common } from "@terskel/platform/problems";
import { standingAt } from "../administration.ts";
import type { Caller } from "../administration.ts";
import { note } from "../runtime/notes.ts";
import type { Tx } from "../tx.ts";

type Which = { readonly door: string; readonly alarm: string };

/**
 * Writes down who sees to an alarm, and that somebody does. Acknowledged already, it stays with who was first.
 * @throws Problem `not-found` for an alarm at no door that the caller administers
 */
export async function acknowledge(
  tx: Tx,
  organisation: string,
  caller: Caller,
  { door, alarm }: Which,
  now: Date,
): Promise<void> {
  await standingAt(tx, caller, door);
  const found = await tx
    .selectFrom("access.door_alarms")
    .select("acknowledged_at")
    .where("door_id", "=", door)
    .where("id", "=", alarm)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no such alarm at the door" });
  if (found.acknowledged_at) return;
  await tx
    .updateTable("access.door_alarms")
    .set({ acknowledged_at: now })
    .where("door_id", "=", door)
    .where("id", "=", alarm)
    .execute();
  await tx
    .insertInto("access.alarm_acknowledgements")
    .values({
      alarm_id: alarm,
      organisation_id: organisation,
      door_id: door,
      acknowledged_by: caller.member,
      acknowledged_at: now,
    })
    .execute();
  await note(tx, "alarm", organisation, [door]);
}
