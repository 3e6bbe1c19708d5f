import { queueLetter } from "./letters.ts";
import { atOnce } from "./objections.ts";
import type { PrivacyPorts } from "./ports.ts";
import { findRequest } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { withhold } from "./withhold.ts";

/** So long a file is to be fetched, in days. */
const fileDays = 30;

export const fileUntil = (now: Date) => new Date(now.getTime() + fileDays * 24 * 3_600_000);

/** Is it answered with a file? */
export const hasFile = ({ kind }: { readonly kind: string }) =>
  kind === "access" || kind === "portability";

/**
 * Is there nothing to weigh? Whoever is signed in gets their own data without anybody's decision, except
 * from an employer, who answers themselves (D13); direct marketing and profiling end without weighing.
 */
export function isAtOnce(row: RequestRow): boolean {
  if (row.kind === "objection") return atOnce(row.activity ?? "");
  return hasFile(row) && row.made === "signed-in" && row.organisationKind !== "employer";
}

/** An account that is used at no organisation is its owner's alone to erase (A13). */
export const erasesAccount = (row: RequestRow) =>
  row.kind === "erasure" && row.made === "signed-in" && row.member_id === null;

/** Grants it in the transaction in which it was made. */
export async function answerAtOnce(
  tx: Tx,
  ports: PrivacyPorts,
  row: RequestRow,
): Promise<RequestRow> {
  const now = ports.now();
  if (row.kind === "objection") await objectEverywhere(tx, ports, row);
  await tx
    .updateTable("kernel.requests")
    .set({ state: "answered", decision: "granted", answered_at: now })
    .set(hasFile(row) ? { file_until: fileUntil(now) } : {})
    .where("id", "=", row.id)
    .execute();
  await addStep(tx, row, "granted", "system", now);
  await queueLetter(tx, row, "outcome");
  return await findRequest(tx, row.id);
}

/** Wherever the person is known: as a member, by the account, by the address (A18). */
async function objectEverywhere(tx: Tx, ports: PrivacyPorts, row: RequestRow): Promise<void> {
  const activity = row.activity ?? undefined;
  const { organisation_id, member_id, person_id, address } = row;
  const nobody = { organisation_id, member_id: null, person_id: null, address: null };
  if (member_id) await withhold(tx, ports, { ...nobody, member_id }, activity);
  if (address) await withhold(tx, ports, { ...nobody, address }, activity);
  if (!person_id) return;
  await withhold(tx, ports, { ...nobody, person_id }, activity);
  const memberships = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "organisation_id"])
    .where("person_id", "=", person_id)
    .execute();
  for (const { id, organisation_id } of memberships) {
    await withhold(tx, ports, { ...nobody, organisation_id, member_id: id }, activity);
  }
}
