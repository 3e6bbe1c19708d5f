import type { Scope } from "../scope.ts";
import { addressKey } from "../suppressions/address-key.ts";
import type { Context, SubjectKeys } from "../tenancy.ts";
import type { Account, PrivacyPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";

export const rights = "kernel.answer-rights";
export const desk = "kernel.run-privacy-desk";

/** Whom a request is about: a member of the organisation, an account, or an address. */
export type Whose = {
  readonly organisation_id: string;
  readonly member_id: string | null;
  readonly person_id: string | null;
  readonly address: string | null;
};

type Membership = { readonly id: string; readonly organisation: string };
type Session = {
  readonly person: string;
  readonly memberships: readonly Membership[];
  readonly ended?: readonly Membership[];
};

/** Everywhere that has data of the person: also where the agreement has ended, until the data goes. */
export const placesOf = ({ memberships, ended = [] }: Session): Membership[] => [
  ...memberships,
  ...ended,
];

const addressesOf = (...known: (string | null | undefined)[]) => [
  ...new Set(known.flatMap((each) => (each ? [each.toLowerCase()] : []))),
];

/** What a signed-in person may see of requests: their own, however they were made. */
export async function ownKeys(ports: PrivacyPorts, session: Session): Promise<SubjectKeys> {
  const account = await ports.account(session.person);
  return {
    member: placesOf(session).map(({ id }) => id),
    account: [session.person],
    address: addressesOf(account?.email, account?.phone),
  };
}

export type Contact = {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
};

type ContactPorts = Pick<PrivacyPorts, "withContext" | "account">;

/** How the person of a request can be reached: an address that has proved to be theirs comes first. */
export async function contactOf(ports: ContactPorts, whose: Whose): Promise<Contact> {
  const account = whose.person_id ? await ports.account(whose.person_id) : undefined;
  const member = await memberOf(ports, whose);
  return {
    name: member?.name ?? account?.name,
    email: whose.address ?? account?.email ?? member?.email ?? undefined,
    phone: account?.phone ?? member?.phone ?? undefined,
  };
}

/**
 * Whom the desk reads of: a member as its organisation knows them. What only the account knows, an address
 * of one's own, stays unknown there (Art. 5(1)(c)).
 */
export async function knownAs(ports: PrivacyPorts, whose: Whose): Promise<Contact> {
  return await contactOf(ports, whose.member_id ? { ...whose, person_id: null } : whose);
}

async function memberOf(ports: ContactPorts, { member_id }: Whose) {
  if (!member_id) return undefined;
  const subjects = { member: [member_id], account: [], address: [] };
  return await ports.withContext(
    { activity: rights, subjects },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.memberships")
        .select(["name", "email", "phone"])
        .where("id", "=", member_id)
        .executeTakeFirst(),
  );
}

/**
 * The person's keys for carrying the request out. At an organisation they are its membership and the
 * addresses that it knows the person by; the account belongs to no organisation.
 */
async function keysOf(ports: PrivacyPorts, whose: Whose): Promise<SubjectKeys> {
  const { member_id, person_id, address } = whose;
  if (!member_id && person_id) return await accountKeys(ports, person_id);
  const member = await memberOf(ports, whose);
  const account = person_id ? await ports.account(person_id) : undefined;
  return {
    member: member_id ? [member_id] : [],
    account: [],
    address: addressesOf(address, member?.email, member?.phone, account?.email, account?.phone),
  };
}

/** Whom a right is exercised for: the member at the organisation; with the account, the person everywhere. */
export async function scopeOf(
  ports: PrivacyPorts,
  whose: Whose,
  withAccount: boolean,
): Promise<Scope> {
  const ofAccount = whose.person_id !== null && (withAccount || !whose.member_id);
  const keys = await keysOf(ports, ofAccount ? { ...whose, member_id: null } : whose);
  // What stands for an address in the list of suppressions is stored about the person too.
  const standing = keys.address.map((each) => addressKey(ports.keys, each));
  const subjects = { ...keys, address: [...keys.address, ...standing] };
  const scope = { subjects, values: keys.address };
  return ofAccount ? scope : { ...scope, organisation: whose.organisation_id };
}

/** Everything by which an account's owner is known, at every organisation. */
async function accountKeys(ports: PrivacyPorts, person: string): Promise<SubjectKeys> {
  const account: Account | undefined = await ports.account(person);
  const memberships = await ports.withContext(
    { activity: rights, subjects: { member: [], account: [person], address: [] } },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.memberships")
        .select(["id", "email", "phone"])
        .where("person_id", "=", person)
        .execute(),
  );
  return {
    member: memberships.map(({ id }) => id),
    account: [person],
    address: addressesOf(
      account?.email,
      account?.phone,
      ...memberships.flatMap(({ email, phone }) => [email, phone]),
    ),
  };
}

/**
 * For carrying a request out: whoever answers sees the rows of its person, and of no other. When its
 * person is gone meanwhile, only the desk still sees the request.
 */
export async function contextOf(ports: PrivacyPorts, whose: Whose): Promise<Context> {
  if (!whose.member_id && !whose.person_id && !whose.address) {
    return { activity: desk, organisation: whose.organisation_id };
  }
  const keys = await keysOf(ports, whose);
  const account = whose.person_id ? [whose.person_id] : [];
  return { activity: rights, subjects: { ...keys, account } };
}
