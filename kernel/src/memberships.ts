import type { Transaction } from "kysely";
import type { KernelTables } from "./tables.ts";

type Tx = Transaction<KernelTables>;

export type NewMembership = {
  readonly organisation: string;
  readonly person?: string | undefined;
  readonly name: string;
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
  readonly role: "member" | "administrator";
  readonly source: "import" | "invitation" | "administrator" | "operator";
};

/**
 * Adds a person to an organisation and gives the membership's id; undefined when its e-mail,
 * telephone or account is there already.
 */
export async function addMembership(tx: Tx, membership: NewMembership) {
  const row = await tx
    .insertInto("kernel.memberships")
    .values({
      organisation_id: membership.organisation,
      person_id: membership.person ?? null,
      name: membership.name,
      email: membership.email ?? null,
      phone: membership.phone ?? null,
      role: membership.role,
      source: membership.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}
