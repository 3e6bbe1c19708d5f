import { hashCredential } from "@terskel/edge-protocol";
import type { Keys } from "@terskel/platform/keys";
import { problem as common } from "@terskel/platform/problems";
import { writing } from "./constraints.ts";
import { credentialKey } from "./controller-keys.ts";
import { queueLists } from "./lists-changed.ts";
import { memberOrNone } from "./members.ts";
import type { ById } from "./place-in-list.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

type Kind = "card" | "fob";

/** A person's cards and fobs, newest first. @throws Problem `not-found` for the person */
export async function listCredentials(tx: Tx, person: string, limit: number, after: ById) {
  await memberOrNone(tx, person);
  let query = tx
    .selectFrom("access.credentials")
    .select(["id", "label", "created_at"])
    .select((eb) => eb.ref("kind").$castTo<Kind>().as("kind"))
    .where("member_id", "=", person)
    .orderBy("id", "desc");
  if (after) query = query.where("id", "<", after[0]);
  return await query.limit(limit).execute();
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
  const hash = hashCredential(credentialKey(keys, organisation), kind, number);
  const { id } = await writing(
    tx
      .insertInto("access.credentials")
      .values({
        organisation_id: organisation,
        member_id: person,
        kind,
        number_hash: Buffer.from(hash, "base64url"),
        label,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
    (cause) => problem("credential-taken", { cause }),
  );
  await queueLists(tx, organisation);
  return id;
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
