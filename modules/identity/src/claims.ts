import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/** An address that has proved to be a person's: by a code that went there. */
export type Proven =
  | { readonly channel: "email"; readonly address: string }
  /** A telephone number is claimed at one organisation only: numbers change hands. */
  | { readonly channel: "sms"; readonly address: string; readonly organisation: string };

/** Memberships with this address that nobody has taken over yet, oldest first. */
export async function unclaimedMemberships(tx: Tx, proven: Proven) {
  let query = tx
    .selectFrom("kernel.memberships")
    .select(["id", "name", "email", "phone", "organisation_id"])
    .where("person_id", "is", null)
    .orderBy("id");
  query =
    proven.channel === "email"
      ? query.where("email", "=", proven.address)
      : query
          .where("phone", "=", proven.address)
          .where("organisation_id", "=", proven.organisation);
  return await query.execute();
}

/** Those of them that can be taken over: whose organisation's agreement has ended, nobody joins any more. */
export async function joinableMemberships(tx: Tx, proven: Proven) {
  const found = await unclaimedMemberships(tx, proven);
  if (found.length === 0) return found;
  const { rows } = await sql<{ ended: string }>`
    select kernel.ended_organisations() as ended`.execute(tx);
  const ended = new Set(rows.map((row) => row.ended));
  return found.filter(({ organisation_id }) => !ended.has(organisation_id));
}

/**
 * Makes the memberships with this address the person's, and says how many. Where the person already
 * belongs to the organisation, the other entry stays its administrator's to clean up.
 */
export async function claimMemberships(tx: Tx, person: string, proven: Proven): Promise<number> {
  const found = await joinableMemberships(tx, proven);
  if (found.length === 0) return 0;
  const claimed = await tx
    .updateTable("kernel.memberships as m")
    .set({ person_id: person })
    .where(
      "m.id",
      "in",
      found.map(({ id }) => id),
    )
    .where("m.person_id", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("kernel.memberships as own")
            .select("own.id")
            .whereRef("own.organisation_id", "=", "m.organisation_id")
            .where("own.person_id", "=", person),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(claimed.numUpdatedRows);
}

/**
 * What an organisation gives the owner of an e-mail address to look at as an adviser, and nobody has taken over
 * yet: the name it knows them by. What is over opens nothing.
 */
export async function invitedAdviser(tx: Tx, email: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom("kernel.advisers")
    .select("name")
    .where("email", "=", email)
    .where("person_id", "is", null)
    .where("ended_at", "is", null)
    .where("ends_at", ">", sql<Date>`now()`)
    .orderBy("id")
    .executeTakeFirst();
  return found?.name;
}

/** Makes what waits for an adviser with this e-mail the account's. */
async function claimAdvice(tx: Tx, person: string, email: string): Promise<void> {
  await tx
    .updateTable("kernel.advisers")
    .set({ person_id: person })
    .where("email", "=", email)
    .where("person_id", "is", null)
    .execute();
}

/** Makes what was added meanwhile with the account's verified e-mail the account's. */
export async function claimByAccount(tx: Tx, person: string): Promise<number> {
  const account = await tx
    .selectFrom("identity.persons")
    .select("email")
    .where("id", "=", person)
    .where("email_verified_at", "is not", null)
    .executeTakeFirst();
  if (!account?.email) return 0;
  await claimAdvice(tx, person, account.email);
  return await claimMemberships(tx, person, { channel: "email", address: account.email });
}
