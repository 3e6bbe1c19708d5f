import type { Language } from "@terskel/platform/i18n";
import { noticeFacts } from "./shape.ts";
import type { NoticeFacts } from "./shape.ts";
import { findOperator, liveNotice, publish } from "./read.ts";
import { inForce, waiting } from "./versions.ts";
import type { Tx, VersionPorts } from "./versions.ts";

export type Published = {
  readonly facts: NoticeFacts;
  /** Absent: an organisation that is so new that no version of its notice is kept yet. */
  readonly version?: { readonly number: number; readonly since: Date };
  /** What is announced, and comes into force then. */
  readonly next?: { readonly number: number; readonly from: Date };
};

/**
 * The notice in force.
 * @param asked absent: the operator's own
 * @returns undefined when there is no such organisation (any more)
 */
export async function readPublished(
  ports: VersionPorts,
  asked: string | undefined,
): Promise<Published | undefined> {
  const id = asked ?? (await findOperator(ports));
  if (id === undefined) return undefined;
  const now = ports.now();
  return await ports.withContext({ activity: publish, organisation: id }, async (tx: Tx) => {
    const current = await inForce(tx, id, now).executeTakeFirst();
    if (!current?.in_force_at) {
      const facts = await liveNotice(tx, ports, id);
      return facts && { facts };
    }
    const next = await waiting(tx, id, now).executeTakeFirst();
    return {
      facts: noticeFacts.parse(current.facts),
      version: { number: current.number, since: current.in_force_at },
      ...(next?.announced_at && next.in_force_at
        ? { next: { number: next.number, from: next.in_force_at } }
        : {}),
    };
  });
}

/** One version as it was published, with from when until when it was in force. */
export async function readVersion(
  ports: VersionPorts,
  organisation: string,
  number: number,
  language: Language,
) {
  return await ports.withContext({ activity: publish, organisation }, async (tx: Tx) => {
    const row = await tx
      .selectFrom("kernel.notice_versions")
      .select(["number", "pages", "facts", "in_force_at", "announced_at", "made_at"])
      .where("organisation_id", "=", organisation)
      .where("number", "=", number)
      // What was never announced was never published.
      .where("in_force_at", "is not", null)
      .executeTakeFirst();
    if (!row) return undefined;
    const pages = row.pages as Record<Language, string>;
    return {
      number: row.number,
      page: pages[language],
      facts: noticeFacts.parse(row.facts),
      inForceAt: row.in_force_at,
    };
  });
}

/** The versions that were published, newest first, before number `before`. */
export async function listPublished(
  ports: VersionPorts,
  organisation: string,
  before: number | undefined,
  limit: number,
) {
  return await ports.withContext({ activity: publish, organisation }, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.notice_versions")
      .select(["number", "in_force_at", "material", "changes"])
      .where("organisation_id", "=", organisation)
      .where("in_force_at", "is not", null)
      .where("superseded_at", "is", null)
      .orderBy("number", "desc")
      .limit(limit);
    if (before !== undefined) query = query.where("number", "<", before);
    return await query.execute();
  });
}
