import { problem as common } from "@terskel/platform/problems";
import type { Expression, SqlBool } from "kysely";
import {
  administered,
  administeredDoors,
  mayGive,
  refuseRoleTooHigh,
  standingAt,
} from "./administration.ts";
import type { Caller, GrantRole, Standing } from "./administration.ts";
import { writing } from "./constraints.ts";
import { otherOwners, refuseLastOwner } from "./last-owner.ts";
import { queueLists } from "./lists-changed.ts";
import type { ById } from "./place-in-list.ts";
import type { Tx } from "./tx.ts";
import { validityColumns } from "./validity.ts";
import type { Validity } from "./validity.ts";

export type NewGrant = {
  readonly door: string;
  readonly role: GrantRole;
  /** A membership, or else a group. */
  readonly person?: string | undefined;
  readonly group?: string | undefined;
  /** Absent: at any hour. */
  readonly schedule?: string | undefined;
} & Validity;

type Filter = {
  readonly door?: string | undefined;
  readonly person?: string | undefined;
  readonly group?: string | undefined;
};

/** The grants that have not ended, on the doors the caller administers, newest first. */
export async function listGrants(
  tx: Tx,
  caller: Caller,
  { door, person, group }: Filter,
  now: Date,
  limit: number,
  after: ById,
) {
  return await tx
    .selectFrom("access.grants as g")
    .innerJoin("access.doors as d", "d.id", "g.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("kernel.memberships as m", "m.id", "g.member_id")
    .leftJoin("access.groups as r", "r.id", "g.group_id")
    .leftJoin("access.schedules as h", "h.id", "g.schedule_id")
    .leftJoin(administered(caller).as("mine"), "mine.door_id", "g.door_id")
    .select(["g.id", "g.valid_from", "g.valid_until", "g.created_at"])
    .select((eb) => eb.ref("g.role").$castTo<GrantRole>().as("role"))
    .select(["d.id as door_id", "d.name as door_name", "s.time_zone", "m.id as member_id"])
    .select(["m.name as member_name", "r.id as group_id", "r.name as group_name"])
    .select(["h.id as schedule_id", "h.name as schedule_name"])
    .select((eb) => [
      "mine.role as standing",
      eb.exists(otherOwners(tx, eb.ref("g.door_id"), eb.ref("g.id"), now)).as("another_owner"),
    ])
    .where("g.door_id", "in", administeredDoors(caller))
    .where((eb) => {
      const all: Expression<SqlBool>[] = [
        eb.or([eb("g.valid_until", "is", null), eb("g.valid_until", ">", now)]),
      ];
      if (door) all.push(eb("g.door_id", "=", door));
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
 * @throws Problem `not-found` for a door the caller does not administer, or a person or group that
 * is not the organisation's; `role-too-high`; `conflict` for a grant that is there already
 */
export async function addGrant(
  tx: Tx,
  caller: Caller,
  organisation: string,
  grant: NewGrant,
): Promise<string> {
  refuseRoleTooHigh(await standingAt(tx, caller, grant.door), grant.role);
  const { id } = await writing(
    tx
      .insertInto("access.grants")
      .values({
        organisation_id: organisation,
        door_id: grant.door,
        member_id: grant.person ?? null,
        group_id: grant.group ?? null,
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
    .select(["door_id", (eb) => eb.ref("role").$castTo<GrantRole>().as("role")])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!grant) throw common("not-found");
  const standing = await standingAt(tx, caller, grant.door_id);
  refuseRoleTooHigh(standing, grant.role);
  if (standing === "owner" && grant.role === "owner") {
    await refuseLastOwner(tx, grant.door_id, id, now);
  }
  const gone = await tx.deleteFrom("access.grants").where("id", "=", id).executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw common("not-found", { reason: "removed meanwhile" });
  await queueLists(tx, organisation);
}
