import type { Body, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { wakeJobs } from "@terskel/platform/jobs";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import type * as api from "../api/suppliers.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";
import { senders } from "../api/suppliers.ts";
import { isAgreed } from "./in-force.ts";
import type { SupplierPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { agreementsOf } from "./register.ts";
import { showSupplier } from "./show.ts";
import { tellsOfSupplier } from "./told.ts";

type Page = Query<typeof api.ownSuppliers>;
type State = z.output<typeof api.approvalState>;
type How = "general" | "specific";

const place = z.tuple([z.string(), z.uuid()]);

/** The suppliers, and what one organisation answered about each. */
export async function listOwn(
  ports: SupplierPorts,
  context: Context,
  organisation: string,
  page: Page,
) {
  const after = readCursor(place, page.cursor);
  const now = ports.now();
  return await ports.withContext(context, async (tx: Tx) => {
    const { supplier_authorisation: authorisation } = await tx
      .selectFrom("kernel.organisations")
      .select("supplier_authorisation")
      .where("id", "=", organisation)
      .executeTakeFirstOrThrow();
    let query = tx
      .selectFrom("kernel.suppliers as s")
      .leftJoin("kernel.supplier_approvals as a", (join) =>
        join.onRef("a.supplier_id", "=", "s.id").on("a.organisation_id", "=", organisation),
      )
      .select(["s.id", "s.name", "s.number", "s.country", "s.recipient", "s.labels", "s.host"])
      .select(["a.state", "a.objects_by", "a.answered_at", "a.reason"])
      .orderBy("s.name")
      .orderBy("s.id")
      .limit(page.limit + 1);
    if (after)
      query = query.where((eb) => eb(eb.refTuple("s.name", "s.id"), ">", eb.tuple(...after)));
    const rows = await query.execute();
    const agreements = await agreementsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const untold = new Set<string>();
    for (const row of rows)
      if (senders.includes(row.recipient) && !(await tellsOfSupplier(tx, row, { organisation })))
        untold.add(row.id);
    return toPage(
      rows,
      page.limit,
      ({ name, id }) => [name, id],
      (row) => {
        const { state, objects_by } = row;
        const approval = state && objects_by ? { state, objects_by } : undefined;
        const shown = showSupplier(row, agreements, now);
        const agreed = isAgreed(authorisation, approval, now);
        return {
          ...shown,
          authorisation: authorisation as How,
          answer: answerOf(authorisation, approval),
          ...askedUntil(approval, row.answered_at, row.reason),
          // What is stored lies where it lies, whatever the organisation answers.
          used:
            shown.state === "in-force" &&
            (!senders.includes(row.recipient) || (agreed && !untold.has(row.id))),
        };
      },
    );
  });
}

/** Whoever came after the supplier named it in its own agreement, or has yet to approve it. */
const answerOf = (how: string, approval: { state: string } | undefined): State =>
  (approval?.state ?? (how === "specific" ? "asked" : "named")) as State;

const askedUntil = (
  approval: { state: string; objects_by: Date } | undefined,
  answeredAt: Date | null,
  reason: string | null,
) => ({
  ...(approval?.state === "asked" ? { objectsBy: approval.objects_by.toISOString() } : {}),
  ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
  ...(reason ? { reason } : {}),
});

/** What each organisation answers about a supplier, by name. */
export async function listAnswers(
  ports: SupplierPorts,
  context: Context,
  supplier: string,
  page: Page,
) {
  const after = readCursor(place, page.cursor);
  const rows = await ports.withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.organisations as o")
      .leftJoin("kernel.supplier_approvals as a", (join) =>
        join.onRef("a.organisation_id", "=", "o.id").on("a.supplier_id", "=", supplier),
      )
      .select(["o.id", "o.name", "o.supplier_authorisation as how"])
      .select(["a.state", "a.objects_by", "a.answered_at", "a.reason"])
      .where("o.kind", "<>", "operator")
      .orderBy("o.name")
      .orderBy("o.id")
      .limit(page.limit + 1);
    if (after)
      query = query.where((eb) => eb(eb.refTuple("o.name", "o.id"), ">", eb.tuple(...after)));
    return await query.execute();
  });
  return toPage(
    rows,
    page.limit,
    ({ name, id }) => [name, id],
    ({ id, name, how, state, objects_by, answered_at, reason }) => {
      const approval = state && objects_by ? { state, objects_by } : undefined;
      return {
        organisation: { id, name },
        authorisation: how as How,
        state: answerOf(how, approval),
        ...askedUntil(approval, answered_at, reason),
      };
    },
  );
}

/**
 * What the organisation answers counts from now on: an objection stops what would be passed on for it.
 * @throws Problem `not-found`, `reason-to-object`
 */
export async function answer(
  ports: SupplierPorts,
  context: Context,
  { organisation, supplier }: { organisation: string; supplier: string },
  { answer: state, reason }: Body<typeof api.answerSupplier>,
): Promise<void> {
  if (state === "objected" && !reason) throw problem("reason-to-object");
  const now = ports.now();
  await ports.withContext(context, async (tx: Tx) => {
    const found = await tx
      .selectFrom("kernel.suppliers")
      .select("id")
      .where("id", "=", supplier)
      .executeTakeFirst();
    if (!found) throw common("not-found");
    const answered = { state, reason: reason ?? null, answered_at: now };
    await tx
      .insertInto("kernel.supplier_approvals")
      .values({
        supplier_id: supplier,
        organisation_id: organisation,
        objects_by: now,
        asked_at: now,
        ...answered,
      })
      .onConflict((conflict) =>
        conflict.columns(["supplier_id", "organisation_id"]).doUpdateSet(answered),
      )
      .execute();
    await wakeJobs(tx);
  });
}

/** @throws Problem `not-found` */
export async function setAuthorisation(
  ports: SupplierPorts,
  context: Context,
  organisation: string,
  { authorisation }: Body<typeof api.setAuthorisation>,
): Promise<void> {
  await ports.withContext(context, async (tx: Tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("kernel.organisations")
      .set({ supplier_authorisation: authorisation })
      .where("id", "=", organisation)
      .where("kind", "<>", "operator")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw common("not-found");
    await wakeJobs(tx);
  });
}
