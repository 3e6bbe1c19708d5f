import { randomUUID } from "node:crypto";
import { LEAF_ALARM_KINDS, type Alarm, type LeafAlarmKind } from "@terskel/edge-protocol";
import type { DoorHardware } from "./hardware.ts";
import type { Journal } from "./journal.ts";
import type { ListedDoor } from "./list-in-force.ts";
import type { Log } from "./log.ts";
import { review, see, unwatched, warns, type Seen, type Watched } from "./open-door.ts";

export type Watching = {
  /** Something was seen of a door. */
  readonly saw: (door: string, seen: Seen) => void;
  /** What time brings, and another list. To be called when there is one, and every now and then. */
  readonly review: () => void;
};

type Parts = {
  readonly hardware: Pick<DoorHardware, "lockState" | "position" | "warn">;
  readonly journal: Pick<Journal, "alarm" | "standing">;
  /** There may be something new in the journal. */
  readonly pump: () => void;
  readonly doors: () => ReadonlyMap<string, ListedDoor> | undefined;
  readonly clock: () => number;
  readonly log: Log;
};

type LeafAlarm = Alarm & { readonly kind: LeafAlarmKind };
const isOfLeaf = (alarm: Alarm): alarm is LeafAlarm =>
  LEAF_ALARM_KINDS.some((kind) => kind === alarm.kind);

/**
 * Watches the doors that have a contact, by `open-door.ts`, and writes down when an alarm begins and ends. An alarm that stood before
 * this start goes on as the same, or has ended.
 */
export function createWatching({ hardware, journal, pump, doors, clock, log }: Parts): Watching {
  const watched = new Map<string, Watched>();
  const warned = new Set<string>();
  const standing = new Map(
    journal
      .standing()
      .filter(isOfLeaf)
      .map((alarm) => [alarm.door, alarm]),
  );
  const at = (): string => new Date(clock()).toISOString();

  const tell = (alarm: Alarm): void => {
    journal.alarm(alarm);
    log("warn", alarm.ended ? "alarm-ended" : "alarm-began", {
      door: alarm.door,
      kind: alarm.kind,
    });
    pump();
  };
  const end = (door: string): void => {
    const alarm = standing.get(door);
    if (!alarm) return;
    standing.delete(door);
    tell({ ...alarm, id: randomUUID(), ended: at() });
  };
  const set = (door: string, now: Watched): void => {
    watched.set(door, now);
    const alarm = standing.get(door);
    if (alarm && alarm.kind !== now.alarm) end(door);
    if (!now.alarm || standing.has(door)) return;
    const id = randomUUID();
    const began: LeafAlarm = { id, alarm: id, door, kind: now.alarm, began: at() };
    standing.set(door, began);
    tell(began);
  };
  const warn = (door: string, warning: boolean): void => {
    if (warned.has(door) === warning) return;
    if (warning) warned.add(door);
    else warned.delete(door);
    hardware.warn(door, warning);
  };

  /** As the hardware says it is at the first look. */
  const begin = (door: string): Watched => {
    const nowMs = clock();
    const lock = see(unwatched, { what: "bolt", lock: hardware.lockState(door) }, nowMs);
    const found = see(lock, { what: "leaf", position: hardware.position(door) }, nowMs);
    // It has stood open since the agent was here last, as far as anybody knows.
    return found.position === "open" ? { ...found, alarm: standing.get(door)?.kind } : found;
  };
  const forget = (door: string): void => {
    watched.delete(door);
    warn(door, false);
    end(door);
  };

  const reviewOne = (door: string, heldAfterSeconds: number): void => {
    const nowMs = clock();
    const now = review(watched.get(door) ?? begin(door), heldAfterSeconds, nowMs);
    set(door, now);
    warn(door, warns(now, heldAfterSeconds, nowMs));
  };

  return {
    saw(door, seen) {
      const heldAfterSeconds = doors()?.get(door)?.heldAfterSeconds;
      if (heldAfterSeconds === undefined) return;
      watched.set(door, see(watched.get(door) ?? begin(door), seen, clock()));
      reviewOne(door, heldAfterSeconds);
    },
    review() {
      const listed = doors();
      // Without a list one does not know which doors these are; what stands is looked at when there is one.
      if (!listed) return;
      for (const door of [...watched.keys(), ...standing.keys()])
        if (listed.get(door)?.heldAfterSeconds === undefined) forget(door);
      for (const { id, heldAfterSeconds } of listed.values())
        if (heldAfterSeconds !== undefined) reviewOne(id, heldAfterSeconds);
    },
  };
}
