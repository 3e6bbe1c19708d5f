import { z } from "zod";
import { id, instant, readerCredentialKind } from "./words.ts";

export const subject = z.int().min(0).max(0xffff_ffff);

const grant = z.strictObject({
  subject,
  schedule: z.int().min(0).max(0xffff),
  from: instant.optional(),
  until: instant.optional(),
});

const order = z.strictObject({ kind: z.enum(["lockdown", "evacuation"]), until: instant });

const unlock = z.strictObject({
  schedule: z.int().min(1).max(0xffff),
  firstPerson: z.boolean(),
  keptLockedUntil: instant.optional(),
});

/** A number of its own in the list, from 1. */
const ordinal = z.int().min(1).max(0xffff);

const area = z.strictObject({
  id,
  passback: z.enum(["soft", "hard"]),
  forgiveHours: z.int().min(1).max(72),
  resets: z
    .array(z.strictObject({ id, person: id.optional() }))
    .max(10_000)
    .readonly(),
});
export const areas = z.array(area).max(0xffff).readonly();

/** A door of a list without who may open it. */
export const listedDoor = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  output: z.int().min(1).max(999),
  openSeconds: z.int().min(1).max(600),
  extendedOpenSeconds: z.int().min(1).max(600).optional(),
  heldAfterSeconds: z.int().min(1).max(3600).optional(),
  order: order.optional(),
  unlock: unlock.optional(),
  log: z.enum(["anonymous", "off"]).optional(),
  aloneHours: z.int().min(1).max(720).optional(),
  keypad: z.literal(true).optional(),
  readerInside: z.literal(true).optional(),
  area: ordinal.optional(),
  interlock: ordinal.optional(),
  twoPeople: z.literal(true).optional(),
});

const door = listedDoor.extend({ grants: z.array(grant) });

const person = z.strictObject({ id, subjects: z.array(subject) });

const quarter = z.int().min(0).max(96);
/** In quarters of an hour from local midnight: from the first until just before the second. */
const hours = z
  .array(z.tuple([quarter, quarter]).readonly())
  .max(48)
  .readonly();

export const schedule = z.strictObject({
  clock: z.int().min(0),
  week: z.array(hours).length(7).readonly(),
  dates: z
    .array(z.strictObject({ date: z.iso.date(), hours }))
    .max(1500)
    .readonly(),
});

export const clock = z.strictObject({
  offsets: z
    .array(z.strictObject({ from: instant, minutes: z.int().min(-1440).max(1440) }))
    .min(1)
    .max(50)
    .readonly(),
  until: instant,
});

/** SHA-256 in base64url: 43 characters. */
export const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const credential = z.strictObject({
  hash,
  kind: readerCredentialKind,
  person: z.int().min(0),
});

/**
 * Everything a controller needs to decide alone, written out. It is sent as a signed manifest and a body (`signList`); a
 * controller of an earlier version kept it signed as it stands here.
 *
 * - `revision` only ever rises; a controller refuses one that does not.
 * - a `subject` is a small number local to the list: a group, or one person alone. Who a person is in a group is not
 *   told otherwise.
 * - `schedule` 0 is always, `n` is `schedules[n - 1]`: a week's hours by the clock on the wall, Monday first, and dates that
 *   have hours of their own. What contradicts itself is refused whole by `compile` of `@terskel/edge-decision`.
 * - `clocks`: how far the wall is ahead of UTC, as far ahead as is known: a controller has no time zone database.
 * - the doors it names are the doors that the controller runs: one that comes, goes or is renamed does so by the next list.
 * - `output`: the lock output that the door is wired to, from 1; no two doors share one. Whether the controller has as many
 *   is not checked here: an opening at one that it lacks is a fault of the hardware.
 * - `openSeconds`: how long the lock stays open; `extendedOpenSeconds`: for a person who has the subject `extendedSubject`,
 *   which nothing is granted to.
 * - `heldAfterSeconds`: how long the door may stand open once it is locked again; absent: it has no contact, and nobody knows
 *   whether it stands open.
 * - `order`: what somebody has ordered of the door, in force by the controller's clock until just before `until`, also when
 *   it hears nothing more. At a lockdown it lets nobody in; at an evacuation it holds the lock open.
 * - `unlock`: the schedule in whose hours the controller holds the lock open by itself; with `firstPerson` not before somebody has
 *   opened the door at its reader within them; until `keptLockedUntil` not at all.
 * - `aloneHours`: for so long after the cloud last said that the list is the newest (`confirmation`, or the list itself) the
 *   door goes by it; after that it opens to no credential. Absent: for as long as it takes.
 * - `readerInside`: it has a reader inside as well, for who leaves.
 * - `area`: `n` is `areas[n - 1]`: what the door leads into. The controller knows who is inside, for `forgiveHours` at most; whoever is and
 *   comes in again is refused where `passback` is `hard`, and noted where it is `soft`. Each of `resets` is obeyed once: the person, or everybody, is
 *   outside again.
 * - `interlock`: of the doors with the same number one at a time is unlocked or stands open.
 * - `twoPeople`: it opens to two people who show themselves one right after the other.
 * - `log`: of what happens at the door nothing is kept that says who, or nothing at all; absent: what happened and who.
 * - `keypad`: PINs and codes are typed at the door. At one without they open nothing.
 * - a person may be a code that somebody has given (`one-time-code` and `code`): it has subjects and grants of its own, and a
 *   passage by it names it. Whose it is is not told.
 * - `credentials[].person` is an index into `persons`; `hash` is made by `hashCredential`.
 */
export const accessList = z
  .strictObject({
    controller: id,
    revision: z.int().min(1),
    issuedAt: instant,
    doors: z.array(door),
    persons: z.array(person),
    credentials: z.array(credential),
    schedules: z.array(schedule).max(0xffff).readonly().default([]),
    clocks: z.array(clock).max(100).readonly().default([]),
    areas: areas.optional(),
    extendedSubject: subject.optional(),
  })
  .refine(({ persons, credentials }) => credentials.every((each) => each.person < persons.length), {
    error: "a credential belongs to no person of the list",
    path: ["credentials"],
  })
  .refine(({ doors }) => distinct(doors.map((each) => each.output)), {
    error: "an output has two doors",
    path: ["doors"],
  })
  .refine(({ credentials }) => distinct(credentials.map((each) => each.hash)), {
    error: "a credential is listed twice",
    path: ["credentials"],
  })
  .refine(
    ({ doors, persons }) => [doors, persons].every((some) => distinct(some.map((each) => each.id))),
    {
      error: "a door or a person is listed twice",
    },
  );
export type AccessList = z.infer<typeof accessList>;

function distinct(values: readonly (string | number)[]): boolean {
  return new Set(values).size === values.length;
}
