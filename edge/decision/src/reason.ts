/**
 * Why a decision fell as it did. The order is the order in which refusals win when several grants cover a person and
 * none of them holds now: the one that says most about when the door would open comes first. From `unknown-person` on
 * no grant is asked, and the last that applies is said. From `second-person` to `passback` a grant holds, and the door has a rule besides:
 *
 * - `second-person`: the door opens to two people together, and one has come.
 * - `interlock`: another door of the same airlock is unlocked or stands open.
 * - `passback`: they are inside already. Where the area only takes note of that, it is the reason of an opening.
 */
export const DECISION_REASONS = [
  "granted",
  "second-person",
  "interlock",
  "passback",
  "outside-schedule",
  "not-yet-valid",
  "expired",
  "no-grant",
  "unknown-person",
  "lockdown",
  "unknown-door",
] as const;

export type DecisionReason = (typeof DECISION_REASONS)[number];

export type Decision = { readonly allowed: boolean; readonly reason: DecisionReason };

const refused = (reason: DecisionReason): Decision => Object.freeze({ allowed: false, reason });

// Made once and shared: a decision allocates nothing.
export const GRANTED: Decision = Object.freeze({ allowed: true, reason: "granted" });
export const NOTED_PASSBACK: Decision = Object.freeze({ allowed: true, reason: "passback" });
export const SECOND_PERSON = refused("second-person");
export const INTERLOCK = refused("interlock");
export const PASSBACK = refused("passback");
export const OUTSIDE_SCHEDULE = refused("outside-schedule");
export const NOT_YET_VALID = refused("not-yet-valid");
export const EXPIRED = refused("expired");
export const NO_GRANT = refused("no-grant");
export const UNKNOWN_PERSON = refused("unknown-person");
export const LOCKDOWN = refused("lockdown");
export const UNKNOWN_DOOR = refused("unknown-door");
