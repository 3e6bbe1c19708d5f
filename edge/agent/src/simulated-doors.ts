import type { LockState, ReaderCredentialKind } from "@terskel/edge-protocol";
import type { DoorHardware, HardwareListener, Verdict } from "./hardware.ts";

/** `unlockCount`: how many times the lock was told to unlock and did. `moveCount`: how many times the bolt moved. */
export type SimulatedDoor = {
  readonly id: string;
  readonly lock: LockState;
  readonly unlockCount: number;
  readonly moveCount: number;
};

export type SimulatedDoors = DoorHardware & {
  all(): SimulatedDoor[];
  /** As a reader does when a credential is held to it. */
  present(door: string, kind: ReaderCredentialKind, number: string): Promise<Verdict>;
  /** A jammed lock rejects `unlock` and does not move. */
  jam(door: string, jammed: boolean): void;
};

type Door = {
  id: string;
  lock: "locked" | "unlocked";
  unlockCount: number;
  moveCount: number;
  jammed: boolean;
  relock?: NodeJS.Timeout;
};

/** Doors that stand nowhere: the fake of `DoorHardware`. `onMove` is called after each movement of a bolt. */
export function createSimulatedDoors(
  ids: readonly string[],
  onMove: (door: SimulatedDoor) => void = () => {},
): SimulatedDoors {
  const doors = new Map<string, Door>(
    ids.map((id) => [id, { id, lock: "locked", unlockCount: 0, moveCount: 0, jammed: false }]),
  );
  let listener: HardwareListener | undefined;

  const find = (id: string): Door => {
    const door = doors.get(id);
    if (!door) throw new Error("no such door");
    return door;
  };
  const show = ({ id, lock, unlockCount, moveCount }: Door): SimulatedDoor => ({
    id,
    lock,
    unlockCount,
    moveCount,
  });
  const move = (door: Door, lock: Door["lock"]): void => {
    if (door.lock === lock) return;
    door.lock = lock;
    door.moveCount += 1;
    listener?.lockMoved(door.id, lock);
    onMove(show(door));
  };

  return {
    start: (each) => (listener = each),
    async unlock(id, seconds) {
      const door = find(id);
      if (door.jammed) throw new Error("the lock is jammed");
      clearTimeout(door.relock);
      door.relock = setTimeout(() => move(door, "locked"), seconds * 1000);
      door.unlockCount += 1;
      move(door, "unlocked");
    },
    lockState: (id) => doors.get(id)?.lock ?? "unknown",
    stop() {
      for (const door of doors.values()) {
        clearTimeout(door.relock);
        move(door, "locked");
      }
      listener = undefined;
    },
    all: () => [...doors.values()].map(show),
    async present(door, kind, number) {
      if (!listener) throw new Error("the hardware is not started");
      return listener.presented({ door, kind, number });
    },
    jam: (id, jammed) => void (find(id).jammed = jammed),
  };
}
