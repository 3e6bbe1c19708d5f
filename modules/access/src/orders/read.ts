import type { DoorOrder } from "@terskel/edge-decision";
import type { Tx } from "../tx.ts";

export type OrderRow = {
  readonly door_id: string;
  readonly kind: DoorOrder["kind"];
  readonly until: Date;
};

function selectOrders(tx: Tx) {
  return tx
    .selectFrom("access.door_orders as o")
    .select(["o.door_id", "o.until"])
    .select((eb) => eb.ref("o.kind").$castTo<OrderRow["kind"]>().as("kind"));
}

/** What these doors are under at `now`. */
export async function readOrders(
  tx: Tx,
  doors: readonly { readonly id: string }[],
  now: Date,
): Promise<OrderRow[]> {
  return await selectOrders(tx)
    .where((eb) => eb("o.door_id", "=", eb.fn.any(eb.val(doors.map(({ id }) => id)))))
    .where("o.ended_at", "is", null)
    .where("o.until", ">", now)
    .execute();
}

/** What a door was under at an instant that has passed. */
export async function readPastOrders(tx: Tx, door: string, at: Date): Promise<OrderRow[]> {
  return await selectOrders(tx)
    .where("o.door_id", "=", door)
    .where("o.ordered_at", "<=", at)
    .where("o.until", ">", at)
    .where((eb) => eb.or([eb("o.ended_at", "is", null), eb("o.ended_at", ">", at)]))
    .orderBy("o.ordered_at", "desc")
    .limit(1)
    .execute();
}

/** As the access list has it. */
export const toOrder = ({ kind, until }: OrderRow): DoorOrder => ({
  kind,
  until: until.toISOString(),
});
