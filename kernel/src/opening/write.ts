import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Label } from "../labels.ts";
import type { KernelTables } from "../tables.ts";
import type { Context } from "../tenancy.ts";

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

/**
 * Writes down, in the transaction that shows it, that somebody of the organisation opened a person's data in their work. Not
 * their own, and the same data within an hour once for the same work: a page asks anew for as long as it is open.
 */
export async function writeOpenedByStaff(
  tx: Transaction<KernelTables>,
  { activity, member: opener, organisation }: Context,
  member: string,
  labels: Opened["labels"],
  at: Date,
): Promise<void> {
  if (opener === undefined || opener === member) return;
  await sql`
    insert into kernel.openings (at, organisation_id, member_id, opened_by, opener, activity, labels)
    select ${at}, m.organisation_id, ${member}::uuid, m.id, m.name, ${activity}, ${[...labels]}::text[]
      from kernel.memberships m
     where m.id = ${opener} and m.organisation_id = ${organisation}
       and not exists (select from kernel.openings o
                        where o.member_id = ${member} and o.opened_by = m.id
                          and o.activity = ${activity} and o.labels @> ${[...labels]}::text[]
                          and o.at > ${at}::timestamptz - interval '1 hour')`.execute(tx);
}
