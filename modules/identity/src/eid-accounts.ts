import type { EidPerson } from "./eid-claims.ts";
import { problem } from "./problems.ts";
import { rename } from "./rename.ts";
import { oneAtATime } from "./tx.ts";
import type { Tx } from "./tx.ts";

/**
 * The account of this eID: the one it belongs to, else `connectTo` (who is signed in already), else
 * a new one. Its name and date of birth become the eID's, and so does the time of the sign-in (C1, C2).
 * @returns the account's id
 * @throws Problem `eid-of-another-account`, `sign-in-older`
 */
export async function accountOfEid(
  tx: Tx,
  eid: EidPerson,
  connectTo: { person: string; isFresh: boolean } | undefined,
  now: Date,
): Promise<string> {
  await oneAtATime(tx, `eid ${eid.issuer} ${eid.subject}`);
  const known = await tx
    .selectFrom("identity.eid_logins")
    .select("person_id")
    .where("issuer", "=", eid.issuer)
    .where("subject", "=", eid.subject)
    .executeTakeFirst();
  if (known && connectTo && known.person_id !== connectTo.person)
    throw problem("eid-of-another-account");
  // A session that somebody has got hold of connects nothing of theirs to it.
  if (!known && connectTo && !connectTo.isFresh) throw problem("sign-in-older");
  const person = known?.person_id ?? (await connect(tx, eid, connectTo?.person, now));
  const { name } = await tx
    .selectFrom("identity.persons")
    .select("name")
    .where("id", "=", person)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("identity.persons")
    .set({
      last_eid_at: now,
      ...(eid.dateOfBirth ? { date_of_birth: eid.dateOfBirth } : {}),
    })
    .where("id", "=", person)
    .execute();
  if (name !== eid.name) await rename(tx, person, eid.name);
  return person;
}

async function connect(tx: Tx, eid: EidPerson, connectTo: string | undefined, now: Date) {
  if (connectTo) await refuseSomebodyElse(tx, eid, connectTo);
  const person =
    connectTo ??
    (
      await tx
        .insertInto("identity.persons")
        .values({ name: eid.name, created_at: now })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  await tx
    .insertInto("identity.eid_logins")
    .values({ issuer: eid.issuer, subject: eid.subject, person_id: person, created_at: now })
    .execute();
  return person;
}

/** An account with an eID has a proven owner: another eID is theirs only if the birthday fits. */
async function refuseSomebodyElse(tx: Tx, eid: EidPerson, person: string) {
  const proven = await tx
    .selectFrom("identity.persons")
    .innerJoin("identity.eid_logins", "identity.eid_logins.person_id", "identity.persons.id")
    .select("date_of_birth")
    .where("identity.persons.id", "=", person)
    .executeTakeFirst();
  if (proven && proven.date_of_birth !== (eid.dateOfBirth ?? null)) {
    throw problem("eid-of-another-account", { reason: "another date of birth" });
  }
}
