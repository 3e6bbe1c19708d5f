import type { Keys } from "@terskel/platform/keys";
import { queueLists, waitForLists } from "../lists-changed.ts";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";
import { drawPins, firstFree, hashOf, lockNumbers } from "./draw.ts";

/**
 * A new PIN for the member, in the place of the one before, and one for duress. What is answered is stored as hashes alone,
 * and can be told to nobody again.
 * @throws Problem `pin-blocked`
 */
export async function newPin(tx: Tx, keys: Keys, organisation: string, member: string) {
  // The lists' times tell who knows of it (`toldOf`).
  await waitForLists(tx, organisation);
  await lockNumbers(tx, organisation);
  const before = await tx
    .selectFrom("access.credentials")
    .select(["id", "blocked_at"])
    .where("member_id", "=", member)
    .where("kind", "=", "pin")
    .executeTakeFirst();
  // Whoever has blocked it may know why; getting another is no way around them.
  if (before?.blocked_at) throw problem("pin-blocked");
  const hash = (kind: "pin" | "duress", digits: string) => hashOf(keys, organisation, kind, digits);
  const drawn = await firstFree(tx, drawPins, ({ pin, duress }) =>
    [pin, duress].flatMap((digits) => [hash("pin", digits), hash("duress", digits)]),
  );
  if (before) await tx.deleteFrom("access.credentials").where("id", "=", before.id).execute();
  const { opens_since } = await tx
    .insertInto("access.credentials")
    .values({
      organisation_id: organisation,
      member_id: member,
      kind: "pin",
      number_hash: hash("pin", drawn.pin),
      duress_hash: hash("duress", drawn.duress),
      label: "",
    })
    .returning("opens_since")
    .executeTakeFirstOrThrow();
  await queueLists(tx, organisation);
  return { ...drawn, opens_since };
}
