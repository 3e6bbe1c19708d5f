import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Body } from "@terskel/platform/contract";
import { sql } from "kysely";
import { z } from "zod";
import type * as api from "../api/accountability.ts";
import type { Context } from "../tenancy.ts";
import type { AccountabilityPorts, Tx } from "./ports.ts";

type Page = { limit: number; cursor?: string | undefined };
type Kind = Body<typeof api.addAssessment>["kind"];

/** A later one of the same kind and title has taken its place. */
export const isReplaced = sql<boolean>`exists (
  select from kernel.assessments later
   where later.organisation_id = a.organisation_id and later.kind = a.kind
     and lower(later.title) = lower(a.title) and later.id > a.id)`;

/** Assessments, audits and procedures on record, the newest first. */
export async function listAssessments(
  { withContext, now }: AccountabilityPorts,
  context: Context,
  page: Page,
) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.assessments as a")
      .leftJoin("kernel.memberships as m", "m.id", "a.recorded_by")
      .select(["a.id", "a.kind", "a.title", "a.outcome", "a.made_on", "a.next_on"])
      .select("m.name as recorder")
      .select(isReplaced.as("replaced"))
      .where("a.organisation_id", "=", context.organisation ?? "")
      .orderBy("a.id", "desc")
      .limit(page.limit + 1);
    if (after) query = query.where("a.id", "<", after[0]);
    return await query.execute();
  });
  const today = now().toISOString().slice(0, 10);
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    ({ id, kind, title, outcome, made_on, next_on, recorder, replaced }) => ({
      id,
      kind: kind as Kind,
      title,
      outcome,
      madeOn: made_on,
      nextOn: next_on ?? undefined,
      due: next_on !== null && next_on <= today && !replaced,
      recordedBy: recorder ?? undefined,
    }),
  );
}

export async function addAssessment(
  { withContext }: AccountabilityPorts,
  context: Context,
  { kind, title, outcome, madeOn, nextOn }: Body<typeof api.addAssessment>,
) {
  return await withContext(
    context,
    async (tx: Tx) =>
      await tx
        .insertInto("kernel.assessments")
        .values({
          organisation_id: context.organisation ?? "",
          kind,
          title,
          outcome,
          made_on: madeOn,
          next_on: nextOn ?? null,
          recorded_by: context.member ?? null,
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
  );
}
