import type { Transaction } from "kysely";
import type { KernelTables } from "./tables.ts";

type Tx = Transaction<KernelTables>;

export type NewOrganisation = {
  readonly id?: string;
  readonly name: string;
  readonly number: string;
  readonly country: "NO" | "SE";
  readonly kind: "operator" | "housing" | "office" | "shop" | "employer";
};

/** Adds an organisation and gives its id; undefined when its number is taken. */
export async function addOrganisation(tx: Tx, organisation: NewOrganisation) {
  const row = await tx
    .insertInto("kernel.organisations")
    .values(organisation)
    .onConflict((conflict) => conflict.columns(["country", "number"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** By name, from the place after `after`; at most `limit`. */
export async function listOrganisations(
  tx: Tx,
  limit: number,
  after: readonly [name: string, id: string] | undefined,
) {
  let query = tx.selectFrom("kernel.organisations").selectAll().orderBy("name").orderBy("id");
  if (after) {
    query = query.where((eb) => eb(eb.refTuple("name", "id"), ">", eb.tuple(after[0], after[1])));
  }
  return await query.limit(limit).execute();
}

/**
 * A Norwegian organisation number: nine digits, modulus 11 (Brønnøysundregistrene). A Swedish one:
 * ten digits, Luhn, third digit at least 2 (which tells it from a personal identity number).
 */
export function isOrganisationNumber(number: string, country: "NO" | "SE"): boolean {
  const digits = number.split("").map(Number);
  if (country === "NO") {
    if (!/^\d{9}$/.test(number)) return false;
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((s, w, i) => s + w * (digits[i] ?? 0), 0);
    return (11 - (sum % 11)) % 11 === digits[8];
  }
  if (!/^\d\d[2-9]\d{7}$/.test(number)) return false;
  const sum = digits.reduce((total, digit, index) => {
    const product = digit * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
