import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../tx.ts";

export type Person = { readonly id: string; readonly name: string };
export type LeaseRow = {
  readonly id: string;
  readonly starts_at: Date | string;
  readonly ends_at: Date | string | null;
  readonly tenants: readonly Person[];
};

/** Who rents by the lease `l`, by name. */
export const tenantsOf = sql<Person[]>`(
  select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name, m.id), '[]')
    from access.tenants t join kernel.memberships m on m.id = t.member_id where t.lease_id = l.id)`;

/** By when they begin. */
export const byStart = z.tuple([z.iso.datetime(), z.uuid()]);

/** The last to begin first. */
export async function listLeases(
  tx: Tx,
  unit: string | undefined,
  limit: number,
  after: z.output<typeof byStart> | undefined,
) {
  let query = tx
    .selectFrom("access.leases as l")
    .innerJoin("access.units as u", "u.id", "l.unit_id")
    .select(["l.id", "l.starts_at", "l.ends_at", "u.id as unit_id", "u.name as unit_name"])
    .select(tenantsOf.as("tenants"))
    .orderBy("l.starts_at", "desc")
    .orderBy("l.id", "desc");
  if (unit) query = query.where("u.id", "=", unit);
  if (after) {
    const [start, id] = after;
    query = query.where((eb) =>
      eb(eb.refTuple("l.starts_at", "l.id"), "<", eb.tuple(new Date(start), id)),
    );
  }
  return await query.limit(limit).execute();
}

const instantOf = (at: Date | string) => new Date(at).toISOString();

/** A lease as the API shows it. */
export const toLease = ({ id, starts_at, ends_at, tenants }: LeaseRow) => ({
  id,
  from: instantOf(starts_at),
  ...(ends_at === null ? {} : { until: instantOf(ends_at) }),
  tenants: [...tenants],
});
