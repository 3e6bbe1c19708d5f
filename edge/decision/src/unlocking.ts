import type { CompiledDoors, DoorsWithoutRows } from "./compile.ts";
import { QUARTER_MS } from "./hours.ts";
import { isEvacuated, isLockedDown } from "./orders.ts";
import { isWithin } from "./schedules.ts";

/**
 * By what schedule each door stands unlocked: 0 for none, `n` is `schedules[n - 1]`. `keptLockedUntilMs`: until when the schedule is put
 * aside, in milliseconds since 1970 UTC; `-Infinity` where it is not.
 */
export type CompiledUnlocks = {
  readonly schedule: Uint32Array;
  readonly firstPerson: Uint8Array;
  readonly keptLockedUntilMs: Float64Array;
};

/** @throws RangeError for a schedule that is not given, or an end that is no instant */
export function layOutUnlocks({
  doors,
  schedules = [],
}: Pick<DoorsWithoutRows, "doors" | "schedules">): CompiledUnlocks {
  return {
    schedule: Uint32Array.from(doors, ({ unlock }) => {
      if (!unlock) return 0;
      if (Number.isInteger(unlock.schedule) && schedules[unlock.schedule - 1])
        return unlock.schedule;
      throw new RangeError(
        `a door is to unlock by schedule ${unlock.schedule}, which is not given`,
      );
    }),
    firstPerson: Uint8Array.from(doors, ({ unlock }) => Number(unlock?.firstPerson ?? false)),
    keptLockedUntilMs: Float64Array.from(doors, ({ unlock }) => endMs(unlock?.keptLockedUntil)),
  };
}

function endMs(until: string | undefined): number {
  if (until === undefined) return -Infinity;
  const atMs = Date.parse(until);
  if (Number.isNaN(atMs))
    throw new RangeError("until when a door is kept locked is not an ISO 8601 instant");
  return atMs;
}

/**
 * How a door is to stand when nobody opens it, the first that applies. All but `evacuated` and `unlocked` are locked: `locked-down`,
 * nobody is let in; `kept-locked`, the schedule is put aside; `waiting`, for the first person of these hours.
 */
const STANDS = [
  "evacuated",
  "locked-down",
  "kept-locked",
  "unlocked",
  "waiting",
  "locked",
] as const;
export type Stand = (typeof STANDS)[number];

/**
 * `doorIndex` as `list.doors.get(id)`. `openedMs`: when somebody with access last opened it at its reader; `-Infinity`: never.
 * By an instant that is not a number no schedule unlocks.
 */
export function standOf(
  list: CompiledDoors,
  doorIndex: number,
  atMs: number,
  openedMs: number,
): Stand {
  if (isEvacuated(list, doorIndex, atMs)) return "evacuated";
  if (isLockedDown(list, doorIndex, atMs)) return "locked-down";
  const schedule = list.unlocks.schedule[doorIndex]!;
  if (schedule === 0) return "locked";
  if (atMs < list.unlocks.keptLockedUntilMs[doorIndex]!) return "kept-locked";
  if (!isWithin(list.schedules, schedule, atMs)) return "locked";
  const waits = list.unlocks.firstPerson[doorIndex] === 1;
  return waits && !cameInThese(list, schedule, atMs, openedMs) ? "waiting" : "unlocked";
}

/** Is a lock that stands so to be held open? */
export const isOpenTo = (stand: Stand): boolean => stand === "evacuated" || stand === "unlocked";

/** Does every quarter of an hour from the opening until now lie in the schedule's hours? */
function cameInThese(
  { schedules }: CompiledDoors,
  schedule: number,
  atMs: number,
  openedMs: number,
): boolean {
  const opened = Math.floor(openedMs / QUARTER_MS);
  let quarter = Math.floor(atMs / QUARTER_MS);
  if (!(opened <= quarter)) return false;
  // Backwards, so that an opening of long ago costs no more than these hours have quarters.
  while (quarter >= opened && isWithin(schedules, schedule, quarter * QUARTER_MS)) quarter -= 1;
  return quarter < opened;
}

/**
 * When the hours by which the door unlocks end, or begin where they are not now: within `aheadMs`, else undefined. By a quarter of an
 * hour, as schedules go.
 */
export function hoursTurnAt(
  { schedules, unlocks }: CompiledDoors,
  doorIndex: number,
  atMs: number,
  aheadMs: number,
): number | undefined {
  const schedule = unlocks.schedule[doorIndex]!;
  if (schedule === 0) return undefined;
  const now = isWithin(schedules, schedule, atMs);
  const next = (Math.floor(atMs / QUARTER_MS) + 1) * QUARTER_MS;
  for (let at = next; at <= atMs + aheadMs; at += QUARTER_MS)
    if (isWithin(schedules, schedule, at) !== now) return at;
  return undefined;
}
