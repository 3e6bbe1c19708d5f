import { hashCredential } from "@terskel/edge-protocol";
import type { Keys } from "@terskel/platform/keys";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { writing } from "./constraints.ts";
import { credentialKey } from "./controller-keys.ts";
import { queueLists } from "./lists-changed.ts";
import { memberOrNone } from "./members.ts";
import type { ById } from "./place-in-list.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

const kinds = ["card", "fob"] as const;
type Kind = (typeof kinds)[number];
type Held = Kind | "phone-pass" | "pin";

const selectCredentials = (tx: Tx) =>
  tx
    .selectFrom("access.credentials as c")
    .select(["c.id", "c.label", "c.created_at", "c.blocked_at"])
    .select((eb) => eb.ref("c.kind").$castTo<Held>().as("kind"));

/** A person's cards, fobs, phone pass and PIN, newest first. */
export async function listCredentials(tx: Tx, person: string, limit: number, after: ById) {
  let query = selectCredentials(tx).where("c.member_id", "=", person).orderBy("c.id", "desc");
  if (after) query = query.where("c.id", "<", after[0]);
  return await query.limit(limit).execute();
}

/** As it stands in the lists and in the table. */
export const hashOf = (keys: Keys, organisation: string, kind: Held, number: string) =>
  Buffer.from(hashCredential(credentialKey(keys, organisation), kind, number), "base64url");

/**
 * Whose the card or the fob of a number is, with their names. The number is hashed and forgotten.
 * @throws Problem `nobody-with-credential`
 */
export async function findHolders(tx: Tx, keys: Keys, organisation: string, number: string) {
  const hashes = kinds.map((kind) => hashOf(keys, organisation, kind, number));
  const found = await selectCredentials(tx)
    .innerJoin("kernel.memberships as m", "m.id", "c.member_id")
    .select(["m.id as holder", "m.name"])
    .where("c.number_hash", "in", hashes)
    .execute();
  if (found.length === 0) throw problem("nobody-with-credential");
  return found;
}

/**
 * Hands out a card or fob.
 * @throws Problem `not-found` for the person; `credential-taken`, whoever has it
 */
export async function addCredential(
  tx: Tx,
  keys: Keys,
  organisation: string,
  person: string,
  credential: { kind: Kind; number: string; label: string },
): Promise<string> {
  await memberOrNone(tx, person);
  const { kind, number, label } = credential;
  await refuseAsOtherKind(tx, keys, organisation, number);
  const { id } = await writing(
    tx
      .insertInto("access.credentials")
      .values({
        organisation_id: organisation,
        member_id: person,
        kind,
        number_hash: hashOf(keys, organisation, kind, number),
        label,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
    (cause) => problem("credential-taken", { cause }),
  );
  await queueLists(tx, organisation);
  return id;
}

/**
 * One number is one thing: what is somebody's fob is handed to nobody as a card. The kind is part of the hash, so no
 * index can tell; whoever hands out the same number waits here.
 * @throws Problem `credential-taken`
 */
async function refuseAsOtherKind(
  tx: Tx,
  keys: Keys,
  organisation: string,
  number: string,
): Promise<void> {
  const hashes = kinds.map((kind) => hashOf(keys, organisation, kind, number));
  await sql`select pg_advisory_xact_lock(hashtextextended(${`access.credentials ${hashes[0]?.toString("hex")}`}, 0))`.execute(
    tx,
  );
  const found = await tx
    .selectFrom("access.credentials")
    .select("id")
    .where("number_hash", "in", hashes)
    .executeTakeFirst();
  if (found) throw problem("credential-taken");
}

/** @throws Problem `not-found` unless it is this person's */
export async function removeCredential(
  tx: Tx,
  organisation: string,
  person: string,
  credential: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom("access.credentials")
    .where("id", "=", credential)
    .where("member_id", "=", person)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}
