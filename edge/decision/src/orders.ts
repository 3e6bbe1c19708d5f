import type { CompiledDoors, DoorsWithoutRows } from "./compile.ts";

/**
 * Until when each door is under an order, in milliseconds since 1970 UTC; `NONE` where it is under no order of
 * the kind. A door has one order at most, so one of the two is `NONE`.
 */
export type CompiledOrders = {
  readonly lockdownUntilMs: Float64Array;
  readonly evacuationUntilMs: Float64Array;
};

const NONE = -Infinity;

/** @throws RangeError for an end that is no instant */
export function layOutOrders({ doors }: Pick<DoorsWithoutRows, "doors">): CompiledOrders {
  const untilMs = (kind: "lockdown" | "evacuation") =>
    Float64Array.from(doors, ({ order }) => (order?.kind === kind ? endMs(order.until) : NONE));
  return { lockdownUntilMs: untilMs("lockdown"), evacuationUntilMs: untilMs("evacuation") };
}

function endMs(until: string): number {
  const atMs = Date.parse(until);
  if (Number.isNaN(atMs)) throw new RangeError("an order's end is not an ISO 8601 instant");
  return atMs;
}

/**
 * Is nobody to be let in at this door now? `doorIndex` as `list.doors.get(id)`. By an instant that is not a number it
 * holds still: a clock that gives no time opens no door.
 */
export function isLockedDown({ orders }: CompiledDoors, doorIndex: number, atMs: number): boolean {
  return holds(orders.lockdownUntilMs[doorIndex]!, atMs);
}

/**
 * Does this door stand unlocked now, for whoever is inside or comes to help? By an instant that is not a number it does
 * still: life goes before property.
 */
export function isEvacuated({ orders }: CompiledDoors, doorIndex: number, atMs: number): boolean {
  return holds(orders.evacuationUntilMs[doorIndex]!, atMs);
}

// Written so that NaN holds.
const holds = (untilMs: number, atMs: number): boolean => untilMs !== NONE && !(atMs >= untilMs);
