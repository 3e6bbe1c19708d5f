import { hasFile } from "./at-once.ts";
import { requireFresh } from "./fresh.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { findRequest } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import type { Tx } from "./tx.ts";
import { contactOf, desk } from "./whose.ts";

/**
 * Does the desk hand the copy over? Only for a caller of its own without an e-mail address, who could not
 * fetch it (Art. 12(3)). Once the membership is gone the copy would be the account's, which is not the desk's.
 */
export async function isHandedOver(
  ports: PrivacyPorts,
  row: RequestRow,
  organisation: string,
): Promise<boolean> {
  const entered = row.made === "staff" && row.member_id !== null;
  if (!entered || row.organisation_id !== organisation || !hasFile(row)) return false;
  const { email } = await contactOf(ports, row);
  return email === undefined;
}

/**
 * The request of a caller, whose copy the desk is to download and hand over; for an officer who signed in
 * just now, as with a copy of one's own (A14).
 * @throws Problem `sign-in-again`, `not-found`, `copy-is-theirs`
 */
export async function findCallersCopy(
  ports: PrivacyPorts,
  session: { readonly startedAt: Date },
  organisation: string,
  id: string,
): Promise<RequestRow> {
  requireFresh(ports, session);
  const row = await ports.withContext(
    { activity: desk, organisation },
    async (tx: Tx) => await findRequest(tx, id),
  );
  if (!(await isHandedOver(ports, row, organisation))) throw problem("copy-is-theirs");
  return row;
}
