import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { KernelTables } from "../tables.ts";

type Tx = Transaction<KernelTables>;

/**
 * From now on nothing that this objection ends reaches these addresses, in the whole installation and for as long
 * as it markets (Art. 21(2) and (3), A18). Safe to repeat.
 * @param keys by `addressKey`
 */
export async function suppress(
  tx: Tx,
  keys: readonly string[],
  objection: string,
  since: Date,
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .insertInto("kernel.suppressions")
    .columns(["address_key", "objection", "organisation_id", "since"])
    .expression(
      sql`select k, ${objection}, (select o.id from kernel.organisations o where o.kind = 'operator' order by o.created_at limit 1), ${since}::timestamptz
            from unnest(${[...new Set(keys)]}::text[]) k`,
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What an objection by a link in a mail is made of. */
type ByLink = {
  /** Whose mail it was. */
  readonly organisation: string;
  /** The address, where it is still known; and what stands for each by which the person is, or was, written to. */
  readonly address: string | undefined;
  readonly keys: readonly string[];
  readonly at: Date;
};

/**
 * Somebody has objected to direct marketing by a link that only they were sent: it ends at once and everywhere. For
 * the activity `kernel.unsubscribe`. Safe to repeat.
 */
export async function unsubscribe(tx: Tx, by: ByLink): Promise<void> {
  const activity = "direct-marketing";
  await suppress(tx, by.keys, activity, by.at);
  if (!by.address) return;
  // As after a request: it stands in the person's copy, and goes with what else is stored of the address.
  await tx
    .insertInto("kernel.withholdings")
    .values({ organisation_id: by.organisation, address: by.address, activity, since: by.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
