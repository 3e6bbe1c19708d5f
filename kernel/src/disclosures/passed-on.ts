import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Label } from "../labels.ts";
import type { About } from "../suppliers/sender.ts";
import type { Tx } from "../requests/tx.ts";

type PassedOn = About & {
  readonly recipient: "e-mail provider" | "SMS provider" | "another organisation" | "adviser";
  readonly name: string;
};

/**
 * Writes down, in the transaction that passes it on, who gets what about whom. What is about nobody who is
 * known is written down too.
 * @returns its id
 */
export async function writePassedOn(tx: Tx, passed: PassedOn, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto("kernel.disclosures")
    .values({
      at: now,
      organisation_id: passed.organisation ?? null,
      member_id: passed.organisation ? (passed.member ?? null) : null,
      person_id: passed.account ?? null,
      recipient: passed.recipient,
      recipient_name: passed.name,
      activity: passed.activity,
      labels: [...passed.labels],
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What was not taken after all was not passed on. */
export async function takeBackPassedOn(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("kernel.disclosures").where("id", "=", id).execute();
}

/**
 * Writes down that a third party reads of these members again and again: once a day each, and not at every
 * call of its programme. In the transaction that hands it out.
 */
export async function writeSharedWith(
  tx: Transaction<unknown>,
  shared: {
    readonly organisation: string;
    readonly members: readonly string[];
    readonly name: string;
    readonly activity: string;
    readonly labels: readonly Label[];
  },
): Promise<void> {
  const { organisation, members, name, activity, labels } = shared;
  await sql`
    insert into kernel.disclosures
           (organisation_id, member_id, recipient, recipient_name, activity, labels)
    select ${organisation}::uuid, m, 'another organisation', ${name}, ${activity}, ${labels}::text[]
      from unnest(${members}::uuid[]) m
     where not exists (
       select from kernel.disclosures d
        where d.member_id = m and d.recipient_name = ${name} and d.activity = ${activity}
          and d.labels = ${labels}::text[] and d.at >= date_trunc('day', now()))`.execute(tx);
}
