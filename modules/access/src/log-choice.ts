import { sql } from "kysely";
import { standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import { usualLogDays } from "./api/log.ts";
import type { LogMode, LogPurpose } from "./api/log.ts";
import { queueLists } from "./lists-changed.ts";
import type { Tx } from "./tx.ts";

/** How many days the log of a new door is kept, by what kind of organisation it is. */
export const logDaysOfNew = (organisation: string) => sql<number>`
  (select case o.kind when 'housing' then ${usualLogDays.homes}::integer
                      else ${usualLogDays.workplaces}::integer end
     from kernel.organisations o where o.id = ${organisation}::uuid)`;

export type LogChange = {
  readonly logDays?: number | undefined;
  readonly logMode?: LogMode | undefined;
  readonly logPurpose?: LogPurpose | undefined;
};

/**
 * In force at once, backwards as well: row-level security hides what is not to be there, and the job
 * access.restamp-log, which the database queues with the change, removes it. The door hears of it with its next list.
 * @throws Problem `not-found` unless the caller administers the door
 */
export async function setDoorLog(
  tx: Tx,
  organisation: string,
  caller: Caller,
  door: string,
  change: LogChange,
): Promise<void> {
  await standingAt(tx, caller, door);
  const { log_days, log_mode, log_purpose } = await tx
    .selectFrom("access.doors")
    .select(["log_days", "log_mode", "log_purpose"])
    .where("id", "=", door)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { logDays = log_days, logMode = log_mode, logPurpose = log_purpose } = change;
  if (logDays === log_days && logMode === log_mode && logPurpose === log_purpose) return;
  await tx
    .updateTable("access.doors")
    .set({ log_days: logDays, log_mode: logMode, log_purpose: logPurpose })
    .where("id", "=", door)
    .execute();
  await queueLists(tx, organisation);
}
