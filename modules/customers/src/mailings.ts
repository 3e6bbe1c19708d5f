import { addJob } from "@terskel/platform/jobs";
import { languages } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { problem as common } from "@terskel/platform/problems";
import type { Texts } from "./letter.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

export const sendJob = "customers.send-mailing";
export type Kind = "marketing" | "survey";

/** Newest first. */
export async function listMailings(tx: Tx, kind: Kind, limit: number, before: string | undefined) {
  let query = tx
    .selectFrom("customers.mailings")
    .selectAll()
    .where("kind", "=", kind)
    .orderBy("id", "desc")
    .limit(limit);
  if (before) query = query.where("id", "<", before);
  return await query.execute();
}

/** @throws Problem `not-found` */
export async function findMailing(tx: Tx, kind: Kind, id: string) {
  const found = await tx
    .selectFrom("customers.mailings")
    .selectAll()
    .where("id", "=", id)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no mailing" });
  return found;
}

export async function addMailing(
  tx: Tx,
  { organisation, kind, texts, at }: { organisation: string; kind: Kind; texts: Texts; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("customers.mailings")
    .values({ organisation_id: organisation, kind, texts: JSON.stringify(texts), created_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Problem `not-found`, `mailing-sent-already` */
export async function changeMailing(tx: Tx, kind: Kind, id: string, texts: Texts): Promise<void> {
  await lockDraft(tx, kind, id);
  await tx
    .updateTable("customers.mailings")
    .set({ texts: JSON.stringify(texts) })
    .where("id", "=", id)
    .execute();
}

/** @throws Problem `not-found`, `mailing-sent-already` */
export async function removeMailing(tx: Tx, kind: Kind, id: string): Promise<void> {
  await lockDraft(tx, kind, id);
  await tx.deleteFrom("customers.mailings").where("id", "=", id).execute();
}

/** Whoever comes second waits, and finds that it is no draft any more: so it is sent once. */
async function lockDraft(tx: Tx, kind: Kind, id: string) {
  const found = await tx
    .selectFrom("customers.mailings")
    .select(["id", "state", "texts"])
    .where("id", "=", id)
    .where("kind", "=", kind)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no mailing" });
  if (found.state !== "draft") throw problem("mailing-sent-already");
  return found;
}

/** How many would be written to now, by their language: the database leaves out who has said no or is restricted. */
export async function countRecipients(tx: Tx): Promise<Record<Language, number>> {
  const rows = await tx
    .selectFrom("customers.contacts")
    .select((eb) => [
      eb.ref("language").$castTo<Language>().as("language"),
      eb.fn.countAll<number>().as("count"),
    ])
    .groupBy("language")
    .execute();
  const counts = { nb: 0, sv: 0, en: 0 };
  for (const { language, count } of rows) counts[language] = count;
  return counts;
}

/**
 * Has a mailing sent, once. The job asks for each recipient again.
 * @param recipients as many as whoever sends it has seen
 * @throws Problem `not-found`, `mailing-sent-already`, `mailing-to-nobody`, `mailing-recipients-changed`,
 * `mailing-language-missing`
 */
export async function confirmMailing(
  tx: Tx,
  {
    organisation,
    kind,
    mailing,
    recipients,
    at,
  }: {
    organisation: string;
    kind: Kind;
    mailing: string;
    recipients: number;
    at: Date;
  },
): Promise<void> {
  const { texts } = await lockDraft(tx, kind, mailing);
  const counts = await countRecipients(tx);
  const all = languages.reduce((sum, each) => sum + counts[each], 0);
  if (all === 0) throw problem("mailing-to-nobody");
  if (all !== recipients) throw problem("mailing-recipients-changed");
  if (languages.some((each) => counts[each] > 0 && !(texts as Texts)[each]))
    throw problem("mailing-language-missing");
  await tx
    .updateTable("customers.mailings")
    .set({ state: "sending", confirmed_at: at })
    .where("id", "=", mailing)
    .execute();
  await addJob(tx, sendJob, { organisation, mailing, kind }, { key: `${sendJob} ${mailing}` });
}
