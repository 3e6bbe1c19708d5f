import type { Transaction } from "kysely";
import { sql } from "kysely";
import { eeaCountries } from "../api/eea.ts";
import type { KernelTables } from "../tables.ts";
import { after } from "./dates.ts";
import { problem } from "./problems.ts";

type Tx = Transaction<KernelTables>;

export type Receiver = {
  readonly name: string;
  readonly country: string;
  readonly agreedUntil?: string | undefined;
  readonly ground?: string | undefined;
};

const isInEea = (country: string) => eeaCountries.some((each) => each === country);

/**
 * Registers who gets data by the organisation's own choice; of the same name the newest word holds.
 * @throws Problem `receiver-outside-eea`; `receiver-by-which-right` unless it has exactly one of an agreement in force and a ground
 */
export async function registerReceiver(
  of: Transaction<unknown>,
  organisation: string,
  { name, country, agreedUntil, ground }: Receiver,
  now: Date,
): Promise<void> {
  const tx = of as Tx;
  if (!isInEea(country)) throw problem("receiver-outside-eea", { reason: country });
  const ends = agreedUntil ? after(agreedUntil) : null;
  if ((ends === null) === (ground === undefined)) throw problem("receiver-by-which-right");
  if (ends && ends <= now) throw problem("receiver-agreement-over");
  const said = { country, agreement_ends_at: ends, ground: ground ?? null, said_at: now };
  await tx
    .insertInto("kernel.receivers")
    .values({ organisation_id: organisation, name, ...said })
    .execute();
}

/**
 * The gate for whoever the organisation itself passes data to: it is registered, and its agreement has not ended.
 * @returns where it is, and its ground; null: it is a processor
 * @throws Problem `receiver-not-registered`, `receiver-agreement-over`
 */
export async function passTo(
  of: Transaction<unknown>,
  organisation: string,
  name: string,
): Promise<{ country: string; ground: string | null }> {
  const found = await (of as Tx)
    .selectFrom("kernel.receivers")
    .select(["country", "ground", sql<boolean>`agreement_ends_at <= now()`.as("over")])
    .where("organisation_id", "=", organisation)
    .where("name", "=", name)
    .orderBy("said_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!found) throw problem("receiver-not-registered", { reason: name });
  if (found.over) throw problem("receiver-agreement-over", { reason: name });
  return { country: found.country, ground: found.ground };
}
