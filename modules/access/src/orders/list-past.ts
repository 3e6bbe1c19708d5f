import type { Answer } from "@terskel/platform/contract";
import { z } from "zod";
import { standingAt } from "../administration.ts";
import type { Caller } from "../administration.ts";
import type { pastDoorOrders } from "../api/orders.ts";
import type { Tx } from "../tx.ts";

type Item = Answer<typeof pastDoorOrders>["items"][number];
type Row = Awaited<ReturnType<typeof listPastOrders>>[number];

/** The place after an order in the list: when it was given, and its id. */
export const place = z.tuple([z.string(), z.uuid()]);

/**
 * What has been ordered of a door, newest first, what is in force included.
 * @throws Problem `not-found` unless the caller administers the door
 */
export async function listPastOrders(
  tx: Tx,
  caller: Caller,
  door: string,
  limit: number,
  after: z.output<typeof place> | undefined,
) {
  await standingAt(tx, caller, door);
  return await tx
    .selectFrom("access.door_orders as o")
    .leftJoin("access.order_reasons as r", (on) =>
      on
        .onRef("r.organisation_id", "=", "o.organisation_id")
        .onRef("r.order_id", "=", "o.order_id"),
    )
    .leftJoin("kernel.memberships as m", "m.id", "r.ordered_by")
    .select(["o.order_id", "o.ordered_at", "o.until", "o.ended_at", "r.why"])
    .select((eb) => eb.ref("o.kind").$castTo<Item["kind"]>().as("kind"))
    // To the microsecond, as it is compared.
    .select((eb) => eb.cast<string>("o.ordered_at", "text").as("place"))
    .select(["m.id as member_id", "m.name as member_name"])
    .where("o.door_id", "=", door)
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb(
          eb.refTuple("o.ordered_at", "o.order_id"),
          "<",
          eb.tuple(eb.cast<Date>(eb.val(after![0]), "timestamptz"), eb.val(after![1])),
        ),
      ),
    )
    .orderBy("o.ordered_at", "desc")
    .orderBy("o.order_id", "desc")
    .limit(limit)
    .execute();
}

export function toPastItem(row: Row): Item {
  return {
    order: row.order_id,
    kind: row.kind,
    at: row.ordered_at.toISOString(),
    until: row.until.toISOString(),
    ...(row.ended_at ? { ended: row.ended_at.toISOString() } : {}),
    ...(row.member_id !== null && row.member_name !== null
      ? { by: { id: row.member_id, name: row.member_name } }
      : {}),
    ...(row.why === null ? {} : { why: row.why }),
  };
}
