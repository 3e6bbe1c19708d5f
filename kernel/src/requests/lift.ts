import { sql } from "kysely";
import { queueLetter } from "./letters.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { findRequest } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Role } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { contextOf } from "./whose.ts";
import { endRestriction } from "./withhold.ts";

/** Did this request bring a restriction that still stands? */
export const restricts = (row: RequestRow) =>
  row.kind === "restriction" &&
  (row.decision === "granted" || row.decision === "partly") &&
  row.lifted_at === null;

/** The same in a query of requests `r`, of persons who are there still. */
export const isRestricting = sql<boolean>`
  r.kind = 'restriction' and r.decision in ('granted', 'partly') and r.lifted_at is null
  and num_nonnulls(r.member_id, r.person_id, r.address) > 0`;

/** Ends the restriction at once; once, however often it is asked for. */
export async function liftNow(ports: PrivacyPorts, row: RequestRow, by: Role): Promise<void> {
  await ports.withContext(await contextOf(ports, row), async (tx: Tx) => {
    const lifted = await tx
      .updateTable("kernel.requests")
      .set({ lifted_at: ports.now() })
      .where("id", "=", row.id)
      .where("lifted_at", "is", null)
      .executeTakeFirst();
    if (lifted.numUpdatedRows === 0n) return;
    await endRestriction(tx, ports, row);
    await addStep(tx, row, "lifted", by, ports.now());
    await queueLetter(tx, row, "lifted");
  });
}

/**
 * Tells the person that the restriction ends in so many days (Art. 18(3)); then the clock ends it.
 * @throws Problem `not-restricted`
 */
export async function planLift(ports: PrivacyPorts, row: RequestRow, days: number, by: Role) {
  const lifts = new Date(ports.now().getTime() + days * 24 * 3_600_000);
  return await ports.withContext(await contextOf(ports, row), async (tx: Tx) => {
    const found = await findRequest(tx, row.id);
    if (!restricts(found) || found.lifts_at) throw problem("not-restricted");
    await tx
      .updateTable("kernel.requests")
      .set({ lifts_at: lifts })
      .where("id", "=", row.id)
      .execute();
    await addStep(tx, row, "lift-told", by, ports.now());
    await queueLetter(tx, row, "lift-told");
    return lifts;
  });
}
