import type { KernelTables } from "@terskel/kernel";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { IdentityTables } from "./tables.ts";

export type Tx = Transaction<IdentityTables & KernelTables>;

/**
 * Makes everyone who names the same thing wait in line until their transaction ends, so that two
 * first sign-ins at the same moment make one account, and a count is true when it is acted on.
 */
export async function oneAtATime(tx: Tx, thing: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity:${thing}`}, 0))`.execute(tx);
}
