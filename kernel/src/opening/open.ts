import type { Answer, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { z } from "zod";
import type * as api from "../api/openings.ts";
import { ownKeys, rights } from "../requests/whose.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";
import { problem } from "./problems.ts";
import { kindOf, purposeTexts } from "./purposes.ts";
import { labelsIn, readOpened } from "./read.ts";
import { purposesOfRole } from "./works-for.ts";
import type { Role } from "./works-for.ts";

type Item = Answer<typeof api.openings>["items"][number];
type Page = { limit: number; cursor?: string | undefined };

/** The purposes that the caller may open a person's data for. */
export async function listOwnPurposes(ports: PrivacyPorts, context: Context, role: Role) {
  const found = await ports.withContext(
    context,
    async (tx: Tx) => await purposesFor(tx, ports, context, role),
  );
  return { items: found.map(({ id, purpose }) => ({ id, text: purpose })) };
}

const purposesFor = async (tx: Tx, ports: PrivacyPorts, context: Context, role: Role) =>
  purposesOfRole(ports.processings, await kindOf(tx, context), role);

/**
 * Opens one person's data for a purpose that the caller works for; without one nothing comes. It is on record
 * before it is shown.
 * @throws Problem `not-found` for a person of another organisation, or one who is restricted; `purpose-missing`,
 * `not-their-purpose`
 */
export async function openPerson(
  ports: PrivacyPorts,
  context: Context,
  { member, ...role }: Role & { readonly member: string },
  query: Query<typeof api.openPerson>,
) {
  const { activity, person, organisation } = context;
  const { purpose } = query;
  // In one transaction, so that what is refused is not on record as done.
  const asked = await ports.withContext(context, async (tx: Tx) => {
    const found = await tx
      .selectFrom("kernel.memberships")
      .select(["id", "name"])
      .where("organisation_id", "=", organisation ?? "")
      .where("id", "in", [member, context.member ?? member])
      .execute();
    if (!found.some(({ id }) => id === member))
      throw common("not-found", { reason: "no such member" });
    if (purpose === undefined) throw problem("purpose-missing");
    const own = await purposesFor(tx, ports, context, role);
    if (!own.some(({ id }) => id === purpose)) throw problem("not-their-purpose");
    return { names: found, purpose };
  });
  const subjects = { member: [member], account: [], address: [] };
  // With no organisation of its own, the transaction sees only what is opened (kernel.opens).
  const opening = { activity, person, asked: organisation, purpose: asked.purpose, subjects };
  const found = await ports.withContext(opening, async (tx: Transaction<unknown>) => {
    await sql`set transaction read only`.execute(tx);
    return await readOpened(tx, ports, { ...query, member, purpose: asked.purpose });
  });
  const labels = labelsIn(found);
  if (labels.length === 0) return found;
  await ports.withContext(context, async (tx: Tx) => {
    await tx
      .insertInto("kernel.openings")
      .values({
        at: ports.now(),
        organisation_id: organisation ?? "",
        member_id: member,
        opened_by: context.member ?? null,
        opener: asked.names.find(({ id }) => id === context.member)?.name ?? null,
        activity: asked.purpose,
        labels,
      })
      .execute();
  });
  return found;
}

/** Who opened the signed-in person's data, the newest first. Row-level security shows no one else's. */
export async function listOpenings(
  ports: PrivacyPorts,
  session: Parameters<typeof ownKeys>[1],
  page: Page,
) {
  const before = readCursor(z.tuple([z.uuid()]), page.cursor);
  const subjects = await ownKeys(ports, session);
  const rows = await ports.withContext({ activity: rights, subjects }, async (tx: Tx) => {
    const query = tx
      .selectFrom("kernel.openings as d")
      .innerJoin("kernel.organisations as o", "o.id", "d.organisation_id")
      .select(["d.id", "d.at", "d.opener", "d.activity", "d.labels", "o.name as organisation"])
      .where("d.member_id", "in", subjects.member.length > 0 ? [...subjects.member] : [null])
      .orderBy("d.id", "desc")
      .limit(page.limit + 1);
    return await (before ? query.where("d.id", "<", before[0]) : query).execute();
  });
  const textOf = purposeTexts(ports.processings);
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    ({ id, at, opener, activity, labels, organisation }): Item => ({
      id,
      at: at.toISOString(),
      organisation,
      purpose: textOf(activity),
      labels: labels as Item["labels"],
      ...(opener ? { name: opener } : {}),
    }),
  );
}
