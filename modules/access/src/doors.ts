import type { z } from "zod";
import { administeredDoors, standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import type { LogMode, LogPurpose } from "./api/log.ts";
import type { lockState } from "./api/words.ts";
import type { ByName } from "./place-in-list.ts";
import type { Tx } from "./tx.ts";

type LockState = z.output<typeof lockState>;

function selectDoors(tx: Tx) {
  return tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .select(["d.id", "d.name", "d.open_seconds", "d.output", "d.log_days"])
    .select((eb) => eb.ref("d.log_mode").$castTo<LogMode>().as("log_mode"))
    .select((eb) => eb.ref("d.log_purpose").$castTo<LogPurpose>().as("log_purpose"))
    .select((eb) => eb.ref("d.lock").$castTo<LockState>().as("lock"))
    .select(["s.id as site_id", "s.name as site_name", "s.time_zone"])
    .select(["c.id as controller_id", "c.name as controller_name", "c.online"]);
}

/** The doors the caller administers, by name. */
export async function listDoors(tx: Tx, caller: Caller, limit: number, after: ByName) {
  let query = selectDoors(tx)
    .where("d.id", "in", administeredDoors(caller))
    .orderBy("d.name")
    .orderBy("d.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("d.name", "d.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/** @throws Problem `not-found` unless the caller administers the door */
export async function readDoor(tx: Tx, caller: Caller, door: string) {
  await standingAt(tx, caller, door);
  return await selectDoors(tx).where("d.id", "=", door).executeTakeFirstOrThrow();
}
