import type { Answer } from "@terskel/platform/contract";
import { problem as common } from "@terskel/platform/problems";
import { standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import type { explainAccess } from "./api/explain.ts";
import { readPastOrders } from "./orders/read.ts";
import { decideFor } from "./runtime/access-list.ts";
import { readForMember } from "./runtime/access-rows.ts";
import { namesOf, toHeld } from "./runtime/held-grants.ts";
import type { Tx } from "./tx.ts";

type Asked = { readonly door: string; readonly person: string; readonly at: Date };

/**
 * Why a person could, or could not, open a door at a time: the decision that cloud and door make, and what each access
 * alone would say, were the door not locked down. Of accesses that have been taken back nothing is known.
 * @throws Problem `not-found` for a door the caller does not administer, or a person who is no member
 */
export async function explain(
  tx: Tx,
  caller: Caller,
  { door, person, at }: Asked,
  now: Date,
): Promise<Answer<typeof explainAccess>> {
  await standingAt(tx, caller, door);
  const who = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "name"])
    .where("id", "=", person)
    .executeTakeFirst();
  if (!who) throw common("not-found", { reason: "no member" });
  const where = await tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.areas as a", "a.id", "d.area_id")
    .select(["d.id", "d.name", "s.time_zone", "d.two_people", "d.airlock_id", "a.passback"])
    .where("d.id", "=", door)
    .executeTakeFirstOrThrow();
  const present = await readForMember(
    tx,
    person,
    [{ id: where.id, time_zone: where.time_zone }],
    at,
  );
  const facts = at < now ? { ...present, orders: await readPastOrders(tx, door, at) } : present;
  const names = await namesOf(tx, facts);
  const { allowed, reason } = decideFor(facts, person, door, at);
  return {
    door: { id: where.id, name: where.name, timeZone: where.time_zone },
    person: who,
    allowed,
    reason,
    rules: [
      ...(where.two_people ? (["second-person"] as const) : []),
      ...(where.passback === "hard" ? (["passback"] as const) : []),
      ...(where.airlock_id === null ? [] : (["interlock"] as const)),
    ],
    grants: facts.grants.map((grant) => ({
      ...toHeld(grant, names),
      reason: decideFor({ ...facts, orders: [], grants: [grant] }, person, door, at).reason,
    })),
  };
}
