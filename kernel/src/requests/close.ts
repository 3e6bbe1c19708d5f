import type { z } from "zod";
import type { decideRequest } from "../api/desk.ts";
import type { PrivacyPorts } from "./ports.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Role } from "./trail.ts";
import type { Tx } from "./tx.ts";

export type Decision = z.output<typeof decideRequest.body>;

/** Writes the decision down, in the transaction that carries it out. */
export async function close(
  tx: Tx,
  ports: PrivacyPorts,
  row: RequestRow,
  { decision, reasonCode, reason }: Decision,
  by: Role,
): Promise<void> {
  const now = ports.now();
  await tx
    .updateTable("kernel.requests")
    .set({
      state: "answered",
      decision,
      reason_code: reasonCode ?? null,
      reason: reason ?? null,
      answered_at: now,
    })
    .where("id", "=", row.id)
    .execute();
  await addStep(tx, row, decision, by, now);
}
