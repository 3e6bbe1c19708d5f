import { writeOpened } from "@terskel/kernel";
import type { Answer } from "@terskel/platform/contract";
import type * as api from "./api/operator.ts";
import { readForStaff } from "./one-case.ts";
import type { Tx } from "./tx.ts";

type Asked = {
  readonly organisation: string;
  readonly case: string;
  /** The membership at the operator. */
  readonly caller: string | undefined;
};

/**
 * A case as the operator's staff read it on the organisation's behalf; the person sees that they have (B8). They
 * see the operator's name: who of its staff it was stands in the audit trail.
 * @throws Problem `not-found`
 */
export async function openOnBehalf(
  tx: Tx,
  { organisation, case: id, caller }: Asked,
  now: Date,
): Promise<Answer<typeof api.openCase>> {
  const found = await readForStaff(tx, id, caller);
  const { name } = await tx
    .selectFrom("kernel.organisations")
    .select("name")
    .where("kind", "=", "operator")
    .executeTakeFirstOrThrow();
  await writeOpened(tx, {
    at: now,
    organisation,
    member: found.person.id,
    opener: name,
    activity: "support.handle",
    labels: ["name", "message", "time"],
  });
  return found;
}
