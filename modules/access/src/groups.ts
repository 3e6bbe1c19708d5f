import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { z } from "zod";
import { writing } from "./constraints.ts";
import { queueLists } from "./lists-changed.ts";
import { memberOrNone } from "./members.ts";
import type { ByName } from "./place-in-list.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

/**
 * Who belongs to a group, one row a way of belonging: put there by name (no unit), or as a resident
 * or present tenant of one of its units.
 */
const membersOf = (group: unknown, now: Date) => sql<{ member_id: string; unit_id: string | null }>`
  select b.member_id, b.unit_id from access.belonging b where b.via_id = ${group}
  union
  select t.member_id, u.id from access.units u join access.tenants t on t.unit_id = u.id
   where u.group_id = ${group} and t.starts_at <= ${now} and (t.ends_at is null or t.ends_at > ${now})`;

/** By name, each with how many people belong to it and how many doors it can open. */
export async function listGroups(tx: Tx, now: Date, limit: number, after: ByName) {
  let query = tx
    .selectFrom("access.groups as g")
    .select(["g.id", "g.name"])
    .select(
      sql<number>`(select count(distinct member_id) from (${membersOf(sql.ref("g.id"), now)}) m)`.as(
        "people",
      ),
    )
    .select(
      sql<number>`(select count(distinct door_id) from access.door_grants where via_id = g.id
                     and (valid_until is null or valid_until > ${now}))`.as("doors"),
    )
    .orderBy("g.name")
    .orderBy("g.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("g.name", "g.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/** @throws Problem `name-taken` */
export async function addGroup(tx: Tx, organisation: string, name: string): Promise<string> {
  const { id } = await writing(
    tx
      .insertInto("access.groups")
      .values({ organisation_id: organisation, name })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Problem `not-found`, `name-taken` */
export async function changeGroup(tx: Tx, group: string, name: string): Promise<void> {
  const changed = await writing(
    tx
      .updateTable("access.groups")
      .set({ name })
      .where("id", "=", group)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
}

/** The grants given to it go with it. @throws Problem `not-found` */
export async function removeGroup(tx: Tx, organisation: string, group: string): Promise<void> {
  const gone = await tx
    .deleteFrom("access.groups")
    .where("id", "=", group)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}

/** By the person's name; a person put in by name comes before the same person by unit. */
export const memberPlace = z.tuple([z.string(), z.uuid(), z.string().regex(/^[0-9a-f-]{36}$/)]);
const noUnit = "00000000-0000-0000-0000-000000000000";

/** @throws Problem `not-found` for the group */
export async function listGroupMembers(
  tx: Tx,
  group: string,
  now: Date,
  limit: number,
  after: z.output<typeof memberPlace> | undefined,
) {
  await groupOrNone(tx, group);
  const [name, member, unit] = after ?? [];
  const found = await sql<{
    name: string;
    member_id: string;
    unit_id: string | null;
    unit_name: string | null;
    place: string;
  }>`
    select m.name, m.id as member_id, u.id as unit_id, u.name as unit_name,
           coalesce(u.id, ${noUnit}::uuid) as place
      from (${membersOf(group, now)}) g
      join kernel.memberships m on m.id = g.member_id
      left join access.units u on u.id = g.unit_id
     where ${name ?? null}::text is null
        or (m.name, m.id, coalesce(u.id, ${noUnit}::uuid))
             > (${name ?? null}, ${member ?? null}::uuid, ${unit ?? null}::uuid)
     order by 1, 2, 5 limit ${limit}`.execute(tx);
  return found.rows;
}

/** @throws Problem `not-found` for the group or person */
export async function putGroupMember(
  tx: Tx,
  organisation: string,
  group: string,
  person: string,
): Promise<void> {
  await groupOrNone(tx, group);
  await memberOrNone(tx, person);
  await writing(
    tx
      .insertInto("access.group_members")
      .values({ organisation_id: organisation, group_id: group, member_id: person })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await queueLists(tx, organisation);
}

/** @throws Problem `not-found`; `member-by-unit` for who was not put there by name */
export async function removeGroupMember(
  tx: Tx,
  organisation: string,
  group: string,
  person: string,
  now: Date,
): Promise<void> {
  const gone = await tx
    .deleteFrom("access.group_members")
    .where("group_id", "=", group)
    .where("member_id", "=", person)
    .returning("group_id")
    .executeTakeFirst();
  if (!gone) throw await whyNotThere(tx, group, person, now);
  await queueLists(tx, organisation);
}

async function whyNotThere(tx: Tx, group: string, person: string, now: Date) {
  const byUnit = await sql`
    select from (${membersOf(group, now)}) m where member_id = ${person}`.execute(tx);
  return byUnit.rows.length > 0 ? problem("member-by-unit") : common("not-found");
}

async function groupOrNone(tx: Tx, group: string): Promise<void> {
  const found = await tx
    .selectFrom("access.groups")
    .select("id")
    .where("id", "=", group)
    .executeTakeFirst();
  if (!found) throw common("not-found");
}
