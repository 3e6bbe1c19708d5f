import type { Body } from "@terskel/platform/contract";
import type { FileAnswer } from "@terskel/platform/http";
import { wakeJobs } from "@terskel/platform/jobs";
import { problem as common } from "@terskel/platform/problems";
import type * as api from "../api/suppliers.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";
import { after, startOf } from "./dates.ts";
import type { SupplierPorts } from "./ports.ts";
import { problem } from "./problems.ts";

const mostBytes = 5_000_000;

type NewAgreement = Body<typeof api.addSupplierAgreement>;

/**
 * Registers an agreement with a supplier. What waits for it goes on once the transaction is committed.
 * @throws Problem `not-found`, `agreement-dates`, `agreements-overlap`, `no-pdf`
 */
export async function addAgreement(
  ports: SupplierPorts,
  context: Context,
  supplier: string,
  { firstDay, lastDay, document }: NewAgreement,
): Promise<string> {
  const begins = startOf(firstDay);
  const ends = lastDay ? after(lastDay) : null;
  if (ends && ends <= begins) throw problem("agreement-dates");
  const content = document && readPdf(document.content);
  return await ports.withContext(context, async (tx: Tx) => {
    await lockSupplier(tx, supplier);
    await refuseOverlap(tx, supplier, begins, ends);
    const { id } = await tx
      .insertInto("kernel.supplier_agreements")
      .values({
        supplier_id: supplier,
        begins_at: begins,
        ends_at: ends,
        document: content ?? null,
        document_name: document?.name ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await wakeJobs(tx);
    return id;
  });
}

function readPdf(base64: string): Buffer {
  const content = Buffer.from(base64, "base64");
  // ISO 32000-2 § 7.5.2: the header of the file.
  if (content.length > mostBytes || !content.subarray(0, 1024).includes("%PDF-"))
    throw problem("no-pdf");
  return content;
}

/** One change of a supplier's agreements at a time. @throws Problem `not-found` */
async function lockSupplier(tx: Tx, supplier: string) {
  const found = await tx
    .selectFrom("kernel.suppliers")
    .select("id")
    .where("id", "=", supplier)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw common("not-found");
}

async function refuseOverlap(
  tx: Tx,
  supplier: string,
  begins: Date,
  ends: Date | null,
  except?: string,
) {
  let query = tx
    .selectFrom("kernel.supplier_agreements")
    .select("id")
    .where("supplier_id", "=", supplier)
    .where((eb) => eb.or([eb("ends_at", "is", null), eb("ends_at", ">", begins)]));
  if (ends) query = query.where("begins_at", "<", ends);
  if (except) query = query.where("id", "<>", except);
  if (await query.limit(1).executeTakeFirst()) throw problem("agreements-overlap");
}

/**
 * Sets the last day: earlier, or later. From midnight after it nothing is passed on.
 * @throws Problem `not-found`, `agreement-is-over`, `last-day-has-passed`, `agreement-dates`, `agreements-overlap`
 */
export async function endAgreement(
  ports: SupplierPorts,
  context: Context,
  { supplier, agreement }: { supplier: string; agreement: string },
  lastDay: string,
): Promise<void> {
  const ends = after(lastDay);
  const now = ports.now();
  await ports.withContext(context, async (tx: Tx) => {
    await lockSupplier(tx, supplier);
    const found = await tx
      .selectFrom("kernel.supplier_agreements")
      .select(["begins_at", "ends_at"])
      .where("id", "=", agreement)
      .where("supplier_id", "=", supplier)
      .executeTakeFirst();
    if (!found) throw common("not-found");
    if (found.ends_at && found.ends_at <= now) throw problem("agreement-is-over");
    if (ends <= now) throw problem("last-day-has-passed");
    if (ends <= found.begins_at) throw problem("agreement-dates");
    await refuseOverlap(tx, supplier, found.begins_at, ends, agreement);
    await tx
      .updateTable("kernel.supplier_agreements")
      .set({ ends_at: ends, warned: null })
      .where("id", "=", agreement)
      .execute();
  });
}

/** @throws Problem `not-found`, also for an agreement without a document */
export async function readDocument(
  ports: SupplierPorts,
  context: Context,
  { supplier, agreement }: { supplier: string; agreement: string },
): Promise<FileAnswer> {
  const found = await ports.withContext(
    context,
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.supplier_agreements")
        .select("document")
        .where("id", "=", agreement)
        .where("supplier_id", "=", supplier)
        .executeTakeFirst(),
  );
  const document = found?.document;
  if (!document) throw common("not-found");
  return {
    name: `agreement-${agreement}.pdf`,
    media: "application/pdf",
    content: (async function* () {
      yield await Promise.resolve(document);
    })(),
  };
}
