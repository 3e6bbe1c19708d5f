import { createHash } from "node:crypto";
import type { Handover, Holder } from "@terskel/kernel";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";

/** An eID's identifier as it stands in a file: it fits that file only, so two files do not show one person. */
const markOf = (file: string, { issuer, subject }: { issuer: string; subject: string }) =>
  createHash("sha256").update(`${file}\n${issuer}\n${subject}`).digest("base64url");

/** Whose an account is, by what has proved it: an e-mail address, an eID. Numbers change hands. */
export async function holderOf(tx: Tx, person: string, file: string): Promise<Holder | undefined> {
  const account = await tx
    .selectFrom("identity.persons")
    .select(["name", "email", "email_verified_at"])
    .where("id", "=", person)
    .executeTakeFirst();
  if (!account) return undefined;
  const eids = await tx
    .selectFrom("identity.eid_logins")
    .select(["issuer", "subject"])
    .where("person_id", "=", person)
    .execute();
  const email = account.email_verified_at === null ? null : account.email;
  if (eids.length === 0 && email === null) return undefined;
  return {
    name: account.name,
    ...(email === null ? {} : { email }),
    eids: eids.map((eid) => markOf(file, eid)),
  };
}

/**
 * A file is its owner's: the same eID here and there, or the same proven e-mail address, and no two
 * proven dates of birth that differ (a household may share an address).
 * @throws Problem `handover-of-another`
 */
export async function requireHolder(tx: Tx, person: string, file: Handover): Promise<void> {
  const own = await holderOf(tx, person, file.id);
  const sameEid = own?.eids.some((eid) => file.holder.eids.includes(eid)) ?? false;
  const sameEmail = own?.email !== undefined && own.email === file.holder.email?.toLowerCase();
  if (!sameEid && !sameEmail) throw problem("handover-of-another", { reason: "nothing fits" });
  const here = await birthDate(tx, person);
  const there = accountIn(file)["date_of_birth"];
  if (here && there && here !== there) {
    throw problem("handover-of-another", { reason: "another date of birth" });
  }
}

async function birthDate(tx: Tx, person: string) {
  const row = await tx
    .selectFrom("identity.persons")
    .select("date_of_birth")
    .where("id", "=", person)
    .executeTakeFirst();
  return row?.date_of_birth;
}

/** The account's own row in the file. */
export function accountIn({ data }: Handover): Readonly<Record<string, unknown>> {
  return data.tables.find(({ table }) => table === "identity.persons")?.rows[0] ?? {};
}
