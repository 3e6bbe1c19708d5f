import type { Answer, Body } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { addJob } from "@terskel/platform/jobs";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { z } from "zod";
import { adviserDays } from "../api/advisers.ts";
import type * as api from "../api/advisers.ts";
import { purposesOf } from "../opening/openable.ts";
import { kindOf, purposeTexts } from "../opening/purposes.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";
import { after, dayOf, lastDayOf, startOf } from "../suppliers/dates.ts";
import type { Context } from "../tenancy.ts";
import { inviteJob } from "./letters.ts";
import { problem } from "./problems.ts";
import { stateOf } from "./state.ts";

type Item = Answer<typeof api.advisers>["items"][number];
type Page = { limit: number; cursor?: string | undefined };

/** The purposes that an adviser of the organisation can be given. */
export async function listPurposes(ports: PrivacyPorts, context: Context) {
  const kind = await ports.withContext(context, async (tx: Tx) => await kindOf(tx, context));
  return {
    items: purposesOf(ports.processings, kind).map(({ id, purpose }) => ({ id, text: purpose })),
  };
}

/** The organisation's advisers, the newest first, those whose time is over too. */
export async function listAdvisers(ports: PrivacyPorts, context: Context, page: Page) {
  const before = readCursor(z.tuple([z.uuid()]), page.cursor);
  const { rows, persons } = await ports.withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.advisers")
      .selectAll()
      .where("organisation_id", "=", context.organisation ?? "")
      .orderBy("id", "desc")
      .limit(page.limit + 1);
    if (before) query = query.where("id", "<", before[0]);
    const found = await query.execute();
    const ids = found.map(({ id }) => id);
    return { rows: found, persons: ids.length > 0 ? await personsOf(tx, ids) : [] };
  });
  const textOf = purposeTexts(ports.processings);
  const now = ports.now();
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    (row): Item => ({
      id: row.id,
      name: row.name,
      firm: row.firm,
      email: row.email,
      kind: row.kind as Item["kind"],
      need: row.need,
      purposes: row.activities.map((id) => ({ id, text: textOf(id) })),
      everyone: row.everyone,
      persons: persons
        .filter(({ adviser_id }) => adviser_id === row.id)
        .map(({ id, name }) => ({ id, name })),
      firstDay: dayOf(row.begins_at),
      lastDay: lastDayOf(row.ends_at),
      state: stateOf(row, now),
      endedAt: row.ended_at?.toISOString(),
      signedAt: row.signed_at?.toISOString(),
      refusedAt: row.refused_at?.toISOString(),
    }),
  );
}

const personsOf = async (tx: Tx, advisers: readonly string[]) =>
  await tx
    .selectFrom("kernel.adviser_members as a")
    .innerJoin("kernel.memberships as m", "m.id", "a.member_id")
    .select(["a.adviser_id", "m.id", "m.name"])
    .where("a.adviser_id", "in", advisers)
    .orderBy("m.name")
    .execute();

/**
 * Invites an adviser. What is agreed here is changed by nobody afterwards; it only ends.
 * @throws Problem `adviser-days`, `adviser-purpose`; `not-found` for a person of another organisation
 */
export async function addAdviser(
  ports: PrivacyPorts,
  context: Context & { member?: string | undefined },
  { firstDay, lastDay, purposes, persons, email, ...said }: Body<typeof api.addAdviser>,
) {
  const [begins, ends] = [startOf(firstDay), after(lastDay)];
  const days = Temporal.PlainDate.from(firstDay).until(lastDay, { largestUnit: "day" }).days + 1;
  if (days < 1 || days > adviserDays || ends <= ports.now()) throw problem("adviser-days");
  const organisation = context.organisation ?? "";
  return await ports.withContext(context, async (tx: Tx) => {
    const known = new Set(
      purposesOf(ports.processings, await kindOf(tx, context)).map(({ id }) => id),
    );
    if (!purposes.every((id) => known.has(id))) throw problem("adviser-purpose");
    const { id } = await tx
      .insertInto("kernel.advisers")
      .values({
        ...said,
        organisation_id: organisation,
        email: email.toLowerCase(),
        activities: [...new Set(purposes)],
        everyone: persons === undefined,
        begins_at: begins,
        ends_at: ends,
        invited_by: context.member ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (persons) await narrow(tx, { organisation, adviser: id }, [...new Set(persons)]);
    await addJob(tx, inviteJob, { organisation, adviser: id }, { key: `${inviteJob}:${id}` });
    return { id };
  });
}

type Of = { readonly organisation: string; readonly adviser: string };

async function narrow(tx: Tx, { organisation, adviser }: Of, persons: readonly string[]) {
  const members = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("organisation_id", "=", organisation)
    .where("id", "in", persons)
    .execute();
  if (members.length < persons.length) throw common("not-found", { reason: "no such member" });
  await tx
    .insertInto("kernel.adviser_members")
    .values(
      persons.map((member_id) => ({
        organisation_id: organisation,
        adviser_id: adviser,
        member_id,
      })),
    )
    .execute();
}

/** From this moment on the adviser sees nothing. @throws Problem `not-found` */
export async function endAdviser(ports: PrivacyPorts, context: Context, adviser: string) {
  const now = ports.now();
  const { numUpdatedRows } = await ports.withContext(
    context,
    async (tx: Tx) =>
      await tx
        .updateTable("kernel.advisers")
        .set({ ended_at: sql<Date>`coalesce(ended_at, ${now})` })
        .where("id", "=", adviser)
        .where("organisation_id", "=", context.organisation ?? "")
        .executeTakeFirst(),
  );
  if (numUpdatedRows === 0n) throw common("not-found", { reason: "no such adviser" });
}
