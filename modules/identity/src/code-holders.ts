import { sql } from "kysely";
import { invitedAdviser, joinableMemberships } from "./claims.ts";
import type { Proven } from "./claims.ts";
import type { OrganisationNumber } from "./organisation-number.ts";
import type { Tx } from "./tx.ts";

/** What somebody who asked for a code says is theirs. */
export type Address =
  | { readonly channel: "email"; readonly address: string }
  | {
      readonly channel: "sms";
      readonly address: string;
      readonly organisation: OrganisationNumber;
    };

/** Who may sign in with this address: an account it is verified for, or who has yet to make one. */
export type Holder = {
  readonly account: string | undefined;
  readonly memberships: Awaited<ReturnType<typeof joinableMemberships>>;
  readonly proven: Proven;
  /** What an organisation that invited them as an adviser calls them. */
  readonly adviser?: string | undefined;
};

/**
 * Who a code to this address would sign in; undefined: nobody, so none is sent. An address that an
 * administrator wrote on somebody who has an account already opens nothing: only the owner of the
 * account makes an address their own.
 */
export async function holderOf(tx: Tx, address: Address): Promise<Holder | undefined> {
  const proven = await provable(tx, address);
  if (!proven) return undefined;
  const memberships = await joinableMemberships(tx, proven);
  const account = await verifiedAccount(tx, proven);
  if (memberships.length > 0) return { account, memberships, proven };
  if (!account) {
    const adviser =
      proven.channel === "email" ? await invitedAdviser(tx, proven.address) : undefined;
    return adviser === undefined ? undefined : { account, memberships, proven, adviser };
  }
  // By SMS one signs in at an employer: a number verified elsewhere is not enough.
  if (proven.channel === "sms" && !(await belongs(tx, account, proven.organisation))) return;
  return { account, memberships, proven };
}

async function provable(tx: Tx, address: Address): Promise<Proven | undefined> {
  if (address.channel === "email") return address;
  const organisation = await tx
    .selectFrom("kernel.organisations")
    .select("id")
    .where("number", "=", address.organisation.number)
    .where("country", "=", address.organisation.country)
    // One signs in at an employer, not at one whose agreement has ended.
    .where(sql<boolean>`id not in (select kernel.ended_organisations())`)
    .executeTakeFirst();
  return organisation && { ...address, organisation: organisation.id };
}

async function verifiedAccount(tx: Tx, { channel, address }: Proven) {
  const query = tx.selectFrom("identity.persons").select("id");
  const account = await (
    channel === "email"
      ? query.where("email", "=", address).where("email_verified_at", "is not", null)
      : query.where("phone", "=", address).where("phone_verified_at", "is not", null)
  ).executeTakeFirst();
  return account?.id;
}

async function belongs(tx: Tx, person: string, organisation: string): Promise<boolean> {
  const membership = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("person_id", "=", person)
    .where("organisation_id", "=", organisation)
    .executeTakeFirst();
  return membership !== undefined;
}

/**
 * The account of whoever holds this address; made, with the name that the organisation knows them
 * by, if they have none (A1). What was entered for them and nobody has proved stays unverified.
 */
export async function accountOfHolder(tx: Tx, holder: Holder, now: Date): Promise<string> {
  if (holder.account) return holder.account;
  const [member] = holder.memberships;
  const known =
    member ?? (holder.adviser ? { name: holder.adviser, email: null, phone: null } : undefined);
  if (!known) throw new Error("Nobody holds this address.");
  const byEmail = holder.proven.channel === "email";
  const { id } = await tx
    .insertInto("identity.persons")
    .values({
      name: known.name,
      email: byEmail ? holder.proven.address : known.email,
      email_verified_at: byEmail ? now : null,
      phone: byEmail ? known.phone : holder.proven.address,
      phone_verified_at: byEmail ? null : now,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
