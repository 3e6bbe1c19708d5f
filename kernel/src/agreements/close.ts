import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { KernelTables } from "../tables.ts";

type Tx = Transaction<KernelTables>;

/**
 * Enters an agreement that has ended in the record of those, once.
 * @returns whether it was entered now
 */
export async function enterEnded(tx: Tx, organisation: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into kernel.ended_agreements (organisation_id, name, number, country, kind, ended_at, data_goes_at)
    select id, name, number, country, kind, agreement_ends_at, data_goes_at
      from kernel.organisations where id = ${organisation}::uuid and agreement_ends_at <= now()
    on conflict do nothing`.execute(tx);
  return numAffectedRows > 0n;
}
