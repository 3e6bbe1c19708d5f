import type { Answer } from "@terskel/platform/contract";
import { sql } from "kysely";
import { administeredDoors } from "../administration.ts";
import type { Caller } from "../administration.ts";
import type { doorOrders } from "../api/orders.ts";
import type { ByName } from "../place-in-list.ts";
import type { Tx } from "../tx.ts";

type Item = Answer<typeof doorOrders>["items"][number];
export type Row = Awaited<ReturnType<typeof listOrders>>[number];

/** What is in force at the doors the caller administers, by the doors' names. */
export async function listOrders(tx: Tx, caller: Caller, now: Date, limit: number, after: ByName) {
  return await tx
    .selectFrom("access.door_orders as o")
    .innerJoin("access.doors as d", "d.id", "o.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .leftJoin("access.order_reasons as r", (on) =>
      on
        .onRef("r.organisation_id", "=", "o.organisation_id")
        .onRef("r.order_id", "=", "o.order_id"),
    )
    .leftJoin("kernel.memberships as m", "m.id", "r.ordered_by")
    .select(["o.order_id", "o.until", "o.ordered_at", "r.why", "c.online"])
    .select((eb) => eb.ref("o.kind").$castTo<Item["kind"]>().as("kind"))
    .select((eb) => eb.ref("d.lock").$castTo<Item["lock"]>().as("lock"))
    .select(["d.id", "d.name", "s.id as site_id", "s.name as site_name", "s.time_zone"])
    .select(["m.id as member_id", "m.name as member_name"])
    .select(sql<boolean>`coalesce(c.list_known_at >= o.ordered_at, false)`.as("known"))
    .where("o.ended_at", "is", null)
    .where("o.until", ">", now)
    .where("d.id", "in", administeredDoors(caller))
    .$if(after !== undefined, (some) =>
      some.where((eb) => eb(eb.refTuple("d.name", "d.id"), ">", eb.tuple(...after!))),
    )
    .orderBy("d.name")
    .orderBy("d.id")
    .limit(limit)
    .execute();
}

export function toItem(row: Row): Item {
  return {
    order: row.order_id,
    door: { id: row.id, name: row.name, timeZone: row.time_zone },
    site: { id: row.site_id, name: row.site_name },
    kind: row.kind,
    until: row.until.toISOString(),
    at: row.ordered_at.toISOString(),
    ...(row.member_id !== null && row.member_name !== null
      ? { by: { id: row.member_id, name: row.member_name } }
      : {}),
    ...(row.why === null ? {} : { why: row.why }),
    lock: row.lock,
    known: row.known,
    online: row.online ?? false,
  };
}
