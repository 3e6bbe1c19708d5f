import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import type { Label } from "../labels.ts";
import { passTo } from "../suppliers/receivers.ts";
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

type Shared = {
  readonly organisation: string;
  readonly members: readonly string[];
  readonly name: string;
  readonly activity: string;
  readonly labels: readonly Label[];
};

/**
 * Writes down that a third party reads of these members again and again: once a day each, and not at every
 * call of its programme. In the transaction that hands it out.
 */
export async function writeSharedWith(tx: Transaction<unknown>, shared: Shared): Promise<void> {
  const { name, activity, labels } = shared;
  const newToday = sql`where not exists (
       select from kernel.disclosures d
        where d.member_id = m and d.recipient_name = ${name} and d.activity = ${activity}
          and d.labels = ${labels}::text[] and d.at >= date_trunc('day', now()))`;
  await insertFor(tx, "another organisation", shared, newToday);
}

/** Writes down who gets a file in which these members are: once a file each. In the transaction that makes it. */
export async function writeFileFor(tx: Transaction<unknown>, file: Shared): Promise<void> {
  await insertFor(tx, "receiver of a file", file, sql``);
}

async function insertFor(
  tx: Transaction<unknown>,
  recipient: string,
  { organisation, members, name, activity, labels }: Shared,
  which: RawBuilder<unknown>,
): Promise<void> {
  const { country, ground } = await passTo(tx, organisation, name);
  await sql`
    insert into kernel.disclosures
           (organisation_id, member_id, recipient, recipient_name, country, ground, activity, labels)
    select ${organisation}::uuid, m, ${recipient}, ${name}, ${country}, ${ground}, ${activity}, ${labels}::text[]
      from unnest(${members}::uuid[]) m ${which}`.execute(tx);
}
