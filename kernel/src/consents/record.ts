import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Language } from "@terskel/platform/i18n";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { KernelTables } from "../tables.ts";
import type { WithContext } from "../tenancy.ts";
import { keepConsents } from "./activities.ts";
import type { Answered } from "./choose.ts";

/** What the ledger holds of a device, newest first. */
export async function readRecord(
  withContext: WithContext,
  device: string | undefined,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  const rows = await withContext(
    { activity: keepConsents },
    async (tx: Transaction<KernelTables>) => {
      if (device === undefined) return [];
      let query = tx
        .selectFrom("kernel.consents")
        .select(["id", "at", "given", "wording", "language", "how"])
        .where("device", "=", device)
        .orderBy("id", "desc")
        .limit(page.limit + 1);
      if (after) query = query.where("id", "<", after[0]);
      return await query.execute();
    },
  );
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    ({ at, language, how, ...row }) => ({
      ...row,
      at: at.toISOString(),
      language: language as Language,
      how: how as Answered["how"],
    }),
  );
}
