import type { Context } from "@terskel/kernel";
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

/** The caller's own membership: `who: "member"` has seen to it that there is one. */
export function memberOf({ member }: Context): string {
  if (member === undefined) throw new Error("no membership");
  return member;
}
