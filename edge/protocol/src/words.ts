import { DECISION_REASONS } from "@terskel/edge-decision";
import { z } from "zod";

/** Stands in every topic and in `hello`: two ends that speak different versions do not meet. See the README. */
export const PROTOCOL_VERSION = 5;

/**
 * Why a door opened or stayed shut. What the decision says, and what only the door or the cloud can know:
 *
 * - `unknown-credential`: no credential of the list in force has this hash.
 * - `pass-invalid`: not a phone pass, or not written with this organisation's key.
 * - `pass-expired`: a phone pass of another time, or one of the two clocks is wrong.
 * - `pass-replayed`: this controller has opened to the same code before.
 * - `pin-wrong`: what was typed is no PIN and no code of the list in force.
 * - `keypad-closed`: so much that is wrong was typed at this door that its keypad takes nothing for a while.
 * - `code-used`: a code for one use, to which this controller has opened before.
 * - `no-access-list`: the controller has never had a valid access list.
 * - `list-too-old`: the controller has not heard from the cloud for longer than the door decides alone.
 * - `command-expired`, `command-replayed`: the command came too late, or a second time.
 * - `command-lives-too-long`: it would hold for more than a minute yet, or the controller's clock is that far behind.
 * - `hardware-fault`: the lock did not answer or did not move.
 * - `storage-fault`: the disk could not be read to see whether the command had been carried out before.
 * - `no-answer`: said by the cloud alone, when the door did not answer in time.
 */
export const REASON_CODES = [
  ...DECISION_REASONS,
  "unknown-credential",
  "pass-invalid",
  "pass-expired",
  "pass-replayed",
  "pin-wrong",
  "keypad-closed",
  "code-used",
  "no-access-list",
  "list-too-old",
  "command-expired",
  "command-replayed",
  "command-lives-too-long",
  "hardware-fault",
  "storage-fault",
  "no-answer",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export const CREDENTIAL_KINDS = [
  "remote",
  "card",
  "fob",
  "pin",
  "phone-pass",
  "code",
  "none",
] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** What can be held to or typed at a reader: everything but an opening from the portal and one without credential. */
export const READER_CREDENTIAL_KINDS = ["card", "fob", "pin", "phone-pass", "code"] as const;
export type ReaderCredentialKind = (typeof READER_CREDENTIAL_KINDS)[number];

/** At which of a door's readers: the one outside, where one comes in, or the one inside. */
export const ACCESS_POINTS = ["in", "out"] as const;
export type AccessPoint = (typeof ACCESS_POINTS)[number];

export const OUTCOMES = ["opened", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const LOCK_STATES = ["unknown", "locked", "unlocked"] as const;
export type LockState = (typeof LOCK_STATES)[number];

/** Of the door leaf, by its contact; a door without one is `unknown`. */
export const DOOR_POSITIONS = ["unknown", "open", "closed"] as const;
export type DoorPosition = (typeof DOOR_POSITIONS)[number];

/** Of the leaf, and stand until it is closed. `forced`: opened while it was locked. `held`: open for longer than it may be. */
export const LEAF_ALARM_KINDS = ["forced", "held"] as const;
export type LeafAlarmKind = (typeof LEAF_ALARM_KINDS)[number];
/**
 * Those, and what is over as it happens. `pin-guessed`: the door's keypad was closed for what was typed at it. `duress`:
 * somebody typed the PIN that says that they are made to.
 */
export const ALARM_KINDS = [...LEAF_ALARM_KINDS, "pin-guessed", "duress"] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** Lower case only: ids are compared as text, and one id must have one spelling. */
export const id = z.uuid().lowercase();

/** An instant in UTC, ISO 8601 with Z, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime();

export const reasonCode = z.enum(REASON_CODES);
export const credentialKind = z.enum(CREDENTIAL_KINDS);
export const readerCredentialKind = z.enum(READER_CREDENTIAL_KINDS);
export const accessPoint = z.enum(ACCESS_POINTS);
export const outcome = z.enum(OUTCOMES);
export const lockState = z.enum(LOCK_STATES);
export const doorPosition = z.enum(DOOR_POSITIONS);
export const alarmKind = z.enum(ALARM_KINDS);
