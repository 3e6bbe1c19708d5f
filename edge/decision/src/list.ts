/**
 * What the decision needs of an access list. The signed list of `@terskel/edge-protocol` has this shape; the cloud may
 * build a small one of its own for a single question.
 */
export type DecidableList = {
  readonly doors: readonly DecidableDoor[];
  readonly persons: readonly DecidablePerson[];
};

export type DecidableDoor = { readonly id: string; readonly grants: readonly DecidableGrant[] };

/**
 * One grant of a door to a subject.
 *
 * - `subject`: a small whole number, meaningful only inside its list: a group, or one person alone.
 * - `schedule`: index into the weeks given to `compile`; 0 is always.
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
