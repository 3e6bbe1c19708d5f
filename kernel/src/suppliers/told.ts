import { sql } from "kysely";
import type { Tx } from "../requests/tx.ts";
import type { About } from "./sender.ts";

/** A supplier as a notice names it: another one, and another country, is a material change. */
export type ToldSupplier = {
  readonly name: string;
  readonly recipient: string;
  readonly country: string;
};

/**
 * Does the notice in force name the supplier, and tell that the purpose passes on to such a recipient (A2, D15)? What
 * belongs to no organisation goes by the operator's notice. Where no notice is kept yet, nobody was told otherwise.
 * @param about absent: whatever is sent
 */
export async function tellsOfSupplier(
  tx: Tx,
  { name, recipient, country }: ToldSupplier,
  about?: Partial<Pick<About, "activity" | "organisation">>,
): Promise<boolean> {
  const whose = sql`coalesce(${about?.organisation ?? null}::uuid, kernel.operator())`;
  const { rows } = await sql<{ named: boolean; passes: boolean }>`
    select exists (
        select from jsonb_array_elements(coalesce(v.facts -> 'suppliers', '[]')) s
         where s ->> 'name' = ${name} and s ->> 'recipient' = ${recipient} and s ->> 'country' = ${country}) as named,
      not exists (
        select from jsonb_array_elements(v.facts -> 'purposes') p
         where p ->> 'from' = ${about?.activity ?? null} and not p -> 'recipients' ? ${recipient}) as passes
      from kernel.notices_in_force(array[${whose}]) v`.execute(tx);
  return rows.every(({ named, passes }) => named && passes);
}
