import { z } from "zod";
import { id, instant, readerCredentialKind } from "./words.ts";

const subject = z.int().min(0).max(0xffff_ffff);

const grant = z.strictObject({
  subject,
  schedule: z.int().min(0).max(0xffff),
  from: instant.optional(),
  until: instant.optional(),
});

const door = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  output: z.int().min(1).max(999),
  openSeconds: z.int().min(1).max(600),
  grants: z.array(grant),
});

const person = z.strictObject({ id, subjects: z.array(subject) });

/** SHA-256 in base64url: 43 characters. */
const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const credential = z.strictObject({
  hash,
  kind: readerCredentialKind,
  person: z.int().min(0),
});

/**
 * Everything a controller needs to decide alone, signed by the cloud.
 *
 * - `revision` only ever rises; a controller refuses one that does not.
 * - a `subject` is a small number local to the list: a group, or one person alone. Who a person is in a group is not
 *   told otherwise.
 * - `schedule` 0 is always. Others are room: a controller that does not know one refuses the list.
 * - the doors it names are the doors that the controller runs: one that comes, goes or is renamed does so by the next list.
 * - `output`: the lock output that the door is wired to, from 1; no two doors share one. Whether the controller has as many
 *   is not checked here: an opening at one that it lacks is a fault of the hardware.
 * - `openSeconds`: how long the lock stays open.
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
