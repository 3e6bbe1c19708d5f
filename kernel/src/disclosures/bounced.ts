import { sql } from "kysely";
import { tell } from "../notice/tell-one.ts";
import { notTold } from "../notice/not-told.ts";
import type { Tx } from "../requests/tx.ts";
import type { SupplierPorts } from "../suppliers/ports.ts";

/**
 * A letter that the gateway took did not arrive: it is written down where it was passed on. Told twice, it is one, and what
 * a first time broke off in is done then; of a letter that nobody knows any more, nothing is written.
 * @param id of what was passed on, under which the letter left
 */
export async function writeBounced(ports: SupplierPorts, id: string): Promise<void> {
  const found = await ports.withContext(
    { activity: "kernel.disclose" },
    async (tx: Tx) =>
      await tx
        .updateTable("kernel.disclosures")
        .set({ bounced_at: sql<Date>`coalesce(bounced_at, ${ports.now()}::timestamptz)` })
        .where("id", "=", id)
        .where("recipient", "=", "e-mail provider")
        .returning(["at", "activity", "organisation_id", "member_id", "person_id"])
        .executeTakeFirst(),
  );
  if (found?.activity === tell) await notTold(ports, found);
}
