import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Transaction } from "kysely";
import { z } from "zod";
import { deskTitle } from "../desk-title.ts";
import type { RightsPorts } from "../scope.ts";
import type { KernelTables } from "../tables.ts";
import type { Context } from "../tenancy.ts";
import type { Cause } from "./ledger.ts";
import { ruleText } from "./rule-text.ts";

type Page = { limit: number; cursor?: string | undefined; cause?: Cause | undefined };

/** What went of an organisation, newest first. */
export async function listLedger(
  { withContext, processings }: RightsPorts,
  context: Context,
  page: Page,
) {
  const after = readCursor(z.tuple([z.iso.datetime(), z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Transaction<KernelTables>) => {
    let query = tx
      .selectFrom("kernel.retention_ledger")
      .select(["id", "at", "table_name", "rule", "cause", "rows"])
      .where("organisation_id", "=", context.organisation ?? "")
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(page.limit + 1);
    if (page.cause) query = query.where("cause", "=", page.cause);
    if (after) {
      query = query.where((eb) =>
        eb(eb.refTuple("at", "id"), "<", eb.tuple(new Date(after[0]), after[1])),
      );
    }
    return await query.execute();
  });
  const tables = processings.flatMap((p) => p.tables);
  return toPage(
    rows,
    page.limit,
    ({ at, id }) => [at.toISOString(), id],
    ({ id, at, table_name, rule, cause, rows: count }) => {
      const title = deskTitle(tables.find(({ table }) => table === table_name));
      return {
        id,
        at: at.toISOString(),
        table: table_name,
        ...(title ? { title } : {}),
        rule,
        why: ruleText(rule, cause as Cause),
        cause: cause as Cause,
        rows: count,
      };
    },
  );
}
