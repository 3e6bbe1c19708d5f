import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Expression, SqlBool } from "kysely";
import {
  administered,
  administeredDoors,
  administeredGroups,
  mayGive,
  refuseRoleTooHigh,
  standingAtAll,
} from "./administration.ts";
import type { Caller, GrantRole, Standing } from "./administration.ts";
import { writing } from "./constraints.ts";
import { othersOwn, refuseLastOwner } from "./last-owner.ts";
import { queueLists } from "./lists-changed.ts";
import type { ById } from "./place-in-list.ts";
import type { Tx } from "./tx.ts";
import { validityColumns } from "./validity.ts";
import type { Validity } from "./validity.ts";

export type NewGrant = {
  /** A door, or else a group of doors. */
  readonly door?: string | undefined;
  readonly doorGroup?: string | undefined;
  readonly role: GrantRole;
  /** A membership, or else a group, or a unit. */
  readonly person?: string | undefined;
  readonly group?: string | undefined;
  readonly unit?: string | undefined;
  /** Absent: at any hour. */
  readonly schedule?: string | undefined;
} & Validity;

type Filter = {
  /** Also by a group of doors. */
  readonly door?: string | undefined;
  readonly doorGroup?: string | undefined;
  readonly person?: string | undefined;
  readonly group?: string | undefined;
  readonly unit?: string | undefined;
};

/** The groups of doors that have one of these. */
const groupsWith = (doors: Expression<string>) => sql<string>`(
  select door_group_id from access.door_group_doors where door_id in ${doors})`;

/** Where all its doors are, when they are in one zone: their clock. */
const groupZone = sql<string>`coalesce(
  (select min(z.time_zone) from access.door_group_doors x join access.doors y on y.id = x.door_id
     join kernel.sites z on z.id = y.site_id where x.door_group_id = g.door_group_id), 'Europe/Oslo')`;

/** The grants that have not ended, on the doors the caller administers, newest first. */
export async function listGrants(
  tx: Tx,
  caller: Caller,
  { door, doorGroup, person, group, unit }: Filter,
  now: Date,
  limit: number,
  after: ById,
) {
  return await tx
    .selectFrom("access.grants as g")
    .leftJoin("access.doors as d", "d.id", "g.door_id")
    .leftJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.door_groups as e", "e.id", "g.door_group_id")
    .leftJoin("access.units as u", "u.id", "g.unit_id")
    .leftJoin("kernel.memberships as m", "m.id", "g.member_id")
    .leftJoin("access.groups as r", "r.id", "g.group_id")
    .leftJoin("access.schedules as h", "h.id", "g.schedule_id")
    .leftJoin(administered(caller).as("mine"), "mine.door_id", "g.door_id")
    .leftJoin(administeredGroups(caller).as("ours"), "ours.door_group_id", "g.door_group_id")
    .select(["g.id", "g.valid_from", "g.valid_until", "g.created_at"])
    .select((eb) => eb.ref("g.role").$castTo<GrantRole>().as("role"))
    .select(["d.id as door_id", "d.name as door_name", "s.time_zone", "m.id as member_id"])
    .select(["e.id as door_group_id", "e.name as door_group_name", groupZone.as("group_zone")])
    .select(["u.id as unit_id", "u.name as unit_name"])
    .select(["m.name as member_name", "r.id as group_id", "r.name as group_name"])
    .select(["h.id as schedule_id", "h.name as schedule_name"])
    .select((eb) => [
      eb.fn.coalesce("mine.role", "ours.role").as("standing"),
      othersOwn(eb.ref("g.id"), now).as("another_owner"),
    ])
    .where((eb) => {
      const opens = (doors: Expression<string>) =>
        eb.or([eb("g.door_id", "in", doors), eb("g.door_group_id", "in", groupsWith(doors))]);
      const all: Expression<SqlBool>[] = [
        eb.or([eb("g.valid_until", "is", null), eb("g.valid_until", ">", now)]),
      ];
      if (caller.role !== "administrator") all.push(opens(administeredDoors(caller)));
      if (door) all.push(opens(sql`(${door}::uuid)`));
      if (doorGroup) all.push(eb("g.door_group_id", "=", doorGroup));
      if (unit) all.push(eb("g.unit_id", "=", unit));
      if (person) all.push(eb("g.member_id", "=", person));
      if (group) all.push(eb("g.group_id", "=", group));
      if (after) all.push(eb("g.id", "<", after[0]));
      return eb.and(all);
    })
    .orderBy("g.id", "desc")
    .limit(limit)
    .execute();
}

type Listed = { role: GrantRole; standing: Standing | null; another_owner: SqlBool };

/** What the caller may do to a grant in their list: what `changeGrant` and `removeGrant` would not refuse. */
export function rightsTo(caller: Caller, { role, standing, another_owner }: Listed) {
  const as = caller.role === "administrator" ? "organisation" : standing;
  const mayChange = as !== null && mayGive(as, role);
  const isLastOwner = as === "owner" && role === "owner" && !another_owner;
  return { mayChange, mayRemove: mayChange && !isLastOwner };
}

/**
 * @throws Problem `not-found` for a door the caller does not administer, or a person, group or unit that
 * is not the organisation's; `role-too-high`; `conflict` for a grant that is there already
 */
export async function addGrant(
  tx: Tx,
  caller: Caller,
  organisation: string,
  grant: NewGrant,
): Promise<string> {
  refuseRoleTooHigh(await standingAtAll(tx, caller, grant), grant.role);
  const { id } = await writing(
    tx
      .insertInto("access.grants")
      .values({
        organisation_id: organisation,
        door_id: grant.door ?? null,
        door_group_id: grant.doorGroup ?? null,
        member_id: grant.person ?? null,
        group_id: grant.group ?? null,
        unit_id: grant.unit ?? null,
        role: grant.role,
        schedule_id: grant.schedule ?? null,
        ...validityColumns(grant),
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
    (cause) => common("conflict", { cause }),
  );
  await queueLists(tx, organisation);
  return id;
}

/**
 * @throws Problem `not-found`; `role-too-high` for a role the caller could not give; `last-owner`
 * for an owner who would leave the door without one
 */
export async function removeGrant(
  tx: Tx,
  caller: Caller,
  organisation: string,
  id: string,
  now: Date,
): Promise<void> {
  const grant = await tx
    .selectFrom("access.grants")
    .select(["door_id as door", "door_group_id as doorGroup"])
    .select((eb) => eb.ref("role").$castTo<GrantRole>().as("role"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (!grant) throw common("not-found");
  const standing = await standingAtAll(tx, caller, grant);
  refuseRoleTooHigh(standing, grant.role);
  if (standing === "owner" && grant.role === "owner") {
    await refuseLastOwner(tx, id, now);
  }
  const gone = await tx.deleteFrom("access.grants").where("id", "=", id).executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw common("not-found", { reason: "removed meanwhile" });
  await queueLists(tx, organisation);
}
