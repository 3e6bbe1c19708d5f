import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import { problem } from "../problems.ts";
import { deskTitle } from "../desk-title.ts";
import type { RightsPorts } from "../scope.ts";
import type { Context } from "../tenancy.ts";
import type { KernelTables } from "../tables.ts";
import type { Transaction } from "kysely";
import { holdableTables } from "./holdable.ts";

type Tx = Transaction<KernelTables>;
type Page = { limit: number; cursor?: string | undefined };

/** Legal holds in force, the newest first. */
export async function listHolds(
  { withContext, processings }: RightsPorts,
  context: Context,
  page: Page,
) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.holds as h")
      .leftJoin("kernel.memberships as m", "m.id", "h.member_id")
      .leftJoin("kernel.memberships as p", "p.id", "h.placed_by")
      .select(["h.id", "h.table_name", "h.reason", "h.placed_at", "h.until", "h.member_id"])
      .select(["m.name as person", "p.name as placed_by"])
      .orderBy("h.id", "desc")
      .limit(page.limit + 1);
    if (after) query = query.where("h.id", "<", after[0]);
    return await query.execute();
  });
  const tables = processings.flatMap((p) => p.tables);
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    ({ id, person, member_id, table_name, reason, placed_by, placed_at, until }) => {
      const title = deskTitle(tables.find(({ table }) => table === table_name));
      return {
        id,
        ...(member_id ? { person: { id: member_id, name: person ?? "" } } : {}),
        ...(table_name && title ? { table: { table: table_name, title } } : {}),
        reason,
        ...(placed_by ? { placedBy: placed_by } : {}),
        placedAt: placed_at.toISOString(),
        until: until.toISOString(),
      };
    },
  );
}

const longestMs = 3653 * 24 * 3600 * 1000;

export type NewHold = {
  readonly person?: string | undefined;
  readonly table?: string | undefined;
  readonly reason: string;
  readonly until: string;
};

/** @throws Problem `not-found` for a person or a table that there is none; `hold-until-when` */
export async function placeHold(
  { withContext, processings }: RightsPorts,
  context: Context,
  hold: NewHold,
  now: Date,
): Promise<string> {
  const until = new Date(hold.until);
  const aheadMs = until.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > longestMs) throw problem("hold-until-when");
  const known = holdableTables(processings).some(({ table }) => table === hold.table);
  if (hold.table !== undefined && !known) throw common("not-found");
  return await withContext(context, async (tx: Tx) => {
    if (hold.person !== undefined) {
      const member = await tx
        .selectFrom("kernel.memberships")
        .select("id")
        .where("id", "=", hold.person)
        .executeTakeFirst();
      if (!member) throw common("not-found");
    }
    const { id } = await tx
      .insertInto("kernel.holds")
      .values({
        organisation_id: context.organisation ?? "",
        member_id: hold.person ?? null,
        table_name: hold.table ?? null,
        reason: hold.reason,
        placed_by: context.member ?? null,
        until,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** @throws Problem `not-found` */
export async function liftHold(
  { withContext }: RightsPorts,
  context: Context,
  hold: string,
): Promise<void> {
  const { numDeletedRows } = await withContext(
    context,
    async (tx: Tx) => await tx.deleteFrom("kernel.holds").where("id", "=", hold).executeTakeFirst(),
  );
  if (numDeletedRows === 0n) throw common("not-found");
}
