import { compile, hoursTurnAt, isOpenTo, standOf, type CompiledList } from "@terskel/edge-decision";
import type { Answer } from "@terskel/platform/contract";
import type { myDoors } from "../api/passages.ts";
import type { OrderRow } from "../orders/read.ts";
import { toList } from "../runtime/access-list.ts";
import type { AccessRows } from "../runtime/access-rows.ts";
import { readSchedules } from "../schedules/read.ts";
import type { Tx } from "../tx.ts";

type Door = AccessRows["doors"][number] & {
  readonly lock: string;
  readonly order_kind: OrderRow["kind"] | null;
  readonly order_until: Date | null;
};
export type Unlocking = NonNullable<Answer<typeof myDoors>["items"][number]["unlocking"]>;

const aheadMs = 14 * 24 * 3_600_000;

/**
 * How a door is to stand, by the rule at the door: with what its unlock schedule says, where it has one. Whether the first person has come
 * its lock tells.
 */
export function unlockingOf(
  list: CompiledList,
  { id, lock, kept_locked_until }: Pick<Door, "id" | "lock" | "kept_locked_until">,
  at: Date,
): { readonly isOpen: boolean; readonly unlocking?: Unlocking } {
  const index = list.doors.get(id);
  if (index === undefined) return { isOpen: false };
  const atMs = at.getTime();
  const now = standOf(list, index, atMs, lock === "unlocked" ? atMs : -Infinity);
  const isOpen = isOpenTo(now);
  if (list.unlocks.schedule[index] === 0) return { isOpen };
  const turnsMs = hoursTurnAt(list, index, atMs, aheadMs);
  const turns = turnsMs === undefined ? undefined : new Date(turnsMs);
  const until = now === "kept-locked" ? kept_locked_until : turns;
  const isOrdered = now === "evacuated" || now === "locked-down";
  return {
    isOpen,
    unlocking: { now, ...(until && !isOrdered ? { until: until.toISOString() } : {}) },
  };
}

/** What these doors' orders and unlock schedules come to, without anybody's access. */
export async function compileStands(
  tx: Tx,
  doors: readonly Door[],
  at: Date,
): Promise<CompiledList> {
  const year = at.getUTCFullYear();
  const named = doors.flatMap(({ unlock_schedule_id }) => unlock_schedule_id ?? []);
  const orders = doors.flatMap(({ id, order_kind, order_until }) =>
    order_kind && order_until ? [{ door_id: id, kind: order_kind, until: order_until }] : [],
  );
  const schedules = await readSchedules(tx, [...new Set(named)], year);
  const nobody = { grants: [], belonging: [], credentials: [], members: [] };
  return compile(toList({ doors, schedules, year, orders, ...nobody }));
}
