import type { Answer, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import type * as api from "../api/audit.ts";
import type { Processing } from "../declare.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context, WithContext } from "../tenancy.ts";

type Ports = { readonly withContext: WithContext; readonly processings: readonly Processing[] };
type Item = Answer<typeof api.auditTrail>["items"][number];

/** What was done to what is an organisation's own, newest first; row-level security shows nothing else. */
export async function listAudit(
  { withContext, processings }: Ports,
  context: Context,
  page: Query<typeof api.auditTrail>,
) {
  const after = readCursor(z.tuple([z.iso.datetime(), z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.audit_contents as c")
      // Only what stands in the chain, or waits for its place in it.
      .innerJoin("kernel.audit_entries as e", "e.id", "c.id")
      .leftJoin("kernel.memberships as actor", "actor.id", "c.member_id")
      .leftJoin("kernel.memberships as about", "about.id", "c.about_member_id")
      .select(["c.id", "c.at", "c.by_role", "c.action", "c.activity", "c.outcome"])
      .select(["actor.name as who", "about.name as whom"])
      .orderBy("c.at", "desc")
      .orderBy("c.id", "desc")
      .limit(page.limit + 1);
    if (page.by) query = query.where("c.by_role", "=", page.by);
    if (after) {
      query = query.where((eb) =>
        eb(eb.refTuple("c.at", "c.id"), "<", eb.tuple(new Date(after[0]), after[1])),
      );
    }
    return await query.execute();
  });
  const purposes = new Map(
    processings.flatMap((p) => p.activities.map(({ id, purpose }) => [id, purpose] as const)),
  );
  return toPage(
    rows,
    page.limit,
    ({ at, id }) => [at.toISOString(), id],
    ({ id, at, by_role, action, activity, outcome, who, whom }): Item => ({
      id,
      at: at.toISOString(),
      by: by_role as Item["by"],
      ...(who ? { who } : {}),
      action,
      // An activity of an older version may be declared no more.
      purpose: purposes.get(activity) ?? { nb: activity, sv: activity, en: activity },
      ...(whom ? { about: whom } : {}),
      outcome,
    }),
  );
}

/** How the last verification ended. */
export async function readState({ withContext }: Ports, context: Context) {
  const check = await withContext(
    context,
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.audit_checks")
        .select(["at", "entries", "broken_number"])
        .orderBy("at", "desc")
        .limit(1)
        .executeTakeFirst(),
  );
  if (!check) return {};
  const { at, entries, broken_number: broken } = check;
  return {
    checked: { at: at.toISOString(), entries, ...(broken === null ? {} : { broken }) },
  };
}
