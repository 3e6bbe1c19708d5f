import type { Tx } from "../requests/tx.ts";
import type { WithContext } from "../tenancy.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { insert } from "./enter.ts";
import { keepAudit, readHead, seal } from "./seal.ts";
import { restoreAction } from "./walk.ts";

/**
 * Enters in a restored database that it was restored, and writes the same into the checkpoints: neither counts without
 * the other. How far the new chain goes is written there by whoever uses the database, when it has taken its place.
 */
export async function enterRestore({
  withContext,
  checkpoints,
  now,
}: {
  withContext: WithContext;
  checkpoints: Checkpoints;
  now: () => Date;
}): Promise<void> {
  const { head, entry } = await withContext(keepAudit, async (tx: Tx) => {
    await insert(
      tx as never,
      { action: restoreAction, by: "command", about: {} },
      { activity: keepAudit.activity, outcome: "done", at: now(), even: true },
    );
    const { id } = await tx
      .selectFrom("kernel.audit_contents")
      .select("id")
      .where("action", "=", restoreAction)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    return { head: await readHead(tx), entry: id };
  });
  checkpoints.noteRestored(head, entry, now());
  await seal({ withContext, checkpoints: { note: () => undefined }, now });
}
