import { addJob } from "@terskel/platform/jobs";
import type { Transaction } from "kysely";

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
