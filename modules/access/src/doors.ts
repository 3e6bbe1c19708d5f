import type { z } from "zod";
import type { ExpressionBuilder } from "kysely";
import { administeredDoors, standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import type { standingAlarm, doorPosition } from "./api/door-state.ts";
import type { LogMode, LogPurpose } from "./api/log.ts";
import type { orderKind } from "./api/orders.ts";
import type { lockState } from "./api/words.ts";
import type { ByName } from "./place-in-list.ts";
import type { AccessTables } from "./tables.ts";
import type { Tx } from "./tx.ts";
import { compileStands, unlockingOf } from "./unlocking/stand.ts";

type Position = z.output<typeof doorPosition>;
type OrderKind = z.output<typeof orderKind>;
type StandingAlarm = z.output<typeof standingAlarm>;
type LockState = z.output<typeof lockState>;

const selectStanding = (
  eb: ExpressionBuilder<AccessTables & { d: AccessTables["access.doors"] }, "d">,
) =>
  eb
    .selectFrom("access.door_alarms as each")
    .select(["each.kind", "each.began_at"])
    .whereRef("each.door_id", "=", "d.id")
    .where("each.ended_at", "is", null)
    .orderBy("each.began_at", "desc")
    .limit(1)
    .as("a");

function selectDoors(tx: Tx, now: Date) {
  return tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .leftJoinLateral(selectStanding, (on) => on.onTrue())
    .leftJoin("access.door_orders as o", (on) =>
      on.onRef("o.door_id", "=", "d.id").on("o.ended_at", "is", null).on("o.until", ">", now),
    )
    .leftJoin("access.areas as r", "r.id", "d.area_id")
    .leftJoin("access.airlocks as k", "k.id", "d.airlock_id")
    .leftJoin("access.schedules as u", "u.id", "d.unlock_schedule_id")
    .select([
      "d.id",
      "d.name",
      "d.open_seconds",
      "d.extended_open_seconds",
      "d.output",
      "d.log_days",
      "d.log_reason",
    ])
    .select((eb) => eb.ref("d.log_mode").$castTo<LogMode>().as("log_mode"))
    .select((eb) => eb.ref("d.log_purpose").$castTo<LogPurpose>().as("log_purpose"))
    .select(["d.moved_at", "d.held_after_seconds", "o.ordered_at", "o.until as order_until"])
    .select(["d.alone_hours", "d.keypad", "c.confirmed_at"])
    .select((eb) => eb.ref("o.kind").$castTo<OrderKind | null>().as("order_kind"))
    .select(["d.unlock_schedule_id", "d.unlock_first_person", "d.kept_locked_until"])
    .select("u.name as unlock_schedule_name")
    .select(["d.reader_inside", "d.two_people", "d.step_up"])
    .select(["r.id as area_id", "r.name as area_name"])
    .select(["k.id as airlock_id", "k.name as airlock_name"])
    .select((eb) => eb.ref("d.position").$castTo<Position>().as("position"))
    .select((eb) => eb.ref("a.kind").$castTo<StandingAlarm | null>().as("alarm_kind"))
    .select("a.began_at as alarm_began_at")
    .select((eb) => eb.ref("d.lock").$castTo<LockState>().as("lock"))
    .select(["s.id as site_id", "s.name as site_name", "s.time_zone"])
    .select(["c.id as controller_id", "c.name as controller_name", "c.online"]);
}

/** The doors the caller administers, by name. */
export async function listDoors(tx: Tx, caller: Caller, now: Date, limit: number, after: ByName) {
  let query = selectDoors(tx, now)
    .where("d.id", "in", administeredDoors(caller))
    .orderBy("d.name")
    .orderBy("d.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("d.name", "d.id"), ">", eb.tuple(...after)));
  const rows = await query.limit(limit).execute();
  return await withStands(tx, rows, now);
}

/** @throws Problem `not-found` unless the caller administers the door */
export async function readDoor(tx: Tx, caller: Caller, now: Date, door: string) {
  await standingAt(tx, caller, door);
  const rows = await selectDoors(tx, now).where("d.id", "=", door).execute();
  return (await withStands(tx, rows, now))[0]!;
}

type DoorRow = Awaited<ReturnType<ReturnType<typeof selectDoors>["execute"]>>[number];

async function withStands(tx: Tx, rows: readonly DoorRow[], now: Date) {
  const list = await compileStands(tx, rows, now);
  return rows.map((row) => ({ ...row, ...unlockingOf(list, row, now) }));
}
