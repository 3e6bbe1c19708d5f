import { addJob } from "@terskel/platform/jobs";
import { isLanguage } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import type { Source, Texts } from "./letter.ts";
import { newToken, tokenHash } from "./link-token.ts";
import { sendJob } from "./mailings.ts";
import type { Kind } from "./mailings.ts";
import { operatorName } from "./operator-name.ts";
import type { Tx } from "./tx.ts";

/** An address that is not taken is tried so often, ten minutes apart. */
const mostAttempts = 5;
const againMs = 10 * 60_000;

/** Whom to write to now, and what. */
export type Claimed = {
  readonly id: string;
  readonly email: string;
  readonly written: NonNullable<Texts[Language]>;
  readonly language: Language;
  readonly kind: Kind;
  readonly source: Source;
  readonly operator: string;
  readonly token: string;
};

/** What became of a delivery that was claimed. */
export type Outcome = { readonly id: string; readonly state: "sent" | "failed" };

type Contact = {
  readonly id: string;
  readonly email: string;
  readonly language: string;
  readonly source: string;
};

/**
 * Takes the next contact of a mailing who has not been taken, whom this transaction's activity may see: whoever has
 * said no, or whose data is restricted, is not among them. Committed before the mail is handed over.
 */
export async function claimNext(tx: Tx, mailing: string, now: Date): Promise<Claimed | undefined> {
  const found = await tx
    .selectFrom("customers.mailings")
    .select(["organisation_id", "kind", "texts", "confirmed_at"])
    .where("id", "=", mailing)
    .where("state", "=", "sending")
    // One at a time: another run of the same job waits here.
    .forUpdate()
    .executeTakeFirst();
  if (!found?.confirmed_at) return undefined;
  const texts = found.texts as Texts;
  const token = newToken();
  const about = {
    mailing,
    organisation: found.organisation_id,
    languages: Object.keys(texts),
    until: found.confirmed_at,
    hash: tokenHash(token),
    now,
  };
  const taken = (await claimNew(tx, about)) ?? (await claimFailed(tx, about));
  if (!taken || !isLanguage(taken.language)) return undefined;
  const written = texts[taken.language];
  if (!written) return undefined;
  const { id, email, language } = taken;
  const source = taken.source as Source;
  const kind = found.kind as Kind;
  return { id, email, written, language, kind, source, operator: await operatorName(tx), token };
}

type About = {
  readonly mailing: string;
  readonly organisation: string;
  readonly languages: readonly string[];
  readonly until: Date;
  readonly hash: Buffer;
  readonly now: Date;
};

async function claimNew(tx: Tx, about: About): Promise<Contact | undefined> {
  const { mailing, organisation, languages, until, hash, now } = about;
  const { rows } = await sql<Contact>`
    with one as (
      select c.* from customers.contacts c
       where c.language = any (${[...languages]}::text[]) and c.created_at <= ${until}
         and not exists (select from customers.deliveries d
                          where d.mailing_id = ${mailing} and (d.contact_id = c.id or d.address_key = c.address_key))
       order by c.id limit 1
    ), taken as (
      insert into customers.deliveries (organisation_id, mailing_id, contact_id, email, address_key, token_hash, at)
      select ${organisation}, ${mailing}, id, email, address_key, ${hash}, ${now} from one
      returning id
    ), counted as (
      update customers.mailings set begun = begun + 1 where id = ${mailing} and exists (select from taken)
    )
    select taken.id, one.email, one.language, one.source from taken, one`.execute(tx);
  return rows[0];
}

/** Once more, for whom the mail was not taken: with a link of its own, as the old one was never read. */
async function claimFailed(tx: Tx, about: About): Promise<Contact | undefined> {
  const { mailing, languages, hash, now } = about;
  const { rows } = await sql<Contact>`
    with one as (
      select d.id as delivery, c.* from customers.deliveries d join customers.contacts c on c.id = d.contact_id
       where d.mailing_id = ${mailing} and d.state = 'failed' and d.attempts < ${mostAttempts}
         and d.at <= ${new Date(now.getTime() - againMs)} and c.language = any (${[...languages]}::text[])
       order by c.id limit 1
    ), taken as (
      update customers.deliveries set state = 'begun', token_hash = ${hash}, at = ${now}
       where id = (select delivery from one) returning id
    ), counted as (
      update customers.mailings set failed = failed - 1 where id = ${mailing} and exists (select from taken)
    )
    select taken.id, one.email, one.language, one.source from taken, one`.execute(tx);
  return rows[0];
}

/** Writes down what became of it. Whoever said no meanwhile is counted and not seen. */
export async function mark(tx: Tx, mailing: string, { id, state }: Outcome): Promise<void> {
  await tx
    .updateTable("customers.deliveries")
    .set((eb) => ({ state, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await tx
    .updateTable("customers.mailings")
    .set((eb) => ({ [state]: eb(state, "+", 1) }))
    .where("id", "=", mailing)
    .execute();
}

/** Gives back what has not left: it is taken again later. */
export async function release(tx: Tx, mailing: string, id: string): Promise<void> {
  await tx.deleteFrom("customers.deliveries").where("id", "=", id).execute();
  await tx
    .updateTable("customers.mailings")
    .set((eb) => ({ begun: eb("begun", "-", 1) }))
    .where("id", "=", mailing)
    .execute();
}

/** Nobody is left to be taken now: later those who were not taken, or it is over. */
export async function endOrGoOn(
  tx: Tx,
  given: { readonly organisation: string; readonly mailing: string; readonly kind: Kind },
  now: Date,
): Promise<void> {
  const { mailing } = given;
  const waiting = await tx
    .selectFrom("customers.deliveries")
    .select("id")
    .where("mailing_id", "=", mailing)
    .where("state", "=", "failed")
    .where("attempts", "<", mostAttempts)
    .limit(1)
    .executeTakeFirst();
  if (waiting) {
    const runAt = new Date(now.getTime() + againMs);
    await addJob(tx, sendJob, given, { key: `${sendJob} ${mailing}`, runAt });
    return;
  }
  await tx
    .updateTable("customers.mailings")
    .set({ state: "sent", ended_at: now })
    .where("id", "=", mailing)
    .where("state", "=", "sending")
    .execute();
}
