import { addJob } from "@terskel/platform/jobs";
import { problem as common } from "@terskel/platform/problems";
import type { Language } from "@terskel/platform/i18n";
import { administeredDoors, refuseRoleTooHigh, standingAt } from "./administration.ts";
import type { Caller, GrantRole } from "./administration.ts";
import type { ById } from "./place-in-list.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";
import { validityColumns } from "./validity.ts";
import type { Validity } from "./validity.ts";

export type NewInvitation = {
  readonly door: string;
  readonly email: string;
  readonly role: GrantRole;
  readonly language: Language;
  readonly expiresInDays: number;
} & Validity;

/** So that nobody can write to the whole town in the organisation's name. */
const mostOpen = 200;
const dayMs = 24 * 60 * 60 * 1000;

/** The open invitations to the doors the caller administers, newest first. */
export async function listInvitations(
  tx: Tx,
  caller: Caller,
  now: Date,
  limit: number,
  after: ById,
) {
  let query = tx
    .selectFrom("access.invitations as i")
    .innerJoin("access.doors as d", "d.id", "i.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .innerJoin("kernel.memberships as m", "m.id", "i.invited_by")
    .select(["i.id", "i.email", "i.created_at", "i.expires_at", "i.valid_from", "i.valid_until"])
    .select(["d.id as door_id", "d.name as door_name", "s.time_zone", "m.name as invited_by"])
    .select((eb) => eb.ref("i.role").$castTo<GrantRole>().as("role"))
    .where("i.door_id", "in", administeredDoors(caller))
    .where("i.expires_at", ">", now)
    .orderBy("i.id", "desc");
  if (after) query = query.where("i.id", "<", after[0]);
  return await query.limit(limit).execute();
}

/**
 * Invites an address to a door; the mail goes once the transaction is committed. Whether the
 * address is a member's already makes no difference, so nothing is learnt from the answer.
 * @throws Problem `not-found` for a door the caller does not administer; `role-too-high`;
 * `already-invited` to this door; `too-many-invitations`
 */
export async function invite(
  tx: Tx,
  caller: Caller,
  organisation: string,
  invitation: NewInvitation,
  now: Date,
): Promise<string> {
  refuseRoleTooHigh(await standingAt(tx, caller, invitation.door), invitation.role);
  await refuseTooMany(tx, caller, invitation, now);
  const { id } = await tx
    .insertInto("access.invitations")
    .values({
      organisation_id: organisation,
      door_id: invitation.door,
      invited_by: caller.member,
      email: invitation.email,
      language: invitation.language,
      role: invitation.role,
      ...validityColumns(invitation),
      created_at: now,
      expires_at: new Date(now.getTime() + invitation.expiresInDays * dayMs),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addJob(tx, "access.send-invitation", { organisation, invitation: id });
  return id;
}

async function refuseTooMany(
  tx: Tx,
  { member }: Caller,
  { door, email }: NewInvitation,
  now: Date,
): Promise<void> {
  const open = tx.selectFrom("access.invitations").where("expires_at", ">", now);
  const same = await open
    .select("id")
    .where("door_id", "=", door)
    .where("email", "=", email)
    .executeTakeFirst();
  if (same) throw problem("already-invited");
  const { count } = await open
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("invited_by", "=", member)
    .executeTakeFirstOrThrow();
  if (count >= mostOpen) throw problem("too-many-invitations");
}

/**
 * @throws Problem `not-found` unless it is open, and to a door the caller administers;
 * `role-too-high` for one the caller could not have sent
 */
export async function withdrawInvitation(
  tx: Tx,
  caller: Caller,
  id: string,
  now: Date,
): Promise<void> {
  const invitation = await tx
    .selectFrom("access.invitations")
    .select(["door_id", (eb) => eb.ref("role").$castTo<GrantRole>().as("role")])
    .where("id", "=", id)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!invitation) throw common("not-found");
  refuseRoleTooHigh(await standingAt(tx, caller, invitation.door_id), invitation.role);
  await tx.deleteFrom("access.invitations").where("id", "=", id).execute();
}
