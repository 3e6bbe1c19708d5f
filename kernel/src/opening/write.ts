import type { Transaction } from "kysely";
import type { Label } from "../labels.ts";
import type { KernelTables } from "../tables.ts";

type Opened = {
  readonly at: Date;
  readonly organisation: string;
  readonly member: string;
  /** In whose name: an organisation's, and no person's. */
  readonly opener: string;
  readonly activity: string;
  readonly labels: readonly Exclude<Label, "technical">[];
};

/**
 * Writes down, in the transaction that shows it, that a person's data was read on their organisation's behalf. The
 * person sees it where they see who of the organisation opened their data.
 */
export async function writeOpened(tx: Transaction<KernelTables>, opened: Opened): Promise<void> {
  const { at, organisation, member, opener, activity, labels } = opened;
  await tx
    .insertInto("kernel.openings")
    .values({
      at,
      organisation_id: organisation,
      member_id: member,
      opened_by: null,
      opener,
      activity,
      labels: [...labels],
    })
    .execute();
}
