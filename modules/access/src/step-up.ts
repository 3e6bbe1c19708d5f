import type { Tx } from "./tx.ts";
import { anyOf, readBelonging, selectHeldDoors } from "./runtime/access-rows.ts";
import { runtimeProblem } from "./runtime/problems.ts";

/**
 * So long a proof holds: from the prompt to the door, through a gate and a stairwell, and no longer than a phone is left
 * lying about unlocked.
 */
const provenMs = 2 * 60_000;

export const isProven = (provenAt: Date | undefined, at: Date) =>
  provenAt !== undefined && at.getTime() - provenAt.getTime() <= provenMs;

type Asking = { readonly member: string; readonly provenAt: Date | undefined };

/**
 * What opens a door at its reader is got by whoever proves who they are, where one of the doors asks for that: else a stolen session would
 * get itself what the door does not ask about.
 * @param doors those that it opens; left out: all that the member has
 * @throws Problem `step-up-required`
 */
export async function requireProof(
  tx: Tx,
  { member, provenAt }: Asking,
  at: Date,
  doors?: readonly string[],
): Promise<void> {
  if (isProven(provenAt, at)) return;
  const held = doors ? undefined : selectHeldDoors(tx, member, await readBelonging(tx, member), at);
  const asks = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("step_up", "=", true)
    .where("id", held ? "in" : "=", held ?? anyOf(doors ?? []))
    .limit(1)
    .executeTakeFirst();
  if (asks) throw runtimeProblem("step-up-required", { reason: "of a door that it would open" });
}
