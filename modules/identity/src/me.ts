import { confidentialityVersion } from "@terskel/kernel";
import type { Answer, Body } from "@terskel/platform/contract";
import { isLanguage } from "@terskel/platform/i18n";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type * as api from "./api/me.ts";
import { byAgreement } from "./agreements.ts";
import { problem } from "./problems.ts";
import { rename } from "./rename.ts";
import type { Tx } from "./tx.ts";

/** What the product knows of a person, as they see it themselves (C12, D13). */
export async function readMe(tx: Tx, person: string, now: Date): Promise<Answer<typeof api.me>> {
  const me = await tx
    .selectFrom("identity.persons")
    .selectAll()
    .where("id", "=", person)
    .executeTakeFirst();
  if (!me) throw common("not-found", { reason: "the account is gone" });
  const picture = await tx
    .selectFrom("identity.pictures")
    .select("version")
    .where("person_id", "=", person)
    .executeTakeFirst();
  return {
    id: me.id,
    name: me.name,
    ...(me.date_of_birth ? { dateOfBirth: me.date_of_birth } : {}),
    ...(me.email ? { email: me.email } : {}),
    emailVerified: me.email_verified_at !== null,
    ...(me.phone ? { phone: me.phone } : {}),
    phoneVerified: me.phone_verified_at !== null,
    ...(me.language !== null && isLanguage(me.language) ? { language: me.language } : {}),
    hasPicture: picture !== undefined,
    ...(picture ? { pictureVersion: picture.version } : {}),
    ...(me.last_eid_at ? { lastEidAt: me.last_eid_at.toISOString() } : {}),
    eidConnected: await hasEid(tx, person),
    advises: await isAdviser(tx, person),
    ...(await ownMemberships(tx, person, now)),
  };
}

type Membership = Answer<typeof api.me>["memberships"][number];

const selectOwn = async (tx: Tx, person: string) =>
  await tx
    .selectFrom("kernel.memberships as m")
    .innerJoin("kernel.organisations as o", "o.id", "m.organisation_id")
    .leftJoin("kernel.confidentiality as c", (join) =>
      join.onRef("c.member_id", "=", "m.id").on("c.version", "=", confidentialityVersion),
    )
    .select(["m.id", "m.role", "m.privacy_officer", "o.id as organisation", "c.signed_at"])
    .select(["o.name", "o.number", "o.country", "o.kind", "o.agreement_ends_at", "o.data_goes_at"])
    .where("m.person_id", "=", person)
    .orderBy("o.name")
    .execute();

async function ownMemberships(tx: Tx, person: string, now: Date) {
  const rows = await selectOwn(tx, person);
  const { running, ended } = byAgreement(rows, now);
  return { memberships: running.map(toMembership), ended: ended.map(toMembership) };
}

type Row = Awaited<ReturnType<typeof selectOwn>>[number];

function toMembership(row: Row): Membership {
  const { id, role, privacy_officer, organisation, name, number, country, kind } = row;
  const of = { id: organisation, name, number, country, kind } as Membership["organisation"];
  const { agreement_ends_at: ends, data_goes_at: goes } = row;
  return {
    id,
    role: role === "administrator" ? "administrator" : "member",
    privacyOfficer: privacy_officer,
    organisation: of,
    isOperator: kind === "operator",
    mustSign: kind === "operator" && row.signed_at === null,
    ...(ends && goes
      ? { agreement: { endsAt: ends.toISOString(), dataGoesAt: goes.toISOString() } }
      : {}),
  };
}

async function isAdviser(tx: Tx, person: string): Promise<boolean> {
  const found = await tx
    .selectFrom("kernel.advisers")
    .select("id")
    .where("person_id", "=", person)
    .executeTakeFirst();
  return found !== undefined;
}

async function hasEid(tx: Tx, person: string): Promise<boolean> {
  const eid = await tx
    .selectFrom("identity.eid_logins")
    .select("subject")
    .where("person_id", "=", person)
    .executeTakeFirst();
  return eid !== undefined;
}

/**
 * Corrects one's own name, here and in every organisation (A15), and language.
 * @throws Problem `name-from-eid`, `national-identity-number`
 */
export async function correctMe(tx: Tx, person: string, change: Body<typeof api.correctMe>) {
  if (change.language) {
    await tx
      .updateTable("identity.persons")
      .set({ language: change.language })
      .where("id", "=", person)
      .execute();
  }
  if (change.name === undefined) return;
  if (await hasEid(tx, person)) throw problem("name-from-eid");
  await rename(tx, person, change.name);
}

/** An account's name and the contact details that have proved to be its own. */
export async function readAccount(tx: Tx, person: string) {
  const account = await tx
    .selectFrom("identity.persons")
    .select(["name", "email", "email_verified_at", "phone", "phone_verified_at", "language"])
    .where("id", "=", person)
    .executeTakeFirst();
  if (!account) return undefined;
  return {
    name: account.name,
    email: account.email_verified_at === null ? undefined : (account.email ?? undefined),
    phone: account.phone_verified_at === null ? undefined : (account.phone ?? undefined),
    language:
      account.language !== null && isLanguage(account.language) ? account.language : undefined,
  };
}

/** The accounts that belong to no organisation: row-level security shows no others. */
export async function listAccountsOfNone(tx: Tx, after: string | undefined, most: number) {
  let query = tx.selectFrom("identity.persons").select("id").orderBy("id").limit(most);
  if (after !== undefined) query = query.where("id", ">", after);
  return (await query.execute()).map(({ id }) => id);
}

/** By account, where an eID gave one. Row-level security shows those of the organisation's people alone. */
export async function readDatesOfBirth(tx: Tx, persons: readonly string[]) {
  const rows = await tx
    .selectFrom("identity.persons")
    .select(["id", "date_of_birth"])
    .where("id", "=", sql<string>`any(${persons}::uuid[])`)
    .execute();
  return new Map(rows.flatMap((row) => (row.date_of_birth ? [[row.id, row.date_of_birth]] : [])));
}
