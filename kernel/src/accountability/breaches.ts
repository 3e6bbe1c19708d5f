import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import type { Body } from "@terskel/platform/contract";
import { sql } from "kysely";
import { z } from "zod";
import type * as api from "../api/accountability.ts";
import type { Context } from "../tenancy.ts";
import { checkClosable, checkTime, dueAfter, isOverdue } from "./breach-rules.ts";
import type { AccountabilityPorts, Tx } from "./ports.ts";
import { problem } from "./problems.ts";

type Page = { limit: number; cursor?: string | undefined };
const iso = (at: Date | null) => at?.toISOString();

/** Breaches on record, the newest first. */
export async function listBreaches(ports: AccountabilityPorts, context: Context, page: Page) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  const rows = await ports.withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.breaches as b")
      .leftJoin("kernel.memberships as m", "m.id", "b.recorded_by")
      .selectAll("b")
      .select("m.name as recorder")
      .where("b.organisation_id", "=", context.organisation ?? "")
      .orderBy("b.id", "desc")
      .limit(page.limit + 1);
    if (after) query = query.where("b.id", "<", after[0]);
    return await query.execute();
  });
  const now = ports.now();
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    (row) => ({
      id: row.id,
      title: row.title,
      what: row.what,
      awareAt: row.aware_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      highRisk: row.high_risk,
      affected: row.affected ?? undefined,
      measures: row.measures ?? undefined,
      authorityToldAt: iso(row.authority_told_at),
      authorityReason: row.authority_reason ?? undefined,
      personsToldAt: iso(row.persons_told_at),
      personsReason: row.persons_reason ?? undefined,
      closedAt: iso(row.closed_at),
      overdue: isOverdue(row, row.closed_at ?? now),
      recordedBy: row.recorder ?? undefined,
    }),
  );
}

/** @throws Problem `breach-impossible-time` */
export async function addBreach(
  { withContext, now, breachHours }: AccountabilityPorts,
  context: Context,
  { title, what, awareAt, highRisk, affected }: Body<typeof api.addBreach>,
) {
  const aware = new Date(awareAt);
  checkTime(aware, now());
  const due = dueAfter(aware, breachHours);
  const { id } = await withContext(
    context,
    async (tx: Tx) =>
      await tx
        .insertInto("kernel.breaches")
        .values({
          organisation_id: context.organisation ?? "",
          title,
          what,
          aware_at: aware,
          due_at: due,
          high_risk: highRisk,
          affected: affected ?? null,
          recorded_by: context.member ?? null,
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
  );
  return { id, dueAt: due.toISOString() };
}

/** @throws Problem `not-found`, `breach-closed` */
async function lockOpen(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("kernel.breaches")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw common("not-found");
  if (row.closed_at) throw problem("breach-closed");
  return row;
}

/** @throws Problem `not-found`, `breach-closed`, `breach-impossible-time` */
export async function changeBreach(
  { withContext, now }: AccountabilityPorts,
  context: Context,
  id: string,
  body: Body<typeof api.changeBreach>,
): Promise<void> {
  await withContext(context, async (tx: Tx) => {
    const row = await lockOpen(tx, id);
    const told = (at: string | undefined) => (at === undefined ? undefined : new Date(at));
    const [authority, persons] = [told(body.authorityToldAt), told(body.personsToldAt)];
    checkTime(authority, now(), row.aware_at);
    checkTime(persons, now(), row.aware_at);
    await tx
      .updateTable("kernel.breaches")
      .set({
        high_risk: body.highRisk ?? row.high_risk,
        affected: body.affected ?? row.affected,
        measures: body.measures ?? row.measures,
        authority_told_at: authority ?? row.authority_told_at,
        authority_reason: body.authorityReason ?? row.authority_reason,
        persons_told_at: persons ?? row.persons_told_at,
        persons_reason: body.personsReason ?? row.persons_reason,
      })
      .where("id", "=", id)
      .execute();
  });
}

/** @throws Problem `not-found`, `breach-closed`, and what is missing (breach-rules.ts) */
export async function closeBreach(
  { withContext, now }: AccountabilityPorts,
  context: Context,
  id: string,
): Promise<void> {
  await withContext(context, async (tx: Tx) => {
    checkClosable(await lockOpen(tx, id), now());
    await tx
      .updateTable("kernel.breaches")
      .set({ closed_at: now() })
      .where("id", "=", id)
      .execute();
  });
}

/** How many breaches the authority was not told of in time, with no reason given, everywhere. */
export async function countOverdueBreaches({ withContext, now }: AccountabilityPorts) {
  return await withContext({ activity: "kernel.account-for" }, async (tx: Tx) => {
    const { count } = await tx
      .selectFrom("kernel.breaches")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("closed_at", "is", null)
      .where("authority_reason", "is", null)
      .where(sql<boolean>`coalesce(authority_told_at, ${now()}) > due_at`)
      .executeTakeFirstOrThrow();
    return count;
  });
}
