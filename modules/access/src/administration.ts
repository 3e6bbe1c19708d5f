import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { z } from "zod";
import type { grantRole } from "./api/words.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

export type GrantRole = z.output<typeof grantRole>;

/** Who acts: a membership, and its role in the organisation. */
export type Caller = { readonly member: string; readonly role: "member" | "administrator" };

/**
 * What somebody is to a door they administer: an administrator of the door's organisation, or what
 * a grant in force makes of them.
 */
export type Standing = "organisation" | "door_administrator" | "owner";

/**
 * Door administrators let people in; owners and the organisation's administrators appoint too. So
 * nobody makes more of anyone than they are themselves, and a door administrator makes no other.
 */
export function mayGive(standing: Standing, role: GrantRole): boolean {
  return standing !== "door_administrator" || role === "user";
}

/** @throws Problem `role-too-high` */
export function refuseRoleTooHigh(standing: Standing, role: GrantRole): void {
  if (!mayGive(standing, role)) {
    throw problem("role-too-high", { reason: `${standing} and ${role}` });
  }
}

/** The caller of a route that only members of the organisation can call. */
export function callerOf(input: {
  readonly context: { readonly member: string | undefined };
  readonly role: Caller["role"] | undefined;
}): Caller {
  if (!input.context.member || !input.role) throw common("not-found", { reason: "no member" });
  return { member: input.context.member, role: input.role };
}

/** What the caller is to a door now; undefined when they do not administer it, or there is none. */
export async function findStanding(
  tx: Tx,
  caller: Caller,
  door: string,
): Promise<Standing | undefined> {
  const found = await sql<{ role: Standing | null }>`
    select a.role from access.doors d
      left join access.administered(${caller.member}::uuid) a on a.door_id = d.id
     where d.id = ${door}::uuid`.execute(tx);
  const [row] = found.rows;
  if (!row) return undefined;
  return caller.role === "administrator" ? "organisation" : (row.role ?? undefined);
}

/** @throws Problem `not-found`: to who does not administer it, a door looks like none */
export async function standingAt(tx: Tx, caller: Caller, door: string): Promise<Standing> {
  const standing = await findStanding(tx, caller, door);
  if (!standing) throw common("not-found", { reason: "not a door the caller administers" });
  return standing;
}

/** What a grant is to: one door, or a group of doors. */
export type Opened = {
  readonly door?: string | null | undefined;
  readonly doorGroup?: string | null | undefined;
};

/**
 * What the caller is to all that is opened: to a group of doors, what they are to every door in it. One without doors is
 * administered by the organisation's administrators alone.
 * @throws Problem `not-found`
 */
export async function standingAtAll(
  tx: Tx,
  caller: Caller,
  { door, doorGroup }: Opened,
): Promise<Standing> {
  if (!doorGroup) return await standingAt(tx, caller, door ?? "");
  const found = await sql<{ role: Standing | null }>`
    select a.role from access.door_groups g
      left join access.administered_groups(${caller.member}::uuid) a on a.door_group_id = g.id
     where g.id = ${doorGroup}::uuid`.execute(tx);
  const [row] = found.rows;
  const standing = caller.role === "administrator" ? "organisation" : row?.role;
  if (!row || !standing) throw common("not-found", { reason: "not doors the caller administers" });
  return standing;
}

/** The same for groups of doors, a row a group. */
export const administeredGroups = ({ member }: Caller) =>
  sql<{ door_group_id: string; role: Standing }>`(
    select * from access.administered_groups(${member}::uuid))`;

/** What a grant in force makes of the caller, a row a door. */
export const administered = ({ member }: Caller) =>
  sql<{ door_id: string; role: Standing }>`(select * from access.administered(${member}::uuid))`;

/** The doors the caller administers, to be used as `door_id in ${…}`. */
export function administeredDoors({ member, role }: Caller) {
  return role === "administrator"
    ? sql<string>`(select id from access.doors)`
    : sql<string>`(select door_id from access.administered(${member}::uuid))`;
}
