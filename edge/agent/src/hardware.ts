import type {
  AccessPoint,
  DoorPosition,
  LockState,
  Outcome,
  ReaderCredentialKind,
  ReasonCode,
} from "@terskel/edge-protocol";
import type { ListedDoor } from "./list-in-force.ts";

/** What came of one attempt to pass: what the reader shows, the ack says and the passage records. */
export type Verdict = { readonly outcome: Outcome; readonly reason: ReasonCode };

/** A credential held to a door's reader, or typed at its keypad: then `pin`, whatever it turns out to be. `number` as the reader gives it; never stored, never logged. */
export type Presented = {
  readonly door: string;
  readonly kind: ReaderCredentialKind;
  readonly number: string;
  /** At which of the door's readers. */
  readonly at: AccessPoint;
};

/** What the hardware tells the agent. `presented` resolves when the lock has moved or stays shut; it never rejects. */
export type HardwareListener = {
  presented(credential: Presented): Promise<Verdict>;
  lockMoved(door: string, lock: LockState): void;
  /** The door was opened or closed; told by a door with a contact only. */
  leafMoved(door: string, position: DoorPosition): void;
  /** Somebody uses the handle or the button inside. This tells, and never asks: the way out is no software's to refuse. */
  exitUsed(door: string): void;
};

/**
 * The locks, readers and contacts of one controller: OSDP, UHPPOTE, or simulated. The end of the world: everything behind this
 * interface may be faked in a test, nothing before it.
 */
export interface DoorHardware {
  /**
   * The doors of the list in force, each with the output that its lock is wired to: told before `start`, and again when
   * another list came into force. What is not among them any more has to be locked. Does not throw: an output that the
   * hardware does not have is found out by `unlock`.
   */
  setDoors(doors: readonly ListedDoor[]): void;
  start(listener: HardwareListener): void;
  /**
   * Unlocks for so many seconds. The hardware locks again by itself, so that an agent that dies leaves no door open.
   * Resolves when the lock has moved. Rejects when it did not, and then does not move it later; has to settle within
   * two seconds, or the agent takes it for a fault.
   */
  unlock(door: string, seconds: number): Promise<void>;
  /**
   * Unlocks and keeps unlocked until `release`, also when the agent dies meanwhile, and whatever `unlock` is told: whoever is
   * inside has to get out. Resolves when the lock has moved; rejects, and settles in time, as `unlock`. Told twice it is as once.
   */
  hold(door: string): Promise<void>;
  /** Locks what was held, and leaves as it is what was not. Resolves and rejects as `hold`. */
  release(door: string): Promise<void>;
  lockState(door: string): LockState;
  /** Of the door leaf; `unknown` without a contact. */
  position(door: string): DoorPosition;
  /** The door says by sound or light that it ought to be closed, until it is told not to. Does not throw. */
  warn(door: string, warning: boolean): void;
  stop(): void;
}
