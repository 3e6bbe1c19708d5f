import type { Transaction } from "kysely";
import type { KernelTables } from "../tables.ts";
import { confidentialityVersion } from "./declaration.ts";

type Signed = { readonly organisation: string; readonly member: string; readonly at: Date };

/** That a member has signed the version in force. Safe to repeat. */
export async function sign(
  tx: Transaction<KernelTables>,
  { organisation, member, at }: Signed,
): Promise<void> {
  await tx
    .insertInto("kernel.confidentiality")
    .values({
      organisation_id: organisation,
      member_id: member,
      version: confidentialityVersion,
      signed_at: at,
    })
    .onConflict((conflict) => conflict.columns(["member_id", "version"]).doNothing())
    .execute();
}
