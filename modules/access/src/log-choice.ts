import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import { longestWithoutReason, usualLogDays } from "./api/log.ts";
import type { LogMode, LogPurpose } from "./api/log.ts";
import { queueLists } from "./lists-changed.ts";
import { problem } from "./problems.ts";
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
  readonly logReason?: string | undefined;
};

/**
 * In force at once, backwards as well: row-level security hides what is not to be there, and the job
 * access.restamp-log, which the database queues with the change, removes it. The door hears of it with its next list.
 * @throws Problem `not-found` unless the caller administers the door, `log-reason-missing` for more than a year without one
 */
export async function setDoorLog(
  tx: Tx,
  organisation: string,
  caller: Caller,
  door: string,
  change: LogChange,
): Promise<void> {
  await standingAt(tx, caller, door);
  const now = await tx
    .selectFrom("access.doors")
    .select(["log_days", "log_mode", "log_purpose", "log_reason"])
    .where("id", "=", door)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const log_days = change.logDays ?? now.log_days;
  const log_reason = log_days > longestWithoutReason ? (change.logReason ?? now.log_reason) : null;
  if (log_days > longestWithoutReason && log_reason === null) throw problem("log-reason-missing");
  const chosen = {
    log_days,
    log_mode: change.logMode ?? now.log_mode,
    log_purpose: change.logPurpose ?? now.log_purpose,
    log_reason,
  };
  if (isDeepStrictEqual(chosen, now)) return;
  await tx.updateTable("access.doors").set(chosen).where("id", "=", door).execute();
  await queueLists(tx, organisation);
}
