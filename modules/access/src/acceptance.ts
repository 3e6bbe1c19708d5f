import { memberships } from "@terskel/kernel";
import { problem as common } from "@terskel/platform/problems";
import { findStanding, mayGive } from "./administration.ts";
import type { GrantRole } from "./administration.ts";
import type { InvitationName } from "./invitation-token.ts";
import { queueLists } from "./lists-changed.ts";
import type { AccessPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

type Account = NonNullable<Awaited<ReturnType<AccessPorts["account"]>>>;

/**
 * What an invitation offers, and locks it until the transaction ends.
 * @throws Problem `invitation-not-valid` for one that is used, withdrawn or expired, that offers an
 * access already over, or whose sender could not give the access any more: one and the same answer,
 * so that a link tells nothing but whether it works
 */
export async function findInvitation(tx: Tx, { id }: InvitationName, now: Date) {
  const found = await tx
    .selectFrom("access.invitations as i")
    .innerJoin("access.doors as d", "d.id", "i.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .innerJoin("kernel.organisations as o", "o.id", "i.organisation_id")
    .innerJoin("kernel.memberships as m", "m.id", "i.invited_by")
    .select(["i.id", "i.organisation_id", "i.door_id", "i.expires_at"])
    .select(["i.valid_from", "i.valid_until", "i.invited_by"])
    .select((eb) => eb.ref("i.role").$castTo<GrantRole>().as("role"))
    .select((eb) => eb.ref("m.role").$castTo<"member" | "administrator">().as("inviter_role"))
    .select([
      "d.name as door",
      "s.name as site",
      "s.time_zone",
      "o.name as organisation",
      "m.name as inviter",
    ])
    .where("i.id", "=", id)
    .where("i.expires_at", ">", now)
    .where((eb) => eb.or([eb("i.valid_until", "is", null), eb("i.valid_until", ">", now)]))
    .forUpdate("i")
    .executeTakeFirst();
  if (!found) throw problem("invitation-not-valid", { reason: "none open" });
  const inviter = { member: found.invited_by, role: found.inviter_role };
  const standing = await findStanding(tx, inviter, found.door_id);
  if (!standing || !mayGive(standing, found.role)) {
    throw problem("invitation-not-valid", { reason: "its sender may not give this any more" });
  }
  return found;
}

/**
 * The person becomes a member if they are none, gets the grant, and the invitation is deleted with
 * its address (C7): all of it or nothing.
 * @throws Problem `invitation-not-valid`
 */
export async function accept(
  tx: Tx,
  invitation: InvitationName,
  person: string,
  account: Account,
  now: Date,
): Promise<{ organisation: string; door: string }> {
  const found = await findInvitation(tx, invitation, now);
  const { organisation_id: organisation, door_id: door } = found;
  await tx
    .insertInto("access.grants")
    .values({
      organisation_id: organisation,
      door_id: door,
      member_id: await memberFor(tx, organisation, person, account),
      role: found.role,
      valid_from: found.valid_from,
      valid_until: found.valid_until,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.deleteFrom("access.invitations").where("id", "=", found.id).execute();
  await queueLists(tx, organisation);
  return { organisation, door };
}

/** The person's membership; else the one that waits for their verified e-mail; else a new one. */
async function memberFor(tx: Tx, organisation: string, person: string, account: Account) {
  const id =
    (await ownMembership(tx, person)) ??
    (await claimMembership(tx, person, account.email)) ??
    (await addMember(tx, organisation, person, account)) ??
    // Meanwhile the person became a member by another request.
    (await ownMembership(tx, person));
  if (!id) throw common("conflict", { reason: "a contact detail was taken meanwhile" });
  return id;
}

async function ownMembership(tx: Tx, person: string) {
  const row = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("person_id", "=", person)
    .executeTakeFirst();
  return row?.id;
}

async function claimMembership(tx: Tx, person: string, email: string | undefined) {
  if (email === undefined) return undefined;
  const row = await tx
    .updateTable("kernel.memberships")
    .set({ person_id: person })
    .where("email", "=", email.toLowerCase())
    .where("person_id", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Contact details that another member has are left out: they belong to one member only. */
async function addMember(tx: Tx, organisation: string, person: string, account: Account) {
  const email = account.email?.toLowerCase();
  return await memberships.addMembership(tx, {
    organisation,
    person,
    name: account.name,
    email: (await isTaken(tx, "email", email)) ? undefined : email,
    phone: (await isTaken(tx, "phone", account.phone)) ? undefined : account.phone,
    role: "member",
    source: "invitation",
  });
}

async function isTaken(tx: Tx, column: "email" | "phone", value: string | undefined) {
  if (value === undefined) return false;
  const other = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where(column, "=", value)
    .executeTakeFirst();
  return other !== undefined;
}
