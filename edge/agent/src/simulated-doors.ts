import type { LockState, ReaderCredentialKind } from "@terskel/edge-protocol";
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
  readonly unlockCount: number;
  readonly moveCount: number;
};

export type SimulatedDoors = DoorHardware & {
  all(): SimulatedDoor[];
  /** As a reader does when a credential is held to it. */
  present(door: string, kind: ReaderCredentialKind, number: string): Promise<Verdict>;
  /** A jammed lock rejects what it is told and does not move. */
  jam(door: string, jammed: boolean): void;
};

type Door = {
  listed: ListedDoor;
  lock: "locked" | "unlocked";
  held: boolean;
  unlockCount: number;
  moveCount: number;
  jammed: boolean;
  relock?: NodeJS.Timeout;
};

/**
 * Doors that stand nowhere: the fake of `DoorHardware`, with every output one may ask for. `onChange` is called after each
 * movement of a bolt, and when there are other doors.
 */
export function createSimulatedDoors(onChange: () => void = () => {}): SimulatedDoors {
  const doors = new Map<string, Door>();
  let listener: HardwareListener | undefined;

  const find = (id: string): Door => {
    const door = doors.get(id);
    if (!door) throw new Error("no such door");
    return door;
  };
  const show = ({ listed, lock, held, unlockCount, moveCount }: Door): SimulatedDoor => ({
    id: listed.id,
    name: listed.name,
    output: listed.output,
    lock,
    held,
    unlockCount,
    moveCount,
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
    async present(door, kind, number) {
      if (!listener) throw new Error("the hardware is not started");
      return listener.presented({ door, kind, number });
    },
    jam: (id, jammed) => void (find(id).jammed = jammed),
  };
}

const newDoor = (listed: ListedDoor): Door => ({
  listed,
  lock: "locked",
  held: false,
  unlockCount: 0,
  moveCount: 0,
  jammed: false,
});
