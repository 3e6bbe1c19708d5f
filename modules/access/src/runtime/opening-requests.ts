import type { Tx } from "../tx.ts";
import type { Opening, Result } from "./openings.ts";

/** As long as the same request may be sent again. */
const KNOWN_FOR_MS = 10 * 60_000;

/**
 * Writes down who asked, at a door whose log does not say: so that the same request opens once, and is its asker's.
 * False: there is one of this id.
 */
export async function claim(tx: Tx, opening: Opening, result: Result, at: Date): Promise<boolean> {
  const { id, organisation, door, member } = opening;
  const rows = await tx
    .insertInto("access.opening_requests")
    .values({
      id,
      organisation_id: organisation,
      door_id: door,
      member_id: member,
      at,
      outcome: result.outcome,
      reason: result.reason,
      expires_at: new Date(at.getTime() + KNOWN_FOR_MS),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Writes down what the door said. */
export async function settleClaim(tx: Tx, { id }: Opening, said: Result): Promise<void> {
  await tx
    .updateTable("access.opening_requests")
    .set({ outcome: said.outcome, reason: said.reason })
    .where("id", "=", id)
    .where("outcome", "=", "unanswered")
    .execute();
}

/** Row-level security shows the member's own only. */
export async function readClaim(tx: Tx, { id, door }: Opening) {
  return await tx
    .selectFrom("access.opening_requests")
    .select((eb) => eb.ref("outcome").$castTo<Result["outcome"]>().as("outcome"))
    .select(["reason", "at"])
    .where("id", "=", id)
    .where("door_id", "=", door)
    .executeTakeFirst();
}
