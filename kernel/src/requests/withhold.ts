import type { PrivacyPorts } from "./ports.ts";
import type { RequestRow } from "./requests.ts";
import type { Tx } from "./tx.ts";

type Who = Pick<RequestRow, "organisation_id" | "member_id" | "person_id" | "address">;

/** The row by which the database withholds the person's data, at the organisation or as an account. */
const keyOf = ({ organisation_id, member_id, person_id, address }: Who) =>
  member_id
    ? { organisation_id, member_id }
    : person_id
      ? { person_id }
      : { organisation_id, address };

/**
 * From now on the activity, or every activity that does not go on while restricted, does not see the
 * person (Art. 18, 21): row-level security sees to it in every query.
 */
export async function withhold(
  tx: Tx,
  ports: PrivacyPorts,
  who: Who,
  activity: string | undefined,
): Promise<void> {
  await tx
    .insertInto("kernel.withholdings")
    .values({ ...keyOf(who), activity: activity ?? null, since: ports.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tellUsers(tx, ports, who);
}

/** The restriction ends; objections stay. */
export async function endRestriction(tx: Tx, ports: PrivacyPorts, who: Who): Promise<void> {
  let gone = tx.deleteFrom("kernel.withholdings").where("activity", "is", null);
  for (const [column, value] of Object.entries(keyOf(who))) {
    gone = gone.where(column as keyof Who, "=", value);
  }
  await gone.execute();
  await tellUsers(tx, ports, who);
}

/** The account is its owner's everywhere: what is restricted of it changes at every organisation they are in. */
async function tellUsers(tx: Tx, ports: PrivacyPorts, who: Who): Promise<void> {
  if (who.member_id || !who.person_id) {
    await ports.usableChanged(tx, who.organisation_id);
    return;
  }
  const places = await tx
    .selectFrom("kernel.memberships")
    .select("organisation_id")
    .distinct()
    .where("person_id", "=", who.person_id)
    .execute();
  for (const { organisation_id: place } of places) await ports.usableChanged(tx, place);
}
