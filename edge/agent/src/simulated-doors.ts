import type {
  AccessPoint,
  DoorPosition,
  LockState,
  ReaderCredentialKind,
} from "@terskel/edge-protocol";
import type { DoorHardware, HardwareListener, Verdict } from "./hardware.ts";
import type { ListedDoor } from "./list-in-force.ts";

/** `unlockCount`: how many times the lock was told to unlock and did. `moveCount`: how many times the bolt moved. */
export type SimulatedDoor = {
  readonly id: string;
  readonly name: string;
  readonly output: number;
  readonly lock: LockState;
  /** Held unlocked, until it is let go. */
  readonly held: boolean;
  /** Of the leaf; `unknown` where the list says of no contact. */
  readonly position: DoorPosition;
  /** Says by itself that it ought to be closed. */
  readonly warning: boolean;
  readonly keypad: boolean;
  /** It has a reader inside as well. */
  readonly readerInside: boolean;
  readonly unlockCount: number;
  readonly moveCount: number;
};

/**
 * `pull`: open it, if it is not locked. `handle`: open it from inside, which it always lets one do. `force`: open it though it is locked.
 */
export const DOOR_ACTS = ["pull", "handle", "force", "close"] as const;
export type DoorAct = (typeof DOOR_ACTS)[number];

export type SimulatedDoors = DoorHardware & {
  all(): SimulatedDoor[];
  /** As a reader does when a credential is held to it. */
  present(
    door: string,
    kind: ReaderCredentialKind,
    number: string,
    at?: AccessPoint,
  ): Promise<Verdict>;
  /** What somebody does at the door. Does nothing to a door that is open or closed already, or that is locked and pulled. */
  act(door: string, act: DoorAct): void;
  /** A jammed lock rejects what it is told and does not move. */
  jam(door: string, jammed: boolean): void;
};

type Door = {
  listed: ListedDoor;
  lock: "locked" | "unlocked";
  held: boolean;
  isOpen: boolean;
  warning: boolean;
  unlockCount: number;
  moveCount: number;
  jammed: boolean;
  relock?: NodeJS.Timeout;
};

/**
 * Doors that stand nowhere: the fake of `DoorHardware`, with every output one may ask for. `onChange` is called after each
 * movement of a bolt or a leaf, and when there are other doors.
 */
export function createSimulatedDoors(onChange: () => void = () => {}): SimulatedDoors {
  const doors = new Map<string, Door>();
  let listener: HardwareListener | undefined;

  const find = (id: string): Door => {
    const door = doors.get(id);
    if (!door) throw new Error("no such door");
    return door;
  };
  const show = (door: Door): SimulatedDoor => ({
    id: door.listed.id,
    name: door.listed.name,
    output: door.listed.output,
    lock: door.lock,
    held: door.held,
    position: positionOf(door),
    warning: door.warning,
    keypad: door.listed.keypad ?? false,
    readerInside: door.listed.readerInside ?? false,
    unlockCount: door.unlockCount,
    moveCount: door.moveCount,
  });
  const obeying = (id: string): Door => {
    const door = find(id);
    if (door.jammed) throw new Error("the lock is jammed");
    clearTimeout(door.relock);
    return door;
  };
  const move = (door: Door, lock: Door["lock"]): void => {
    if (door.lock === lock) return;
    door.lock = lock;
    door.moveCount += 1;
    listener?.lockMoved(door.listed.id, lock);
    onChange();
  };

  const swing = (door: Door, isOpen: boolean): void => {
    if (door.isOpen === isOpen) return;
    door.isOpen = isOpen;
    const position = positionOf(door);
    if (position !== "unknown") listener?.leafMoved(door.listed.id, position);
    onChange();
  };

  return {
    setDoors(listed) {
      const ids = new Set(listed.map((each) => each.id));
      for (const [id, door] of doors) {
        if (ids.has(id)) continue;
        clearTimeout(door.relock);
        doors.delete(id);
      }
      for (const each of listed) {
        const known = doors.get(each.id);
        if (known) known.listed = each;
        else doors.set(each.id, newDoor(each));
      }
      onChange();
    },
    start: (each) => (listener = each),
    async unlock(id, seconds) {
      const door = obeying(id);
      if (!door.held) door.relock = setTimeout(() => move(door, "locked"), seconds * 1000);
      door.unlockCount += 1;
      move(door, "unlocked");
    },
    async hold(id) {
      const door = obeying(id);
      door.held = true;
      move(door, "unlocked");
    },
    async release(id) {
      const door = find(id);
      if (!door.held) return;
      obeying(id).held = false;
      move(door, "locked");
    },
    lockState: (id) => doors.get(id)?.lock ?? "unknown",
    stop() {
      for (const door of doors.values()) {
        clearTimeout(door.relock);
        // What is held is held on without the agent.
        if (!door.held) move(door, "locked");
      }
      listener = undefined;
    },
    all: () => [...doors.values()].map(show).toSorted((a, b) => a.output - b.output),
    async present(door, kind, number, at = "in") {
      if (!listener) throw new Error("the hardware is not started");
      return listener.presented({ door, kind, number, at });
    },
    position: (id) => {
      const door = doors.get(id);
      return door ? positionOf(door) : "unknown";
    },
    warn(id, warning) {
      const door = doors.get(id);
      if (!door) return;
      door.warning = warning;
      onChange();
    },
    act(id, act) {
      const door = find(id);
      if (act === "close") return swing(door, false);
      if (act === "pull" && door.lock !== "unlocked") return;
      if (act === "handle") listener?.exitUsed(id);
      swing(door, true);
    },
    jam: (id, jammed) => void (find(id).jammed = jammed),
  };
}

const positionOf = ({ listed, isOpen }: Door): DoorPosition =>
  listed.heldAfterSeconds === undefined ? "unknown" : isOpen ? "open" : "closed";

const newDoor = (listed: ListedDoor): Door => ({
  listed,
  lock: "locked",
  held: false,
  isOpen: false,
  warning: false,
  unlockCount: 0,
  moveCount: 0,
  jammed: false,
});
