import { hoursTurnAt, standOf } from "@terskel/edge-decision";
import { standingAt } from "../administration.ts";
import type { Caller } from "../administration.ts";
import { longestKeptLockedDays } from "../api/unlocking.ts";
import { queueLists } from "../lists-changed.ts";
import { problem } from "../problems.ts";
import { note } from "../runtime/notes.ts";
import type { Tx } from "../tx.ts";
import { compileStands } from "./stand.ts";

const dayMs = 24 * 3_600_000;
const longestMs = longestKeptLockedDays * dayMs;

/**
 * Puts a door's unlock schedule aside until `until`; left out, for the rest of the day. Again it is as once.
 * @throws Problem `not-found` unless the caller administers the door; `no-unlock-schedule`; `kept-locked-time`
 */
export async function keepLocked(
  tx: Tx,
  organisation: string,
  caller: Caller,
  door: string,
  until: Date | undefined,
  now: Date,
): Promise<void> {
  await standingAt(tx, caller, door);
  const end = until ?? (await endOfDay(tx, door, now));
  const aheadMs = end.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > longestMs) throw problem("kept-locked-time");
  const changed = await setUntil(tx, door, end);
  if (!changed) throw problem("no-unlock-schedule");
  await tellDoor(tx, organisation, door);
}

/** @throws Problem `not-found` unless the caller administers the door */
export async function endKeptLocked(
  tx: Tx,
  organisation: string,
  caller: Caller,
  door: string,
): Promise<void> {
  await standingAt(tx, caller, door);
  if (await setUntil(tx, door, null)) await tellDoor(tx, organisation, door);
}

async function tellDoor(tx: Tx, organisation: string, door: string): Promise<void> {
  await queueLists(tx, organisation);
  await note(tx, "lock", organisation, [door]);
}

/** False where the door has no schedule that could be put aside. */
async function setUntil(tx: Tx, door: string, until: Date | null): Promise<boolean> {
  const changed = await tx
    .updateTable("access.doors")
    .set({ kept_locked_until: until })
    .where("id", "=", door)
    .where("unlock_schedule_id", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return changed !== undefined;
}

/** The next midnight on the wall at the door, and then the end of hours that go on past it. */
async function endOfDay(tx: Tx, door: string, now: Date): Promise<Date> {
  const row = await tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .select(["d.id", "d.unlock_schedule_id", "s.time_zone"])
    .where("d.id", "=", door)
    .executeTakeFirstOrThrow();
  const midnight = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(row.time_zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(row.time_zone).epochMilliseconds;
  const plain = { ...row, lock: "unknown", order_kind: null, order_until: null };
  const list = await compileStands(tx, [plain], now);
  const index = list.doors.get(door)!;
  const isOpenAt = (atMs: number) => standOf(list, index, atMs, -Infinity) === "unlocked";
  if (!isOpenAt(midnight - 1) || !isOpenAt(midnight)) return new Date(midnight);
  // Hours without an end tomorrow either are as well another day's.
  return new Date(hoursTurnAt(list, index, midnight, dayMs) ?? midnight);
}
