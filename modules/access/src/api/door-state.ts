import { z } from "zod";

/** What a door is said to be, the first that applies. */
export const DOOR_STATES = [
  "offline",
  "forced",
  "held",
  "open",
  "unlocked",
  "locked",
  "unknown",
] as const;
export type DoorState = (typeof DOOR_STATES)[number];
export const doorState = z.enum(DOOR_STATES);

/** Of the door leaf; unknown at a door that has no contact. */
export const doorPosition = z.enum(["unknown", "open", "closed"]);
/** Stand while the door does. `forced`: opened while it was locked. `held`: open for longer than it may stand open. */
export const standingAlarm = z.enum(["forced", "held"]);
/** Those, and what is over as it happens. `pin-guessed`: its keypad was closed. `duress`: somebody was made to open it. */
export const alarmKind = z.enum([...standingAlarm.options, "pin-guessed", "duress"]);

/** Of what a door's state is made. */
export type DoorFacts = {
  /** Absent where no controller runs it: then nobody knows anything. */
  readonly controller?: unknown;
  readonly online: boolean;
  readonly lock: "unknown" | "locked" | "unlocked";
  readonly position: z.output<typeof doorPosition>;
  /** The alarm that stands. */
  readonly alarm?: z.output<typeof standingAlarm> | undefined;
};

/** A door's state, in the cloud and on the page alike. */
export function stateOf({ controller, online, lock, position, alarm }: DoorFacts): DoorState {
  if (!controller) return "unknown";
  if (!online) return "offline";
  return alarm ?? (position === "open" ? "open" : lock);
}
