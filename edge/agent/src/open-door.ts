import type { LeafAlarmKind, DoorPosition, LockState } from "@terskel/edge-protocol";

/** A door as one watches it. All times are milliseconds since 1970 UTC. */
export type Watched = {
  readonly position: DoorPosition;
  readonly lock: LockState;
  /** It may be opened until then though it is locked. */
  readonly excusedUntilMs: number;
  /** From then on counts how long it stands open. */
  readonly openSinceMs: number;
  readonly alarm: LeafAlarmKind | undefined;
};

export type Seen =
  | { readonly what: "leaf"; readonly position: DoorPosition }
  | { readonly what: "bolt"; readonly lock: LockState }
  /** Somebody used the handle inside. */
  | { readonly what: "exit" };

/** Who has pulled the door as the lock locks again has not forced it. */
const RELOCKED_MS = 2_000;
/** So long somebody takes from the handle to the open door. */
const EXIT_MS = 10_000;
/** So long before the alarm the door says by itself that it ought to be closed. */
const WARNED_MS = 10_000;

const NEVER = -Infinity;

export const unwatched: Watched = {
  position: "unknown",
  lock: "unknown",
  excusedUntilMs: NEVER,
  openSinceMs: 0,
  alarm: undefined,
};

/**
 * What becomes of a door by what was seen of it. Opened while it is locked, with nobody at the handle inside, it is forced. One that
 * was not known to be closed is not, nor one whose lock does not say how it is: what is not known is no alarm.
 */
export function see(door: Watched, seen: Seen, nowMs: number): Watched {
  switch (seen.what) {
    case "bolt": {
      const relocked = door.lock === "unlocked" && seen.lock !== "unlocked";
      const excusedUntilMs = relocked
        ? Math.max(door.excusedUntilMs, nowMs + RELOCKED_MS)
        : door.excusedUntilMs;
      return { ...door, lock: seen.lock, excusedUntilMs, ...(relocked && { openSinceMs: nowMs }) };
    }
    case "exit":
      return { ...door, excusedUntilMs: nowMs + EXIT_MS };
    case "leaf": {
      const { position } = seen;
      if (position === door.position) return door;
      // An excuse is for one opening.
      if (position !== "open")
        return { ...door, position, alarm: undefined, excusedUntilMs: NEVER };
      const forced =
        door.position === "closed" && door.lock === "locked" && !(nowMs <= door.excusedUntilMs);
      return { ...door, position, openSinceMs: nowMs, alarm: forced ? "forced" : undefined };
    }
  }
}

/**
 * What becomes of it as time passes: open for `heldAfterSeconds` since it was opened, or since the lock locked again, it is held. As long as
 * the lock stands unlocked, at an evacuation too, it may stand open.
 */
export function review(door: Watched, heldAfterSeconds: number, nowMs: number): Watched {
  if (door.position !== "open" || door.alarm) return door;
  // A clock that was set back starts the count anew.
  if (door.lock === "unlocked" || nowMs < door.openSinceMs) return { ...door, openSinceMs: nowMs };
  return nowMs - door.openSinceMs >= heldAfterSeconds * 1000 ? { ...door, alarm: "held" } : door;
}

/** Should the door itself say now that it ought to be closed? From a while before the alarm until it is closed. */
export function warns(door: Watched, heldAfterSeconds: number, nowMs: number): boolean {
  if (door.position !== "open" || door.lock === "unlocked") return false;
  if (door.alarm) return door.alarm === "held";
  const heldAfterMs = heldAfterSeconds * 1000;
  return nowMs - door.openSinceMs >= heldAfterMs - Math.min(WARNED_MS, heldAfterMs / 2);
}
