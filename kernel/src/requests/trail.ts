import type { Tx } from "./tx.ts";

export type Role = "person" | "privacy-officer" | "operator" | "system";

export type Step =
  | "received"
  | "proof-asked"
  | "passed-on"
  | "extended"
  | "reminded"
  | "overdue"
  | "granted"
  | "partly"
  | "refused"
  | "cancelled"
  | "deleted"
  | "anonymised"
  | "locked"
  | "restricted"
  | "objected"
  | "downloaded"
  | "download-broken-off"
  | "lift-told"
  | "lifted"
  | "letter-sent";

type Of = { readonly organisation_id: string; readonly number: number; readonly kind: string };

/** Adds a step to the request's trail, in the transaction of what it tells. */
export async function addStep(
  tx: Tx,
  request: Of,
  step: Step,
  by: Role,
  at: Date,
  rows?: number,
): Promise<void> {
  // Not `returning`: whoever adds need not be able to read.
  await tx
    .insertInto("kernel.request_trail")
    .values({
      at,
      organisation_id: request.organisation_id,
      request_number: request.number,
      kind: request.kind,
      step,
      by_role: by,
      rows: rows ?? null,
    })
    .execute();
}

/** The request's trail, oldest first. */
export async function readTrail(tx: Tx, number: number) {
  const rows = await tx
    .selectFrom("kernel.request_trail")
    .select(["at", "step", "by_role", "rows"])
    .where("request_number", "=", number)
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    at: row.at.toISOString(),
    step: row.step as Step,
    by: row.by_role as Role,
    ...(row.rows === null ? {} : { rows: row.rows }),
  }));
}
