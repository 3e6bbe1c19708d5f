import type { DoorOrder } from "@terskel/edge-decision";
import { problem as common } from "@terskel/platform/problems";
import { administeredDoors } from "../administration.ts";
import type { Caller } from "../administration.ts";
import { longestOrderHours } from "../api/orders.ts";
import { writing } from "../constraints.ts";
import { queueLists, waitForLists } from "../lists-changed.ts";
import { problem } from "../problems.ts";
import { anyOf } from "../runtime/access-rows.ts";
import { note } from "../runtime/notes.ts";
import type { Tx } from "../tx.ts";

export type Ordered = {
  readonly kind: DoorOrder["kind"];
  readonly doors: readonly string[];
  readonly why: string;
  readonly until: Date;
};

const longestMs = longestOrderHours * 3_600_000;

/**
 * Locks doors down or evacuates them, all or none, in the place of what was ordered of them before. The same order again
 * changes nothing.
 * @throws Problem `order-time`; `not-found` for a door that the caller does not administer; `order-id-used` for an id that
 *   stands for something else
 */
export async function orderDoors(
  tx: Tx,
  organisation: string,
  caller: Caller,
  order: string,
  { kind, doors, why, until }: Ordered,
  now: Date,
): Promise<void> {
  const aheadMs = until.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > longestMs) throw problem("order-time");
  const wanted = await lockDoors(tx, caller, doors);
  const same = await findSame(tx, order, wanted, { kind, until });
  if (same) return;
  // What is said to be known of it is known of a list that was read later (`lists-changed.ts`).
  await waitForLists(tx, organisation);
  await endAt(tx, wanted, now);
  await writing(
    tx
      .insertInto("access.order_reasons")
      .values({
        order_id: order,
        organisation_id: organisation,
        why,
        ordered_by: caller.member,
        until,
      })
      .execute(),
    (cause) => problem("order-id-used", { cause }),
  );
  await tx
    .insertInto("access.door_orders")
    .values(
      wanted.map((door) => ({
        order_id: order,
        organisation_id: organisation,
        door_id: door,
        kind,
        until,
      })),
    )
    .execute();
  await tellDoors(tx, organisation, wanted);
}

/**
 * Ends an order at these of its doors, or at all that the caller administers. What has ended stays so.
 * @throws Problem `not-found` for an order at none of them
 */
export async function endOrder(
  tx: Tx,
  organisation: string,
  caller: Caller,
  order: string,
  doors: readonly string[] | undefined,
  now: Date,
): Promise<void> {
  const theirs = await tx
    .selectFrom("access.door_orders")
    .select("door_id")
    .where("order_id", "=", order)
    .where("door_id", "in", administeredDoors(caller))
    .execute();
  const all = theirs.map(({ door_id }) => door_id);
  const wanted = doors?.map((door) => door.toLowerCase()) ?? all;
  if (wanted.length === 0 || wanted.some((door) => !all.includes(door))) {
    throw common("not-found", { reason: "no such order at the doors the caller administers" });
  }
  await endAt(tx, wanted, now, order);
  await tellDoors(tx, organisation, wanted);
}

/** Whoever orders something of a door waits for whoever else does. */
async function lockDoors(tx: Tx, caller: Caller, doors: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(doors.map((door) => door.toLowerCase()))];
  const found = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("id", "=", anyOf(wanted))
    .where("id", "in", administeredDoors(caller))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  if (found.length < wanted.length) {
    throw common("not-found", { reason: "not doors the caller administers" });
  }
  return found.map(({ id }) => id);
}

async function findSame(
  tx: Tx,
  order: string,
  doors: readonly string[],
  { kind, until }: Pick<Ordered, "kind" | "until">,
): Promise<boolean> {
  const known = await tx
    .selectFrom("access.door_orders")
    .select(["door_id", "kind", "until"])
    .where("order_id", "=", order)
    .execute();
  if (known.length === 0) return false;
  const isSame =
    known.length === doors.length &&
    known.every(
      (row) =>
        doors.includes(row.door_id) && row.kind === kind && row.until.getTime() === until.getTime(),
    );
  if (!isSame) throw problem("order-id-used");
  return true;
}

async function endAt(tx: Tx, doors: readonly string[], now: Date, order?: string): Promise<void> {
  await tx
    .updateTable("access.door_orders")
    .set((eb) => ({ ended_at: eb.fn<Date>("least", [eb.ref("until"), eb.val(now)]) }))
    .where("door_id", "=", anyOf(doors))
    .where("ended_at", "is", null)
    .$if(order !== undefined, (some) => some.where("order_id", "=", order!))
    .execute();
}

async function tellDoors(tx: Tx, organisation: string, doors: readonly string[]): Promise<void> {
  await queueLists(tx, organisation);
  await note(tx, "lock", organisation, doors);
}
