import type { Transaction } from "kysely";
import type { KernelTables } from "./tables.ts";

type Tx = Transaction<KernelTables>;

/** Adds a site to the context's organisation; undefined when it has one of this name. */
export async function addSite(
  tx: Tx,
  organisation: string,
  site: { name: string; address: string; timeZone: string },
) {
  const row = await tx
    .insertInto("kernel.sites")
    .values({
      organisation_id: organisation,
      name: site.name,
      address: site.address,
      time_zone: site.timeZone,
    })
    .onConflict((conflict) => conflict.columns(["organisation_id", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}
