import type { Answer } from "@terskel/platform/contract";
import type { oneSupplier } from "../api/suppliers.ts";
import { dayOf, lastDayOf } from "./dates.ts";
import { agreementState, foremost } from "./in-force.ts";
import type { Dated } from "./in-force.ts";

type Shown = Answer<typeof oneSupplier>;

export type SupplierRow = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly country: string;
  readonly recipient: string;
  readonly labels: readonly string[];
  readonly host: string | null;
};
export type AgreementRow = Dated & {
  readonly id: string;
  readonly supplier_id: string;
  readonly document_name: string | null;
};

export function showAgreement(row: AgreementRow, now: Date): Shown["agreements"][number] {
  return {
    id: row.id,
    firstDay: dayOf(row.begins_at),
    ...(row.ends_at ? { lastDay: lastDayOf(row.ends_at) } : {}),
    state: agreementState(row, now),
    ...(row.document_name ? { document: row.document_name } : {}),
  };
}

/** A supplier with the agreement that counts now. */
export function showSupplier(
  row: SupplierRow,
  agreements: readonly AgreementRow[],
  now: Date,
): Omit<Shown, "agreements"> {
  const { id, name, number } = row;
  const own = agreements.filter(({ supplier_id }) => supplier_id === id);
  const agreement = foremost(own, now);
  return {
    id,
    name,
    number,
    // As the database admits them.
    country: row.country as Shown["country"],
    recipient: row.recipient as Shown["recipient"],
    labels: row.labels as Shown["labels"],
    ...(row.host ? { host: row.host } : {}),
    ...(agreement ? { agreement: showAgreement(agreement, now) } : {}),
    state: agreementState(agreement, now),
  };
}
