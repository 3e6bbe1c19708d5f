import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { standingAtAll } from "../administration.ts";
import type { Caller } from "../administration.ts";
import { writing } from "../constraints.ts";
import { queueLists } from "../lists-changed.ts";
import type { ByName } from "../place-in-list.ts";
import type { Tx } from "../tx.ts";

/** Who may open by the group `e`, now or later: asked of its grants, as it may have no doors yet. */
const peopleOf = (now: Date) => sql<number>`(
  with given as (
    select g.member_id, coalesce(g.group_id, g.unit_id) as via_id from access.grants g
     where g.door_group_id = e.id and (g.valid_until is null or g.valid_until > ${now})
  )
  select count(distinct member_id) from (
    select member_id from given
    union all
    select b.member_id from access.belonging b
     where b.via_id = any (array(select via_id from given))
    union all
    select t.member_id from given join access.units u on given.via_id in (u.id, u.group_id)
      join access.tenants t on t.unit_id = u.id
     where t.ends_at is null or t.ends_at > ${now}) p)`;

/** By name, of those that the caller administers, each with its doors and people counted. */
export async function listDoorGroups(
  tx: Tx,
  caller: Caller,
  now: Date,
  limit: number,
  after: ByName,
) {
  let query = tx
    .selectFrom("access.door_groups as e")
    .select(["e.id", "e.name"])
    .select(
      sql<number>`(select count(*) from access.door_group_doors where door_group_id = e.id)`.as(
        "doors",
      ),
    )
    .select(peopleOf(now).as("people"))
    .orderBy("e.name")
    .orderBy("e.id");
  if (caller.role !== "administrator") {
    query = query.where(
      "e.id",
      "in",
      sql<string>`(select door_group_id from access.administered_groups(${caller.member}::uuid))`,
    );
  }
  if (after)
    query = query.where((eb) => eb(eb.refTuple("e.name", "e.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/** @throws Problem `name-taken` */
export async function addDoorGroup(tx: Tx, organisation: string, name: string): Promise<string> {
  const { id } = await writing(
    tx
      .insertInto("access.door_groups")
      .values({ organisation_id: organisation, name })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Problem `not-found`, `name-taken` */
export async function changeDoorGroup(tx: Tx, doorGroup: string, name: string): Promise<void> {
  const changed = await writing(
    tx
      .updateTable("access.door_groups")
      .set({ name })
      .where("id", "=", doorGroup)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
}

/** The grants given to it go with it. @throws Problem `not-found` */
export async function removeDoorGroup(
  tx: Tx,
  organisation: string,
  doorGroup: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom("access.door_groups")
    .where("id", "=", doorGroup)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}

/** By name. @throws Problem `not-found` for a group that the caller does not administer */
export async function listDoorsOfGroup(
  tx: Tx,
  caller: Caller,
  doorGroup: string,
  limit: number,
  after: ByName,
) {
  await standingAtAll(tx, caller, { doorGroup });
  let query = tx
    .selectFrom("access.door_group_doors as x")
    .innerJoin("access.doors as d", "d.id", "x.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .select(["d.id", "d.name", "s.id as site_id", "s.name as site_name"])
    .where("x.door_group_id", "=", doorGroup)
    .orderBy("d.name")
    .orderBy("d.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("d.name", "d.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

type Place = { readonly doorGroup: string; readonly door: string };

/**
 * Whoever may open by the group may open the door from now on. So it takes who administers both.
 * @throws Problem `not-found` for the group or door
 */
export async function putDoorInGroup(
  tx: Tx,
  caller: Caller,
  organisation: string,
  { doorGroup, door }: Place,
): Promise<void> {
  await standingAtAll(tx, caller, { doorGroup });
  await standingAtAll(tx, caller, { door });
  await writing(
    tx
      .insertInto("access.door_group_doors")
      .values({ organisation_id: organisation, door_group_id: doorGroup, door_id: door })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await queueLists(tx, organisation);
}

/** @throws Problem `not-found` when it is not in the group */
export async function takeDoorOutOfGroup(
  tx: Tx,
  organisation: string,
  { doorGroup, door }: Place,
): Promise<void> {
  const gone = await tx
    .deleteFrom("access.door_group_doors")
    .where("door_group_id", "=", doorGroup)
    .where("door_id", "=", door)
    .returning("door_id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}
