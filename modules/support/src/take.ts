import { lockCase } from "./turn.ts";
import type { Tx } from "./tx.ts";

/** Takes a case, also from whoever has it, or lets it go. Safe to repeat. @throws Problem `not-found` */
export async function takeCase(tx: Tx, id: string, by: string | undefined): Promise<void> {
  const { organisation } = await lockCase(tx, id);
  if (by === undefined) {
    await tx.deleteFrom("support.assignments").where("case_id", "=", id).execute();
    return;
  }
  await tx
    .insertInto("support.assignments")
    .values({ case_id: id, organisation_id: organisation, member_id: by })
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet({ member_id: by }))
    .execute();
}
