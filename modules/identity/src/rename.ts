import type { Tx } from "./tx.ts";

/** Gives a person a name, here and in every organisation they belong to (A15). */
export async function rename(tx: Tx, person: string, name: string): Promise<void> {
  await tx.updateTable("identity.persons").set({ name }).where("id", "=", person).execute();
  await tx
    .updateTable("kernel.memberships")
    .set({ name })
    .where("person_id", "=", person)
    .execute();
}
