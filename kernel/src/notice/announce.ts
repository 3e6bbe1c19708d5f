import type { Answer } from "@terskel/platform/contract";
import { addJob } from "@terskel/platform/jobs";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import type * as api from "../api/notice-versions.ts";
import type { Context, WithContext } from "../tenancy.ts";
import { problem } from "./problems.ts";
import { tellJobName } from "./tell.ts";
import { changes, inForce, waiting } from "./versions.ts";
import type { Tx } from "./versions.ts";

type Ports = { readonly withContext: WithContext; readonly now: () => Date };

/** So long at least people know of a change before it is in force. */
const shortestNoticeDays = 14;
const longestNoticeDays = 365;
const dayMs = 24 * 3_600_000;

/** The versions of an organisation's notice, newest first, with how many were told. */
export async function listVersions(
  { withContext, now }: Ports,
  context: Context,
  organisation: string,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(z.tuple([z.number().int()]), page.cursor);
  const { rows, current } = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.notice_versions as v")
      .select(["v.id", "v.number", "v.made_at", "v.material", "v.changes"])
      .select(["v.announced_at", "v.told_at", "v.in_force_at", "v.superseded_at"])
      .select((eb) =>
        (["told", "failed", "bounced", "unreachable"] as const).map((state) =>
          eb
            .selectFrom("kernel.notice_tellings as t")
            .select((of) => of.fn.countAll<string>().as("n"))
            .whereRef("t.version_id", "=", "v.id")
            .where("t.state", "=", state)
            .as(state),
        ),
      )
      .where("v.organisation_id", "=", organisation)
      .orderBy("v.number", "desc")
      .limit(page.limit + 1);
    if (after) query = query.where("v.number", "<", after[0]);
    return {
      rows: await query.execute(),
      current: await inForce(tx, organisation, now()).executeTakeFirst(),
    };
  });
  return toPage(
    rows,
    page.limit,
    ({ number }) => [number],
    (row) => ({
      id: row.id,
      number: row.number,
      madeAt: row.made_at.toISOString(),
      material: row.material,
      changes: changes.parse(row.changes),
      state: stateOf(row, current?.number, now()),
      ...(row.announced_at ? { announcedAt: row.announced_at.toISOString() } : {}),
      ...(row.in_force_at ? { inForceAt: row.in_force_at.toISOString() } : {}),
      told: Number(row.told),
      failed: Number(row.failed) + Number(row.bounced),
      unreachable: Number(row.unreachable),
    }),
  );
}

type State = Answer<typeof api.noticeVersions>["items"][number]["state"];

function stateOf(
  row: {
    number: number;
    superseded_at: Date | null;
    announced_at: Date | null;
    in_force_at: Date | null;
  },
  current: number | undefined,
  now: Date,
): State {
  if (row.number === current) return "in-force";
  if (row.superseded_at) return "superseded";
  if (row.in_force_at && row.in_force_at <= now && row.number < (current ?? 0)) return "past";
  return row.announced_at ? "announced" : "waiting";
}

/**
 * Has everyone told of the version that waits, which is in force from `inForceAt` on, once they have been.
 * Said twice it is the same.
 * @throws Problem `nothing-to-announce`, `announced-when`
 */
export async function announce(
  { withContext, now }: Ports,
  context: Context,
  organisation: string,
  body: { number: number; inForceAt: string },
): Promise<void> {
  const at = new Date(body.inForceAt);
  const days = (at.getTime() - now().getTime()) / dayMs;
  if (days < shortestNoticeDays || days > longestNoticeDays) throw problem("announced-when");
  await withContext(context, async (tx: Tx) => {
    const next = await waiting(tx, organisation, now()).forUpdate().executeTakeFirst();
    // A declaration that changed meanwhile has made another version: that one has to be looked at.
    if (next?.number !== body.number) throw problem("nothing-to-announce");
    if (next.announced_at) return;
    await tx
      .updateTable("kernel.notice_versions")
      .set({ announced_at: now(), in_force_at: at })
      .where("id", "=", next.id)
      .execute();
    await addJob(tx, tellJobName, { organisation, version: next.id }, { key: `tell ${next.id}` });
  });
}

/** Who was told of the notice, when and how, newest first. */
export async function listTellings(
  { withContext }: Ports,
  context: Context,
  organisation: string,
  page: { limit: number; cursor?: string | undefined; number?: number | undefined },
) {
  const after = readCursor(z.tuple([z.iso.datetime(), z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.notice_tellings as t")
      .innerJoin("kernel.notice_versions as v", "v.id", "t.version_id")
      // Of an account that belongs to no organisation the desk learns no name.
      .leftJoin("kernel.memberships as m", "m.id", "t.member_id")
      .select(["t.id", "t.how", "t.state", "t.at", "v.number", "m.name"])
      .where("t.organisation_id", "=", organisation)
      .orderBy("t.at", "desc")
      .orderBy("t.id", "desc")
      .limit(page.limit + 1);
    if (page.number !== undefined) query = query.where("v.number", "=", page.number);
    if (after) {
      query = query.where((eb) =>
        eb(eb.refTuple("t.at", "t.id"), "<", eb.tuple(new Date(after[0]), after[1])),
      );
    }
    return await query.execute();
  });
  return toPage(
    rows,
    page.limit,
    ({ at, id }) => [at.toISOString(), id],
    ({ id, how, state, at, number, name }) => ({
      id,
      how: how as "email",
      state: state as "told",
      at: at.toISOString(),
      number,
      ...(name === null ? {} : { name }),
    }),
  );
}

/**
 * Writes down that a member of the staff told a person of the notice in force, on the telephone or at the
 * counter (B13). Once is enough; told again it is the newer time.
 */
export async function recordTelling(
  { withContext, now }: Ports,
  context: Context,
  organisation: string,
  body: { person: string; how: "telephone" | "counter" },
): Promise<boolean> {
  return await withContext(context, async (tx: Tx) => {
    const current = await inForce(tx, organisation, now()).executeTakeFirst();
    const member = await tx
      .selectFrom("kernel.memberships")
      .select("id")
      .where("organisation_id", "=", organisation)
      .where("id", "=", body.person)
      .executeTakeFirst();
    if (!current || !member) return false;
    const said = { how: body.how, state: "told", at: now(), told_by: context.member ?? null };
    await tx
      .insertInto("kernel.notice_tellings")
      .values({
        organisation_id: organisation,
        version_id: current.id,
        member_id: member.id,
        ...said,
      })
      .onConflict((conflict) => conflict.columns(["version_id", "member_id"]).doUpdateSet(said))
      .execute();
    return true;
  });
}
