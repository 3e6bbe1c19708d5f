import { compile, decide } from "@terskel/edge-decision";
import type { CompiledList, DoorOrder } from "@terskel/edge-decision";
import type { Answer } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import type { myDoors } from "../api/passages.ts";
import { toOrder } from "../orders/read.ts";
import { unlockingOf } from "../unlocking/stand.ts";
import type { Tx } from "../tx.ts";
import { toList } from "./access-list.ts";
import { readBelonging, readForMember, selectHeldDoors } from "./access-rows.ts";
import { namesOf, toHeld } from "./held-grants.ts";
import { secondsFor } from "../extended-time/extended-time.ts";

type Page = Answer<typeof myDoors>;
type Item = Page["items"][number];

const place = z.tuple([z.string(), z.string(), z.uuid()]);

/**
 * The member's doors with every access to them that is in force or begins later (C6), by site and
 * name. `openable` is the door's own decision at `at`, so a door whose access begins tomorrow is listed
 * and does not open.
 */
export async function listMyDoors(
  tx: Tx,
  member: string,
  at: Date,
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page> {
  const rows = await readPage(tx, member, at, query);
  const facts = await readForMember(tx, member, rows.slice(0, query.limit), at);
  const names = await namesOf(tx, facts);
  const list = compile(toList(facts));
  const orders = new Map(facts.orders.map((order) => [order.door_id, toOrder(order)]));
  return toPage(
    rows,
    query.limit,
    (row) => [row.site_name, row.name, row.id],
    (row): Item => ({
      id: row.id,
      name: row.name,
      site: { id: row.site_id, name: row.site_name, timeZone: row.time_zone },
      lock: row.lock as Item["lock"],
      position: row.position as Item["position"],
      online: row.online ?? false,
      ...(row.two_people ? { openable: false } : openableAt(list, member, row.id, at)),
      twoPeople: row.two_people,
      stepUp: row.step_up,
      ...orderOf(orders.get(row.id)),
      ...standing(unlockingOf(list, row, at)),
      openSeconds: row.seconds,
      logDays: row.log_days,
      logMode: row.log_mode as Item["logMode"],
      logPurpose: row.log_purpose as Item["logPurpose"],
      ...(row.log_reason === null ? {} : { logReason: row.log_reason }),
      grants: facts.grants
        .filter((grant) => grant.door_id === row.id)
        .filter(({ valid_until }) => valid_until === null || valid_until > at)
        .map((grant) => toHeld(grant, names)),
    }),
  );
}

const standing = ({ unlocking }: ReturnType<typeof unlockingOf>) =>
  unlocking ? { unlocking } : {};
const orderOf = (order: DoorOrder | undefined) => (order ? { order } : {});

const quarterMs = 15 * 60_000;
const aheadMs = 14 * 24 * 3_600_000;

/** The door's own decision; outside a schedule also when it falls otherwise, as schedules go by quarters of an hour. */
function openableAt(list: CompiledList, person: string, door: string, at: Date) {
  const decideAt = (atMs: number) => decide(list, { person, door, atMs });
  const { allowed, reason } = decideAt(at.getTime());
  if (reason !== "outside-schedule") return { openable: allowed };
  const next = Math.ceil(at.getTime() / quarterMs) * quarterMs;
  for (let atMs = next; atMs < next + aheadMs; atMs += quarterMs) {
    if (decideAt(atMs).allowed) return { openable: false, opensAt: new Date(atMs).toISOString() };
  }
  return { openable: false };
}

async function readPage(
  tx: Tx,
  member: string,
  at: Date,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = readCursor(place, cursor);
  const held = selectHeldDoors(tx, member, await readBelonging(tx, member), at);
  return await tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .select([
      "d.id",
      "d.name",
      "d.lock",
      "d.position",
      "d.log_days",
      "d.log_mode",
      "d.log_purpose",
      "d.log_reason",
      "d.site_id",
      "d.unlock_schedule_id",
      "d.unlock_first_person",
      "d.kept_locked_until",
      "d.two_people",
      "d.step_up",
      "s.name as site_name",
      "s.time_zone",
      "c.online",
    ])
    .select(secondsFor(member).as("seconds"))
    .where("d.id", "in", held)
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb(
          eb.refTuple("s.name", "d.name", "d.id"),
          ">",
          eb.tuple(after?.[0] ?? "", after?.[1] ?? "", after?.[2] ?? ""),
        ),
      ),
    )
    .orderBy("s.name")
    .orderBy("d.name")
    .orderBy("d.id")
    .limit(limit + 1)
    .execute();
}
