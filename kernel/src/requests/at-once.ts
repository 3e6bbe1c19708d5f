import { sql } from "kysely";
import { addressKey } from "../suppressions/address-key.ts";
import { suppress } from "../suppressions/suppress.ts";
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
export function isAtOnce(ports: Pick<PrivacyPorts, "processings">, row: RequestRow): boolean {
  if (row.kind === "objection") return atOnce(ports, row.activity ?? "");
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
  await suppressAddresses(tx, ports, row);
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

/**
 * Every address by which the person is known: what is stored by an address alone, as of a contact person at a
 * customer, leads to no account.
 */
async function suppressAddresses(tx: Tx, ports: PrivacyPorts, row: RequestRow): Promise<void> {
  const { member_id, person_id, address, activity } = row;
  const { rows } = await sql<{ address: string }>`
    select a.address from kernel.memberships m, lateral (values (m.email), (m.phone)) a (address)
     where a.address is not null and (m.id = ${member_id}::uuid or m.person_id = ${person_id}::uuid)
    union select kernel.subjects('address')`.execute(tx);
  const addresses = [...rows.map((each) => each.address), ...(address ? [address] : [])];
  const keys = addresses.map((each) => addressKey(ports.keys, each));
  await suppress(tx, keys, activity ?? "", ports.now());
}
