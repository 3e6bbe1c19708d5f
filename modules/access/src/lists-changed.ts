import { addJob } from "@terskel/platform/jobs";
import type { Transaction } from "kysely";
import type { Tx } from "./tx.ts";

/**
 * Has the organisation's access lists made and sent anew. To be called in the transaction of every
 * change that alters who may open what; called several times it runs once.
 */
export async function queueLists<DB>(tx: Transaction<DB>, organisation: string): Promise<void> {
  await addJob(
    tx,
    "access.publish-lists",
    { organisation },
    { key: `access.publish-lists:${organisation}` },
  );
}

/**
 * Whoever makes a list holds its controller's row meanwhile. So each list is either read before this moment, or from
 * what this transaction has committed; and their times tell which (`list_known_at`, by the database's clock).
 */
export async function waitForLists(tx: Tx, organisation: string): Promise<void> {
  await tx
    .selectFrom("access.controllers")
    .select("id")
    .where("organisation_id", "=", organisation)
    .orderBy("id")
    .forShare()
    .execute();
}
