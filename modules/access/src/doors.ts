import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { z } from "zod";
import { administeredDoors, standingAt } from "./administration.ts";
import type { Caller } from "./administration.ts";
import type { lockState } from "./api/words.ts";
import { writing } from "./constraints.ts";
import { refuseIdentityNumbers } from "./free-text.ts";
import { queueLists } from "./lists-changed.ts";
import type { ByName } from "./place-in-list.ts";
import type { Tx } from "./tx.ts";

type LockState = z.output<typeof lockState>;
type NewDoor = {
  name: string;
  site: string;
  controller?: string | undefined;
  openSeconds: number;
};
type DoorChange = {
  name?: string | undefined;
  /** null: no controller runs it any more. */
  controller?: string | null | undefined;
  openSeconds?: number | undefined;
};

function selectDoors(tx: Tx) {
  return tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .select(["d.id", "d.name", "d.open_seconds"])
    .select((eb) => eb.ref("d.lock").$castTo<LockState>().as("lock"))
    .select(["s.id as site_id", "s.name as site_name"])
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

/** @throws Problem `name-taken` on this site; `not-found` for the site or controller */
export async function addDoor(tx: Tx, organisation: string, door: NewDoor): Promise<string> {
  refuseIdentityNumbers({ name: door.name });
  const { id } = await writing(
    tx
      .insertInto("access.doors")
      .values({
        organisation_id: organisation,
        site_id: door.site,
        controller_id: door.controller ?? null,
        name: door.name,
        open_seconds: door.openSeconds,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  await queueLists(tx, organisation);
  return id;
}

/** @throws Problem `not-found` for the door or its new controller; `name-taken` */
export async function changeDoor(
  tx: Tx,
  organisation: string,
  door: string,
  { name, controller, openSeconds }: DoorChange,
): Promise<void> {
  refuseIdentityNumbers({ name });
  const changed = await writing(
    tx
      .updateTable("access.doors")
      .set((eb) => ({
        name: name ?? eb.ref("name"),
        open_seconds: openSeconds ?? eb.ref("open_seconds"),
        ...(controller === undefined
          ? {}
          : {
              controller_id: controller,
              // What another controller told of the lock is not known of this one's.
              lock: sql<string>`case when controller_id is not distinct from ${controller}::uuid
                                     then lock else 'unknown' end`,
            }),
      }))
      .where("id", "=", door)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
  await queueLists(tx, organisation);
}

/** Its grants, invitations and log go with it. */
export async function removeDoor(tx: Tx, organisation: string, door: string): Promise<void> {
  const gone = await tx
    .deleteFrom("access.doors")
    .where("id", "=", door)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}
