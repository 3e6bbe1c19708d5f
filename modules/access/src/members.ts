import { problem as common } from "@terskel/platform/problems";
import type { Tx } from "./tx.ts";

/**
 * Asked before a write that is allowed to find its row there already: that row could be another
 * organisation's, and a write that did nothing would tell.
 * @throws Problem `not-found` unless the person is a member of the context's organisation
 */
export async function memberOrNone(tx: Tx, person: string): Promise<void> {
  const found = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("id", "=", person)
    .executeTakeFirst();
  if (!found) throw common("not-found");
}
