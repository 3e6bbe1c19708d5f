import { problem as common } from "@terskel/platform/problems";
import { writing } from "../constraints.ts";
import { queueLists } from "../lists-changed.ts";
import { memberOrNone } from "../members.ts";
import { problem as access } from "../problems.ts";
import { unitOrNone } from "../residents.ts";
import { anyOf } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";
import { lettingOnce, refuseOverlap } from "./overlap.ts";
import type { Span } from "./overlap.ts";
import { problem } from "./problems.ts";

export type NewLease = Span & { readonly tenants: readonly string[] };
export type LeaseChange = {
  readonly tenants?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  /** null: until somebody ends it. */
  readonly until?: Date | null | undefined;
};

/**
 * Lets a unit. Who rents may open what the unit and its group may, from the hour until the hour: nothing has to happen
 * then, as the times stand in the doors' lists (`access.door_grants`). The same lease again changes nothing.
 * @throws Problem `end-in-the-past`; `not-found` for the unit or a person; `lease-overlaps`; `lease-id-used`
 */
export async function letUnit(
  tx: Tx,
  organisation: string,
  lease: string,
  { tenants, ...span }: NewLease,
  now: Date,
): Promise<void> {
  const known = await lockLease(tx, lease);
  if (known) {
    if (isSame(known, span)) return;
    throw problem("lease-id-used");
  }
  refuseEnd(span, now);
  await unitOrNone(tx, span.unit);
  await refuseOverlap(tx, lease, span);
  await lettingOnce(
    writing(
      tx
        .insertInto("access.leases")
        .values({
          id: lease,
          organisation_id: organisation,
          unit_id: span.unit,
          starts_at: span.from,
          ends_at: span.until,
        })
        .execute(),
      // Another organisation's, or sent twice at once.
      (cause) => problem("lease-id-used", { cause }),
    ),
  );
  await addTenants(tx, organisation, lease, span, tenants);
  await queueLists(tx, organisation);
}

/**
 * @throws Problem `not-found` for the lease or a person; `lease-over`; `lease-begun` for another start of one that has;
 *   `end-in-the-past`; `lease-overlaps`
 */
export async function changeLease(
  tx: Tx,
  organisation: string,
  lease: string,
  { tenants, from, until }: LeaseChange,
  now: Date,
): Promise<void> {
  const before = await leaseOrNone(tx, lease);
  if (isOver(before, now)) throw problem("lease-over");
  if (from && from.getTime() !== before.from.getTime() && before.from <= now)
    throw problem("lease-begun");
  const span = {
    unit: before.unit,
    from: from ?? before.from,
    until: until === undefined ? before.until : until,
  };
  refuseEnd(span, now);
  await refuseOverlap(tx, lease, span);
  await lettingOnce(
    tx
      .updateTable("access.leases")
      .set({ starts_at: span.from, ends_at: span.until })
      .where("id", "=", lease)
      .execute(),
  );
  if (tenants) {
    await tx
      .deleteFrom("access.tenants")
      .where("lease_id", "=", lease)
      .where((eb) => eb.not(eb("member_id", "=", anyOf(tenants))))
      .execute();
    await addTenants(tx, organisation, lease, span, tenants);
  }
  await queueLists(tx, organisation);
}

/** Ends a lease now; cancels one that has not begun. One that is over stays as it is. @throws Problem `not-found` */
export async function endLease(
  tx: Tx,
  organisation: string,
  lease: string,
  now: Date,
): Promise<void> {
  const before = await leaseOrNone(tx, lease);
  if (isOver(before, now)) return;
  if (before.from < now) {
    await tx.updateTable("access.leases").set({ ends_at: now }).where("id", "=", lease).execute();
  } else {
    await tx.deleteFrom("access.leases").where("id", "=", lease).execute();
  }
  await queueLists(tx, organisation);
}

async function lockLease(tx: Tx, lease: string): Promise<Span | undefined> {
  return await tx
    .selectFrom("access.leases")
    .select(["unit_id as unit", "starts_at as from", "ends_at as until"])
    .where("id", "=", lease)
    .forUpdate()
    .executeTakeFirst();
}

async function leaseOrNone(tx: Tx, lease: string): Promise<Span> {
  const found = await lockLease(tx, lease);
  if (!found) throw common("not-found");
  return found;
}

async function addTenants(
  tx: Tx,
  organisation: string,
  lease: string,
  { unit, from, until }: Span,
  tenants: readonly string[],
): Promise<void> {
  for (const tenant of tenants) await memberOrNone(tx, tenant);
  await tx
    .insertInto("access.tenants")
    .values(
      [...new Set(tenants.map((tenant) => tenant.toLowerCase()))].map((tenant) => ({
        lease_id: lease,
        organisation_id: organisation,
        member_id: tenant,
        unit_id: unit,
        starts_at: from,
        ends_at: until,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @throws Problem `end-in-the-past` */
function refuseEnd({ from, until }: Span, now: Date): void {
  if (until === null || (until > now && until > from)) return;
  throw access("end-in-the-past", { errors: [{ path: "body.until", code: "too_small" }] });
}

const isOver = ({ until }: Span, now: Date) => until !== null && until <= now;
const isSame = (a: Span, b: Span) =>
  a.unit === b.unit.toLowerCase() &&
  a.from.getTime() === b.from.getTime() &&
  a.until?.getTime() === b.until?.getTime();
