import { memberships } from "@terskel/kernel";
import type { Body } from "@terskel/platform/contract";
import { problem as common } from "@terskel/platform/problems";
import type * as api from "./api/people.ts";
import { isDuplicate } from "./duplicates.ts";
import { readPhone } from "./phone.ts";
import { problem } from "./problems.ts";
import { oneAtATime } from "./tx.ts";
import type { Tx } from "./tx.ts";

/**
 * Adds a person to the organisation.
 * @throws Problem `email-taken`, `phone-taken`, `invalid-phone`, `national-identity-number`
 */
export async function addPerson(
  tx: Tx,
  organisation: string,
  person: Body<typeof api.addPerson>,
): Promise<string> {
  const phone = person.phone && readPhone(person.phone, await countryOf(tx, organisation));
  const { name, email, role } = person;
  const added = { organisation, name, email, phone, role, source: "administrator" } as const;
  const id = await memberships.addMembership(tx, added);
  if (id) return id;
  throw problem((await hasEmail(tx, organisation, email)) ? "email-taken" : "phone-taken");
}

/**
 * Corrects a person's details or role.
 * @throws Problem `not-found`, `contact-is-theirs`, `last-administrator`, `email-taken`,
 * `phone-taken`, `invalid-phone`, `national-identity-number`
 */
export async function changePerson(
  tx: Tx,
  organisation: string,
  person: string,
  change: Body<typeof api.changePerson>,
): Promise<void> {
  const before = await lockPerson(tx, organisation, person);
  const phone = change.phone && readPhone(change.phone, await countryOf(tx, organisation));
  const wanted = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.email === undefined ? {} : { email: change.email }),
    ...(change.phone === undefined ? {} : { phone: phone ?? null }),
    ...(change.role === undefined ? {} : { role: change.role }),
    ...(change.privacyOfficer === undefined ? {} : { privacy_officer: change.privacyOfficer }),
  };
  if (Object.keys(wanted).length === 0) return;
  await refuseVerified(tx, before, wanted);
  if (before.role === "administrator" && wanted.role === "member") {
    await refuseLastAdministrator(tx, organisation, person);
  }
  await tx
    .updateTable("kernel.memberships")
    .set(wanted)
    .where("id", "=", person)
    .where("organisation_id", "=", organisation)
    .execute()
    .catch((error: unknown) => {
      if (isDuplicate(error, "memberships_organisation_id_email_key")) throw problem("email-taken");
      if (isDuplicate(error, "memberships_organisation_id_phone_key")) throw problem("phone-taken");
      throw error;
    });
}

/**
 * Removes a person from the organisation; what they had there goes with them.
 * @throws Problem `not-found`, `last-administrator`
 */
export async function removePerson(tx: Tx, organisation: string, person: string): Promise<void> {
  const before = await lockPerson(tx, organisation, person);
  if (before.role === "administrator") await refuseLastAdministrator(tx, organisation, person);
  await tx
    .deleteFrom("kernel.memberships")
    .where("id", "=", person)
    .where("organisation_id", "=", organisation)
    .execute();
}

async function lockPerson(tx: Tx, organisation: string, person: string) {
  // Two administrators removing each other at once would leave none.
  await oneAtATime(tx, `administrators ${organisation}`);
  const row = await tx
    .selectFrom("kernel.memberships")
    .select(["role", "email", "phone", "person_id"])
    .where("organisation_id", "=", organisation)
    .where("id", "=", person)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw common("not-found");
  return row;
}

async function refuseLastAdministrator(tx: Tx, organisation: string, person: string) {
  const other = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("organisation_id", "=", organisation)
    .where("role", "=", "administrator")
    .where("id", "!=", person)
    .limit(1)
    .executeTakeFirst();
  if (!other) throw problem("last-administrator");
}

type Contacts = { readonly email?: string | null; readonly phone?: string | null };

/** What a person has verified as their own is theirs to change, on My profile. */
async function refuseVerified(
  tx: Tx,
  before: { email: string | null; phone: string | null; person_id: string | null },
  wanted: Contacts,
) {
  if (before.person_id === null) return;
  const account = await tx
    .selectFrom("identity.persons")
    .select(["email", "email_verified_at", "phone", "phone_verified_at"])
    .where("id", "=", before.person_id)
    .executeTakeFirst();
  if (!account) return;
  const theirs = (detail: "email" | "phone") =>
    wanted[detail] !== undefined &&
    wanted[detail] !== before[detail] &&
    account[`${detail}_verified_at`] !== null &&
    account[detail] === before[detail];
  if (theirs("email") || theirs("phone")) throw problem("contact-is-theirs");
}

async function hasEmail(tx: Tx, organisation: string, email: string | undefined) {
  if (email === undefined) return false;
  const found = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("organisation_id", "=", organisation)
    .where("email", "=", email)
    .executeTakeFirst();
  return found !== undefined;
}

async function countryOf(tx: Tx, organisation: string): Promise<"NO" | "SE"> {
  const { country } = await tx
    .selectFrom("kernel.organisations")
    .select("country")
    .where("id", "=", organisation)
    .executeTakeFirstOrThrow();
  return country === "SE" ? "SE" : "NO";
}
