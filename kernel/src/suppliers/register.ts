import type { Body, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { z } from "zod";
import { eeaCountries } from "../api/eea.ts";
import type * as api from "../api/suppliers.ts";
import { senders } from "../api/suppliers.ts";
import { isOrganisationNumber } from "../organisations.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";
import type { SupplierPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { showAgreement, showSupplier } from "./show.ts";
import type { AgreementRow } from "./show.ts";

/** So many days an organisation has for objecting, before anything is passed to a new supplier. */
const daysToObject = 14;

type Page = Query<typeof api.suppliers>;

/** The suppliers by name, each with what the organisations answer. */
export async function listSuppliers(ports: SupplierPorts, context: Context, page: Page) {
  const after = readCursor(z.tuple([z.string(), z.uuid()]), page.cursor);
  return await ports.withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.suppliers as s")
      .select(["id", "name", "number", "country", "recipient", "labels", "host"])
      .select(
        sql<number>`(select count(*)::int from kernel.supplier_approvals a
          where a.supplier_id = s.id and a.state = 'objected')`.as("objections"),
      )
      .select(
        sql<number>`(select count(*)::int from kernel.supplier_approvals a
          where a.supplier_id = s.id and a.state = 'asked')`.as("unanswered"),
      )
      .orderBy("name")
      .orderBy("id")
      .limit(page.limit + 1);
    if (after) query = query.where((eb) => eb(eb.refTuple("name", "id"), ">", eb.tuple(...after)));
    const rows = await query.execute();
    const agreements = await agreementsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return toPage(
      rows,
      page.limit,
      ({ name, id }) => [name, id],
      (row) => ({
        ...showSupplier(row, agreements, ports.now()),
        objections: row.objections,
        unanswered: row.unanswered,
      }),
    );
  });
}

/** Their agreements, without the documents. */
export async function agreementsOf(tx: Tx, suppliers: readonly string[]): Promise<AgreementRow[]> {
  if (suppliers.length === 0) return [];
  return await tx
    .selectFrom("kernel.supplier_agreements")
    .select(["id", "supplier_id", "begins_at", "ends_at", "document_name"])
    .where("supplier_id", "in", suppliers)
    .orderBy("begins_at", "desc")
    .execute();
}

/** @throws Problem `not-found` */
export async function readSupplier(ports: SupplierPorts, context: Context, id: string) {
  return await ports.withContext(context, async (tx: Tx) => {
    const row = await tx
      .selectFrom("kernel.suppliers")
      .select(["id", "name", "number", "country", "recipient", "labels", "host"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) throw common("not-found");
    const agreements = await agreementsOf(tx, [id]);
    const now = ports.now();
    return {
      ...showSupplier(row, agreements, now),
      agreements: agreements.map((agreement) => showAgreement(agreement, now)),
    };
  });
}

type NewSupplier = Body<typeof api.addSupplier>;

/**
 * Adds a supplier, and asks each organisation that there is.
 * @throws Problem `outside-eea`, `supplier-number`, `supplier-host`, `outside-the-region`, `supplier-is-there`
 */
export async function addSupplier(ports: SupplierPorts, context: Context, wanted: NewSupplier) {
  const { named, ...supplier } = wanted;
  const number = supplier.number.replaceAll(/[\s-]/g, "");
  if (!isInEea(supplier.country)) throw problem("outside-eea");
  refuseNumber(number, supplier.country);
  const sends = senders.includes(supplier.recipient);
  if (sends && !supplier.host) throw problem("supplier-host");
  return await ports.withContext(context, async (tx: Tx) => {
    await refuseOutsideRegion(tx, supplier);
    const added = await tx
      .insertInto("kernel.suppliers")
      .values({ ...supplier, number, host: sends ? (supplier.host ?? null) : null })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) throw problem("supplier-is-there");
    await ask(tx, added.id, named, ports.now());
    return added.id;
  });
}

const isInEea = (country: string) => eeaCountries.some((each) => each === country);

const refuseNumber = (number: string, country: string) => {
  const isKnown = country === "NO" || country === "SE";
  if (isKnown && !isOrganisationNumber(number, country)) throw problem("supplier-number");
};

/** Said before the database says it (C11): its constraint has no words. */
async function refuseOutsideRegion(
  tx: Tx,
  { recipient, country }: Pick<NewSupplier, "recipient" | "country">,
) {
  if (recipient !== "storage provider") return;
  const region = await tx.selectFrom("kernel.storage_region").select("country").executeTakeFirst();
  if (region?.country !== country) throw problem("outside-the-region");
}

/** The operator asks itself nothing. */
async function ask(tx: Tx, supplier: string, named: boolean, now: Date) {
  const objectsBy = new Date(now.getTime() + daysToObject * 24 * 3_600_000);
  await sql`
    insert into kernel.supplier_approvals (supplier_id, organisation_id, state, asked_at, objects_by)
    select ${supplier}::uuid, id, ${named ? "named" : "asked"}, ${now}, ${named ? now : objectsBy}
      from kernel.organisations where kind <> 'operator'`.execute(tx);
}
