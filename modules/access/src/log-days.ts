import { sql } from "kysely";
import { standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import { usualLogDays } from "./api/log.ts";
import type { Tx } from "./tx.ts";

/** How many days the log of a new door is kept, by what kind of organisation it is. */
export const logDaysOfNew = (organisation: string) => sql<number>`
  (select case o.kind when 'housing' then ${usualLogDays.homes}::integer
                      else ${usualLogDays.workplaces}::integer end
     from kernel.organisations o where o.id = ${organisation}::uuid)`;

/**
 * In force at once, backwards as well: row-level security hides what is past the new time, and the job
 * access.restamp-log, which the database queues with the change, removes it.
 * @throws Problem `not-found` unless the caller administers the door
 */
export async function setLogDays(
  tx: Tx,
  caller: Caller,
  door: string,
  logDays: number,
): Promise<void> {
  await standingAt(tx, caller, door);
  await tx
    .updateTable("access.doors")
    .set({ log_days: logDays })
    .where("id", "=", door)
    .where("log_days", "<>", logDays)
    .execute();
}
