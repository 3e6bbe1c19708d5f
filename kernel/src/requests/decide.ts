import { problem as common } from "@terskel/platform/problems";
import { fileUntil, hasFile } from "./at-once.ts";
import { close } from "./close.ts";
import type { Decision } from "./close.ts";
import { decides, roleAt } from "./desk.ts";
import { erasePerson } from "./erase-person.ts";
import { queueLetter } from "./letters.ts";
import { queueNews } from "./news.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { findRequest, lockOpen } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Role } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { contextOf, desk } from "./whose.ts";
import { withhold } from "./withhold.ts";

/**
 * Decides an open request, carries it out and has the person told, all or nothing.
 * @throws Problem `not-found`, `request-closed`, `erasure-under-hold`, `erasure-incomplete`, `reason-missing`, `not-allowed` once it is passed on,
 * `national-identity-number`
 */
export async function decide(
  ports: PrivacyPorts,
  organisation: string,
  id: string,
  decision: Decision,
): Promise<void> {
  requireReason(decision);
  const row = await ports.withContext(
    { activity: desk, organisation },
    async (tx: Tx) => await findRequest(tx, id),
  );
  if (row.state !== "received") throw problem("request-closed");
  if (!decides(row, organisation)) throw common("not-allowed", { reason: "passed on" });
  const by = roleAt(row, organisation);
  if (row.kind === "erasure" && decision.decision !== "refused") {
    await erasePerson(ports, row, decision, by);
    return;
  }
  await ports.withContext(await contextOf(ports, row), async (tx: Tx) => {
    const locked = await lockOpen(tx, id);
    if (decision.decision !== "refused") await carryOut(tx, ports, locked, by);
    await close(tx, ports, locked, decision, by);
    await queueLetter(tx, row, "outcome");
  });
}

/** Whoever does not get all that they asked for is told why (Art. 12(4)). */
function requireReason({ decision, reasonCode, reason }: Decision): void {
  if (decision === "granted") return;
  if (!reasonCode || (reasonCode === "other" && !reason)) throw problem("reason-missing");
}

async function carryOut(tx: Tx, ports: PrivacyPorts, row: RequestRow, by: Role): Promise<void> {
  const now = ports.now();
  if (row.kind === "restriction") {
    await withhold(tx, ports, row, undefined);
    await addStep(tx, row, "restricted", by, now);
  }
  if (row.kind === "objection" && row.activity) {
    await withhold(tx, ports, row, row.activity);
    await addStep(tx, row, "objected", by, now);
  }
  if (hasFile(row)) {
    await tx
      .updateTable("kernel.requests")
      .set({ file_until: fileUntil(now) })
      .where("id", "=", row.id)
      .execute();
  }
  // What was wrong is corrected where it stands, before this; whoever keeps a copy is told (Art. 19).
  if (row.kind === "rectification") await queueNews(tx, row, "rectified");
}
