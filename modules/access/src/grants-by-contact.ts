import type { WithContext } from "@terskel/kernel";
import { refuseRoleTooHigh, standingAt } from "./administration.ts";
import type { Caller, GrantRole } from "./administration.ts";
import { admitLookup } from "./contact-lookups.ts";
import { addGrant } from "./grants.ts";
import { readPhone } from "./import/phone.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";
import type { Validity } from "./validity.ts";

type Context = Parameters<WithContext>[0];
type GrantByContact = {
  readonly door: string;
  /** A whole e-mail address, or a telephone number in any usual writing. */
  readonly contact: string;
  readonly role: GrantRole;
  readonly schedule?: string | undefined;
} & Validity;

/**
 * Gives a member access who is found by their whole address or number, and by nothing less. So a door
 * administrator lets somebody in without seeing who belongs to the organisation; what they learn of
 * one whom they guessed, they learn by a grant that the door's other administrators see too.
 * @throws Problem `not-found` for a door the caller does not administer; `role-too-high`;
 * `contact-unreadable`; `too-many-requests`; `nobody-with-contact`; `conflict`
 */
export async function addGrantByContact(
  withContext: WithContext,
  context: Context,
  caller: Caller,
  organisation: string,
  { contact, ...grant }: GrantByContact,
  now: Date,
) {
  const wanted = await withContext(context, async (tx: Tx) => {
    refuseRoleTooHigh(await standingAt(tx, caller, grant.door), grant.role);
    const read = await readContact(tx, organisation, contact);
    await admitLookup(tx, caller, organisation, now);
    return read;
  });
  return await withContext(context, async (tx: Tx) => {
    const person = await findMember(tx, wanted);
    const id = await addGrant(tx, caller, organisation, { ...grant, person: person.id });
    return { id, person };
  });
}

type Wanted = { readonly column: "email" | "phone"; readonly value: string };

async function readContact(tx: Tx, organisation: string, contact: string): Promise<Wanted> {
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return { column: "email", value: contact.toLowerCase() };
  const { country } = await tx
    .selectFrom("kernel.organisations")
    .select("country")
    .where("id", "=", organisation)
    .executeTakeFirstOrThrow();
  const read = readPhone(contact, country === "SE" ? "SE" : "NO");
  if ("phone" in read) return { column: "phone", value: read.phone };
  throw problem("contact-unreadable", { errors: [{ path: "body.contact", code: "invalid" }] });
}

async function findMember(tx: Tx, { column, value }: Wanted) {
  const found = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "name"])
    .where(column, "=", value)
    .executeTakeFirst();
  if (!found) throw problem("nobody-with-contact");
  return found;
}
