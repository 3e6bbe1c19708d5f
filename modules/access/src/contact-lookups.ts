import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Caller } from "./administration.ts";
import type { Tx } from "./tx.ts";

const windowMs = 60 * 60 * 1000;
/**
 * Look-ups within an hour: enough for a stairwell, too few to find out who belongs to the
 * organisation by trying. The second limit is for several door administrators who are one person.
 */
const most = { byOne: 20, inOrganisation: 60 };

/**
 * Lets the caller look for a member by address or number once more, and writes it down. To be
 * committed before one looks, or a refusal would undo the count. An administrator of the organisation
 * sees everybody and is not limited.
 * @throws Problem `too-many-requests` with `retryAfterSeconds`
 */
export async function admitLookup(
  tx: Tx,
  { member, role }: Caller,
  organisation: string,
  now: Date,
): Promise<void> {
  if (role === "administrator") return;
  // One after the other, so that many at the same moment do not all count the same few.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`access.contact_lookups ${organisation}`}, 0))`.execute(
    tx,
  );
  const waitMs = Math.max(
    await waitFor(tx, most.byOne, now, member),
    await waitFor(tx, most.inOrganisation, now, undefined),
  );
  if (waitMs > 0) {
    throw common("too-many-requests", {
      reason: "look-ups by contact limited",
      extra: { retryAfterSeconds: Math.ceil(waitMs / 1000) },
    });
  }
  await tx
    .insertInto("access.contact_lookups")
    .values({
      organisation_id: organisation,
      member_id: member,
      expires_at: new Date(now.getTime() + windowMs),
    })
    .execute();
}

/** Milliseconds until one more is within the limit; 0 when it already is. */
async function waitFor(tx: Tx, limit: number, now: Date, member: string | undefined) {
  let query = tx
    .selectFrom("access.contact_lookups")
    .select("expires_at")
    .where("expires_at", ">", now)
    .orderBy("expires_at", "desc")
    .offset(limit - 1)
    .limit(1);
  if (member) query = query.where("member_id", "=", member);
  const row = await query.executeTakeFirst();
  return row ? row.expires_at.getTime() - now.getTime() : 0;
}
