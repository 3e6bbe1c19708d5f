import type { Transaction } from "kysely";
import { eeaCountries } from "../api/eea.ts";
import type { KernelTables } from "../tables.ts";

/**
 * Chooses the country in which data is stored (C11).
 * @returns why not, or undefined when it is chosen
 */
export async function chooseRegion(tx: Transaction<KernelTables>, country: string) {
  if (!eeaCountries.some((each) => each === country)) return "outside-the-eea";
  const now = await tx
    .selectFrom("kernel.storage_region")
    .select("country")
    .executeTakeFirstOrThrow();
  if (now.country === country) return undefined;
  const stored = await tx
    .selectFrom("kernel.suppliers")
    .select("stored_in")
    .where("stored_in", "is not", null)
    .limit(1)
    .executeTakeFirst();
  if (stored?.stored_in) return { storesIn: stored.stored_in };
  await tx.updateTable("kernel.storage_region").set({ country }).execute();
  return undefined;
}
