import type { Transaction } from "kysely";
import type { KernelTables } from "./tables.ts";

type Tx = Transaction<KernelTables>;

type Site = { name: string; address: string; timeZone: string };

/** Adds a site to the context's organisation; undefined when it has one of this name. */
export async function addSite(tx: Tx, organisation: string, site: Site) {
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

/** False when the context's organisation has no such site. A name that another site has is a unique violation. */
export async function changeSite(
  tx: Tx,
  id: string,
  { name, address, timeZone }: { [K in keyof Site]?: Site[K] | undefined },
): Promise<boolean> {
  const row = await tx
    .updateTable("kernel.sites")
    .set((eb) => ({
      name: name ?? eb.ref("name"),
      address: address ?? eb.ref("address"),
      time_zone: timeZone ?? eb.ref("time_zone"),
    }))
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Locks a site until the transaction ends, so that nothing is added to it meanwhile. False when the
 * context's organisation has no such site.
 */
export async function lockSite(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("kernel.sites")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** What stands at the site goes with it: whoever removes it has looked. */
export async function removeSite(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("kernel.sites").where("id", "=", id).execute();
}
