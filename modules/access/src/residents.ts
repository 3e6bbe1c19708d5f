import { problem as common } from "@terskel/platform/problems";
import { writing } from "./constraints.ts";
import { queueLists } from "./lists-changed.ts";
import { memberOrNone } from "./members.ts";
import type { Tx } from "./tx.ts";

/** @throws Problem `not-found` for the unit or person */
export async function putResident(
  tx: Tx,
  organisation: string,
  unit: string,
  person: string,
): Promise<void> {
  await unitOrNone(tx, unit);
  await memberOrNone(tx, person);
  await writing(
    tx
      .insertInto("access.residents")
      .values({ organisation_id: organisation, unit_id: unit, member_id: person })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await queueLists(tx, organisation);
}

/** @throws Problem `not-found` when the person does not live there */
export async function removeResident(
  tx: Tx,
  organisation: string,
  unit: string,
  person: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom("access.residents")
    .where("unit_id", "=", unit)
    .where("member_id", "=", person)
    .returning("unit_id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}

/** @throws Problem `not-found` */
export async function unitOrNone(tx: Tx, unit: string): Promise<void> {
  const found = await tx
    .selectFrom("access.units")
    .select("id")
    .where("id", "=", unit)
    .executeTakeFirst();
  if (!found) throw common("not-found");
}
