import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Caller } from "../administration.ts";
import { writing } from "../constraints.ts";
import { queueLists } from "../lists-changed.ts";
import { memberOrNone } from "../members.ts";
import type { ByName } from "../place-in-list.ts";
import type { Tx } from "../tx.ts";
import { checkDoorRules } from "./check.ts";
import type { AreaRow } from "./read.ts";

type Change = {
  readonly name?: string | undefined;
  readonly passback?: AreaRow["passback"] | undefined;
  readonly forgiveHours?: number | undefined;
};

type NewArea = {
  readonly name: string;
  readonly passback: AreaRow["passback"];
  readonly forgiveHours: number;
};

/** Those that the caller administers every door of; all for an administrator. */
const selectAreas = (tx: Tx, caller: Caller) =>
  tx
    .selectFrom("access.areas as a")
    .select(["a.id", "a.name", "a.forgive_hours"])
    .select((eb) => eb.ref("a.passback").$castTo<AreaRow["passback"]>().as("passback"))
    .$if(caller.role !== "administrator", (some) => some.where(isAdministeredWhole(caller.member)));

/** By name, of those that the caller administers. */
export async function listAreas(tx: Tx, caller: Caller, limit: number, after: ByName) {
  const areas = await selectAreas(tx, caller)
    .$if(after !== undefined, (some) =>
      some.where((eb) => eb(eb.refTuple("a.name", "a.id"), ">", eb.tuple(...after!))),
    )
    .orderBy("a.name")
    .orderBy("a.id")
    .limit(limit)
    .execute();
  const doors = await doorsBy(tx, "area_id");
  return areas.map(({ forgive_hours, ...area }) => ({
    ...area,
    forgiveHours: forgive_hours,
    doors: doors.get(area.id) ?? [],
  }));
}

const isAdministeredWhole = (member: string) => sql<boolean>`
  exists (select from access.doors d where d.area_id = a.id)
  and not exists (select from access.doors d where d.area_id = a.id
                     and d.id not in (select door_id from access.administered(${member}::uuid)))`;

/** The doors of each area or airlock, by name. */
export async function doorsBy(tx: Tx, column: "area_id" | "airlock_id") {
  const doors = await tx
    .selectFrom("access.doors")
    .select(["id", "name", column])
    .where(column, "is not", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return new Map(
    [...Map.groupBy(doors, (door) => String(door[column as keyof typeof door]))].map(
      ([key, its]) => [key, its.map(({ id, name }) => ({ id, name }))] as const,
    ),
  );
}

/** @throws Problem `name-taken` */
export async function addArea(tx: Tx, organisation: string, area: NewArea) {
  const { id } = await writing(
    tx
      .insertInto("access.areas")
      .values({
        organisation_id: organisation,
        name: area.name,
        passback: area.passback,
        forgive_hours: area.forgiveHours,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Problem `not-found`, `name-taken`, `area-needs-readers` */
export async function changeArea(tx: Tx, organisation: string, area: string, change: Change) {
  const before = await tx
    .selectFrom("access.areas")
    .select(["name", "passback", "forgive_hours"])
    .where("id", "=", area)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw common("not-found");
  await writing(
    tx
      .updateTable("access.areas")
      .set({
        name: change.name ?? before.name,
        passback: change.passback ?? before.passback,
        forgive_hours: change.forgiveHours ?? before.forgive_hours,
      })
      .where("id", "=", area)
      .execute(),
  );
  await checkDoorRules(tx, organisation);
  await queueLists(tx, organisation);
}

/** @throws Problem `not-found` */
export async function removeArea(tx: Tx, organisation: string, area: string): Promise<void> {
  const gone = await tx
    .deleteFrom("access.areas")
    .where("id", "=", area)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}

const HOUR_MS = 3_600_000;

/**
 * Tells the controller that somebody, or everybody, is outside again: as long as anybody can still be inside since before it.
 * @throws Problem `not-found` for an area of which the caller does not administer every door, or a person who is no member
 */
export async function resetArea(
  tx: Tx,
  organisation: string,
  caller: Caller,
  { area, person }: { readonly area: string; readonly person?: string | undefined },
  now: Date,
): Promise<void> {
  const found = await selectAreas(tx, caller).where("a.id", "=", area).executeTakeFirst();
  if (!found) throw common("not-found", { reason: "not an area the caller administers" });
  if (person !== undefined) await memberOrNone(tx, person);
  // One that is asked for again takes the place of the one before it, which may be obeyed already.
  await tx
    .deleteFrom("access.area_resets")
    .where("area_id", "=", area)
    .$if(person !== undefined, (some) => some.where("member_id", "=", person ?? null))
    .execute();
  await tx
    .insertInto("access.area_resets")
    .values({
      organisation_id: organisation,
      area_id: area,
      member_id: person ?? null,
      expires_at: new Date(now.getTime() + found.forgive_hours * HOUR_MS),
    })
    .execute();
  await queueLists(tx, organisation);
}
