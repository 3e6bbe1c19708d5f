/**
 * What the decision needs of an access list. The signed list of `@terskel/edge-protocol` has this shape; the cloud may
 * build a small one of its own for a single question.
 */
export type DecidableList = {
  readonly doors: readonly DecidableDoor[];
  readonly persons: readonly DecidablePerson[];
  /** Schedule 0 is always and is not listed: a grant's schedule `n` is `schedules[n - 1]`. */
  readonly schedules?: readonly DecidableSchedule[] | undefined;
  readonly clocks?: readonly Clock[] | undefined;
  readonly areas?: readonly DecidableArea[] | undefined;
};

/**
 * What some doors lead into. Whoever is inside and comes in again is refused where it is `hard`, and let in and noted where it is `soft`.
 */
export type DecidableArea = { readonly passback: "soft" | "hard" };

export type DecidableDoor = {
  readonly id: string;
  readonly grants: readonly DecidableGrant[];
  readonly order?: DoorOrder | undefined;
  readonly unlock?: DoorUnlock | undefined;
  /** The area that it leads into: `n` is `areas[n - 1]`. */
  readonly area?: number | undefined;
  /** Of the doors with the same number one at a time is unlocked or stands open. */
  readonly interlock?: number | undefined;
  /** It opens to two people who come together. */
  readonly twoPeople?: boolean | undefined;
};

/**
 * What somebody has ordered of a door, in force until just before `until` (ISO 8601): at a `lockdown` nobody is let in,
 * whatever their grants; at an `evacuation` the door stands unlocked, and what a credential is told is as usual.
 */
export type DoorOrder = { readonly kind: "lockdown" | "evacuation"; readonly until: string };

/**
 * In the hours of a schedule the door stands unlocked by itself, by the clock on its wall. What a credential is told is as usual.
 *
 * - `schedule`: `n` is `schedules[n - 1]`.
 * - `firstPerson`: not before somebody with access has opened it at its reader within these hours.
 * - `keptLockedUntil`: the schedule is put aside until just before then (ISO 8601).
 */
export type DoorUnlock = {
  readonly schedule: number;
  readonly firstPerson: boolean;
  readonly keptLockedUntil?: string | undefined;
};

/**
 * One grant of a door to a subject.
 *
 * - `subject`: a small whole number, meaningful only inside its list: a group, or one person alone.
 * - `schedule`: 0 is always, `n` is `schedules[n - 1]`.
 * - `from`, `until`: ISO 8601 instants; from the first, until just before the second. Absent: unbounded.
 */
export type DecidableGrant = {
  readonly subject: number;
  readonly schedule: number;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** `subjects`: every subject the person belongs to, in any order, repeats allowed. */
export type DecidablePerson = { readonly id: string; readonly subjects: readonly number[] };

/**
 * The hours of one day, in quarters of an hour from local midnight: from the first until just before the second, 0 to
 * 96. In order, none touching another. Empty: the whole day closed.
 */
export type Hours = readonly (readonly [from: number, until: number])[];

/**
 * When a grant holds, by the clock on the wall at the door.
 *
 * - `clock`: index into the list's clocks.
 * - `week`: seven days' hours, Monday first.
 * - `dates`: hours that hold on a date (`2026-12-24`) instead of those of its weekday: holidays and exceptions.
 */
export type DecidableSchedule = {
  readonly clock: number;
  readonly week: readonly Hours[];
  readonly dates: readonly { readonly date: string; readonly hours: Hours }[];
};

/**
 * A time zone as far ahead as is known: a door controller has no time zone database. From each `from` (ISO 8601, ascending)
 * the clock on the wall is `minutes` ahead of UTC. Before the first and from `until` on the time is unknown, and
 * no schedule of this clock holds.
 */
export type Clock = {
  readonly offsets: readonly { readonly from: string; readonly minutes: number }[];
  readonly until: string;
};
