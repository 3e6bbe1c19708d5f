import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { pages } from "../api/consents.ts";
import { problem } from "../problems.ts";
import type { KernelTables } from "../tables.ts";
import type { WithContext } from "../tenancy.ts";
import { keepConsents, measureUse } from "./activities.ts";
import type { Asked } from "./asked.ts";
import { lastAnswer } from "./choose.ts";

type Tx = Transaction<KernelTables>;
type View = {
  readonly page: (typeof pages)[number];
  readonly screen: "narrow" | "wide";
  readonly first: boolean;
};

/**
 * Counts a page, where the ledger says that this device allows it now.
 * @throws Problem `no-consent`; nothing is counted
 */
export async function countView(
  withContext: WithContext,
  asked: Asked | undefined,
  device: string | undefined,
  view: View,
  { language, now }: { language: Language; now: Date },
): Promise<void> {
  if (!asked || device === undefined) throw problem("no-consent");
  const allowed = await withContext(
    { activity: keepConsents },
    async (tx: Tx) => await lastAnswer(tx, device, asked),
  );
  if (!allowed) throw problem("no-consent");
  const visits = view.first ? 1 : 0;
  await withContext({ activity: measureUse }, async (tx: Tx) => {
    await tx
      .insertInto("kernel.page_views")
      .values({
        day: new Date(now.toISOString().slice(0, 10)),
        page: view.page,
        language,
        screen: view.screen,
        views: 1,
        visits,
      })
      .onConflict((conflict) =>
        conflict.columns(["day", "page", "language", "screen"]).doUpdateSet({
          views: sql`page_views.views + 1`,
          visits: sql`page_views.visits + ${visits}`,
        }),
      )
      .execute();
  });
}

/** A day and a page an item, newest first, for who runs the installation. */
export async function listPageViews(
  withContext: WithContext,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(z.tuple([z.iso.date(), z.string().max(20)]), page.cursor);
  const rows = await withContext({ activity: measureUse }, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.page_views")
      .select([
        "day",
        "page",
        sql<number>`sum(views)::bigint`.as("views"),
        sql<number>`sum(visits)::bigint`.as("visits"),
        sql<number>`coalesce(sum(views) filter (where screen = 'narrow'), 0)::bigint`.as("narrow"),
      ])
      .groupBy(["day", "page"])
      .orderBy("day", "desc")
      .orderBy("page", "desc")
      .limit(page.limit + 1);
    if (after) {
      query = query.where((eb) =>
        eb(eb.refTuple("day", "page"), "<", eb.tuple(new Date(after[0]), after[1])),
      );
    }
    return await query.execute();
  });
  const dayOf = ({ day }: { day: Date }) => day.toISOString().slice(0, 10);
  return toPage(
    rows,
    page.limit,
    (row) => [dayOf(row), row.page],
    (row) => ({
      day: dayOf(row),
      page: row.page as View["page"],
      views: row.views,
      visits: row.visits,
      narrow: row.narrow,
    }),
  );
}
