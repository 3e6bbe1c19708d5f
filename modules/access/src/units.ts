import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { removing, writing } from "./constraints.ts";
import { tenantsOf } from "./leases/list.ts";
import type { LeaseRow } from "./leases/list.ts";
import { problem as lease } from "./leases/problems.ts";
import { queueLists } from "./lists-changed.ts";
import type { ByName } from "./place-in-list.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

/** By name, each with its residents, and its leases that are not over, in their order. */
export async function listUnits(tx: Tx, now: Date, limit: number, after: ByName) {
  let query = selectUnits(tx, now).orderBy("u.name").orderBy("u.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("u.name", "u.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/** @throws Problem `not-found` */
export async function readUnit(tx: Tx, unit: string, now: Date) {
  const found = await selectUnits(tx, now).where("u.id", "=", unit).executeTakeFirst();
  if (!found) throw common("not-found");
  return found;
}

function selectUnits(tx: Tx, now: Date) {
  return tx
    .selectFrom("access.units as u")
    .innerJoin("kernel.sites as s", "s.id", "u.site_id")
    .leftJoin("access.groups as g", "g.id", "u.group_id")
    .select(["u.id", "u.name", "s.id as site_id", "s.name as site_name", "s.time_zone"])
    .select(["g.id as group_id", "g.name as group_name"])
    .select(
      sql<{ id: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name)
                                 order by m.name, m.id), '[]')
          from access.residents r join kernel.memberships m on m.id = r.member_id
         where r.unit_id = u.id)`.as("residents"),
    )
    .select(
      sql<LeaseRow[]>`(
        select coalesce(json_agg(json_build_object('id', l.id, 'starts_at', l.starts_at,
                                 'ends_at', l.ends_at, 'tenants', ${tenantsOf}) order by l.starts_at), '[]')
          from access.leases l
         where l.unit_id = u.id and (l.ends_at is null or l.ends_at > ${now}))`.as("leases"),
    );
}

/** @throws Problem `name-taken` on this site; `not-found` for the site or group */
export async function addUnit(
  tx: Tx,
  organisation: string,
  unit: { name: string; site: string; group?: string | undefined },
): Promise<string> {
  const { id } = await writing(
    tx
      .insertInto("access.units")
      .values({
        organisation_id: organisation,
        site_id: unit.site,
        group_id: unit.group ?? null,
        name: unit.name,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/**
 * Another group is another right for everybody who lives there.
 * @throws Problem `not-found` for the unit or group; `name-taken`
 */
export async function changeUnit(
  tx: Tx,
  organisation: string,
  unit: string,
  { name, group }: { name?: string | undefined; group?: string | null | undefined },
): Promise<void> {
  const changed = await writing(
    tx
      .updateTable("access.units")
      .set((eb) => ({
        name: name ?? eb.ref("name"),
        ...(group === undefined ? {} : { group_id: group }),
      }))
      .where("id", "=", unit)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
  await queueLists(tx, organisation);
}

/** Leases that are over go with it. @throws Problem `not-found`; `unit-inhabited`; `unit-let` */
export async function removeUnit(tx: Tx, unit: string, now: Date): Promise<void> {
  // Nobody lets it meanwhile: a lease holds on to its unit.
  await tx.selectFrom("access.units").select("id").where("id", "=", unit).forUpdate().execute();
  const running = await tx
    .selectFrom("access.leases")
    .select("id")
    .where("unit_id", "=", unit)
    .where((eb) => eb.or([eb("ends_at", "is", null), eb("ends_at", ">", now)]))
    .limit(1)
    .executeTakeFirst();
  if (running) throw lease("unit-let");
  const gone = await removing(
    tx.deleteFrom("access.units").where("id", "=", unit).returning("id").executeTakeFirst(),
    (cause) => problem("unit-inhabited", { cause }),
  );
  if (!gone) throw common("not-found");
}
