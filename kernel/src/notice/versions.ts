import { createHash } from "node:crypto";
import { languages } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { KernelTables } from "../tables.ts";
import { authoritiesFor } from "./authorities.ts";
import { change, compareNotices } from "./compare.ts";
import { showNotice } from "./page.ts";
import { liveNotice, publish } from "./read.ts";
import type { NoticePorts } from "./read.ts";
import { noticeFacts } from "./shape.ts";
import type { NoticeFacts } from "./shape.ts";
import { textsOf } from "./texts/index.ts";

export type Tx = Transaction<KernelTables>;
export type VersionPorts = NoticePorts & {
  /** What waits for its announcement may be another now. */
  readonly heldBackChanged: () => void;
};
export const changes = z.array(change);

/** The page in each language, as any reader of that language gets it. */
const pagesOf = (facts: NoticeFacts): Record<Language, string> => {
  const page = (language: Language) =>
    showNotice({
      facts,
      language,
      texts: textsOf[language],
      authorities: authoritiesFor({ language }, facts.controller.country),
    });
  return Object.fromEntries(languages.map((each) => [each, page(each)])) as Record<
    Language,
    string
  >;
};

const digestOf = (made: object) => createHash("sha256").update(JSON.stringify(made)).digest("hex");

/** The version in force: the newest whose day has come, and of which everyone was told who has to be. */
export const inForce = (tx: Tx, organisation: string, now: Date) =>
  tx
    .selectFrom("kernel.notice_versions")
    .selectAll()
    .where("organisation_id", "=", organisation)
    .where("in_force_at", "<=", now)
    .where("superseded_at", "is", null)
    .where((eb) => eb.or([eb("material", "=", false), eb("told_at", "is not", null)]))
    .orderBy("number", "desc")
    .limit(1);

/** Made and not in force yet: it waits to be announced, or for its day. At most one. */
export const waiting = (tx: Tx, organisation: string, now: Date) =>
  tx
    .selectFrom("kernel.notice_versions")
    .selectAll()
    .where("organisation_id", "=", organisation)
    .where("superseded_at", "is", null)
    .where("material", "=", true)
    .where((eb) =>
      eb.or([
        eb("in_force_at", "is", null),
        eb("in_force_at", ">", now),
        eb("told_at", "is", null),
      ]),
    )
    .orderBy("number", "desc")
    .limit(1);

/**
 * Keeps the notice as it is now as a version, unless it is the one in force already. What is not material is
 * in force at once; what is waits to be announced, in the place of what waited before.
 */
export async function keepVersion(ports: VersionPorts, organisation: string): Promise<void> {
  const now = ports.now();
  await ports.withContext({ activity: publish, organisation }, async (tx: Tx) => {
    // One after the other: numbers follow each other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`notice ${organisation}`}, 0))`.execute(
      tx,
    );
    const live = await liveNotice(tx, ports, organisation);
    if (!live) return;
    const current = await inForce(tx, organisation, now).executeTakeFirst();
    if (!current)
      return await insert(tx, organisation, live, { now, changes: [], material: false });
    const was = noticeFacts.parse(current.facts);
    // How one is reached is in force at once, whatever else waits.
    const { controller, processor, words } = live;
    const reached = { ...was, controller, words, ...(processor ? { processor } : {}) };
    const found = compareNotices(was, live);
    const isMaterial = found.some((each) => each.material);
    if (!isMaterial) {
      await supersede(tx, organisation, now);
      if (digestOf(pagesOf(live)) === current.digest) return;
      return await insert(tx, organisation, live, { now, changes: found, material: false });
    }
    if (digestOf(pagesOf(reached)) !== current.digest) {
      const only = compareNotices(was, reached);
      await insert(tx, organisation, reached, { now, changes: only, material: false });
    }
    const next = await waiting(tx, organisation, now).executeTakeFirst();
    if (next && next.digest === digestOf(pagesOf(live))) return;
    if (next && sameApartFromContact(noticeFacts.parse(next.facts), live)) {
      const pages = pagesOf(live);
      await tx
        .updateTable("kernel.notice_versions")
        .set({
          facts: JSON.stringify(live),
          pages: JSON.stringify(pages),
          digest: digestOf(pages),
        })
        .where("id", "=", next.id)
        .execute();
      return;
    }
    await supersede(tx, organisation, now);
    await insert(tx, organisation, live, { now, changes: found, material: true });
  });
  ports.heldBackChanged();
}

const sameApartFromContact = (a: NoticeFacts, b: NoticeFacts) =>
  compareNotices(a, b).every(({ kind }) => kind === "contact-changed" || kind === "words-changed");

async function supersede(tx: Tx, organisation: string, now: Date) {
  const next = await waiting(tx, organisation, now).executeTakeFirst();
  if (!next) return;
  await tx
    .updateTable("kernel.notice_versions")
    .set({ superseded_at: now })
    .where("id", "=", next.id)
    .execute();
}

async function insert(
  tx: Tx,
  organisation: string,
  facts: NoticeFacts,
  made: { now: Date; changes: z.output<typeof changes>; material: boolean },
): Promise<void> {
  const { last } = await tx
    .selectFrom("kernel.notice_versions")
    .select((eb) => eb.fn.coalesce(eb.fn.max("number"), sql<number>`0`).as("last"))
    .where("organisation_id", "=", organisation)
    .executeTakeFirstOrThrow();
  const pages = pagesOf(facts);
  await tx
    .insertInto("kernel.notice_versions")
    .values({
      organisation_id: organisation,
      number: last + 1,
      made_at: made.now,
      facts: JSON.stringify(facts),
      pages: JSON.stringify(pages),
      digest: digestOf(pages),
      activities: facts.purposes.map(({ from }) => from),
      changes: JSON.stringify(made.changes),
      material: made.material,
      in_force_at: made.material ? null : made.now,
    })
    .execute();
}
