import type { Answer } from "@terskel/platform/contract";
import { z } from "zod";
import { administeredDoors } from "../administration.ts";
import type { Caller } from "../administration.ts";
import type { doorAlarms } from "../api/alarms.ts";
import type { Tx } from "../tx.ts";

type Item = Answer<typeof doorAlarms>["items"][number];
type Row = Awaited<ReturnType<typeof listAlarms>>[number];
type Filter = { readonly door?: string | undefined; readonly only?: "waiting" | undefined };

/** The place after an alarm in the list: when it began, and its id. */
export const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Alarms of the doors the caller administers, newest first. */
export async function listAlarms(
  tx: Tx,
  caller: Caller,
  { door, only }: Filter,
  limit: number,
  after: z.output<typeof place> | undefined,
) {
  return await tx
    .selectFrom("access.door_alarms as a")
    .innerJoin("access.doors as d", "d.id", "a.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.alarm_acknowledgements as k", (on) =>
      on.onRef("k.door_id", "=", "a.door_id").onRef("k.alarm_id", "=", "a.id"),
    )
    .leftJoin("kernel.memberships as m", "m.id", "k.acknowledged_by")
    .select(["a.id", "a.began_at", "a.ended_at", "a.received_at", "a.late", "a.acknowledged_at"])
    .select((eb) => eb.ref("a.kind").$castTo<Item["kind"]>().as("kind"))
    .select(["d.id as door_id", "d.name as door_name", "s.id as site_id", "s.name as site_name"])
    .select(["s.time_zone", "m.id as member_id", "m.name as member_name"])
    .where("a.door_id", "in", administeredDoors(caller))
    .$if(door !== undefined, (some) => some.where("a.door_id", "=", door!))
    .$if(only === "waiting", (some) =>
      some.where("a.acknowledged_at", "is", null).where("a.late", "=", false),
    )
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb(eb.refTuple("a.began_at", "a.id"), "<", eb.tuple(new Date(after![0]), after![1])),
      ),
    )
    .orderBy("a.began_at", "desc")
    .orderBy("a.id", "desc")
    .limit(limit)
    .execute();
}

export function toItem(row: Row): Item {
  return {
    id: row.id,
    door: { id: row.door_id, name: row.door_name, timeZone: row.time_zone },
    site: { id: row.site_id, name: row.site_name },
    kind: row.kind,
    began: row.began_at.toISOString(),
    ...(row.ended_at ? { ended: row.ended_at.toISOString() } : {}),
    receivedAt: row.received_at.toISOString(),
    late: row.late,
    ...(row.acknowledged_at ? { acknowledged: row.acknowledged_at.toISOString() } : {}),
    ...(row.member_id !== null && row.member_name !== null
      ? { by: { id: row.member_id, name: row.member_name } }
      : {}),
  };
}
