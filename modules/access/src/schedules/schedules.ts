import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { removing, writing } from "../constraints.ts";
import { queueLists } from "../lists-changed.ts";
import type { ByName } from "../place-in-list.ts";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";
import type { Written } from "./dates.ts";
import { scheduleColumns, storedSchedule } from "./stored.ts";

type Named = Written & { readonly name: string };

/** By name, each with how many accesses that have not ended keep to it, and how many doors stand unlocked by it. */
export async function listSchedules(tx: Tx, now: Date, limit: number, after: ByName) {
  const rows = await tx
    .selectFrom("access.schedules as s")
    .select(["s.id", "s.name", "s.week", "s.holidays", "s.half_days", "s.exceptions"])
    .select(
      sql<number>`(select count(*) from access.grants g where g.schedule_id = s.id
                    and (g.valid_until is null or g.valid_until > ${now}))`.as("grants"),
    )
    .select(
      sql<number>`(select count(*) from access.doors d where d.unlock_schedule_id = s.id)`.as(
        "doors",
      ),
    )
    .$if(after !== undefined, (some) =>
      some.where((eb) => eb(eb.refTuple("s.name", "s.id"), ">", eb.tuple(...after!))),
    )
    .orderBy("s.name")
    .orderBy("s.id")
    .limit(limit)
    .execute();
  return rows.map(({ id, name, grants, doors, ...row }) => ({
    id,
    name,
    grants,
    doors,
    ...storedSchedule(row),
  }));
}

/** @throws Problem `name-taken` */
export async function addSchedule(tx: Tx, organisation: string, { name, ...written }: Named) {
  const { id } = await writing(
    tx
      .insertInto("access.schedules")
      .values({ organisation_id: organisation, name, ...scheduleColumns(written) })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Problem `not-found`, `name-taken` */
export async function putSchedule(
  tx: Tx,
  organisation: string,
  schedule: string,
  { name, ...written }: Named,
): Promise<void> {
  const changed = await writing(
    tx
      .updateTable("access.schedules")
      .set({ name, ...scheduleColumns(written) })
      .where("id", "=", schedule)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
  await queueLists(tx, organisation);
}

/** @throws Problem `not-found`; `schedule-in-use` while an access keeps to it, which would hold at any hour, or a door */
export async function removeSchedule(tx: Tx, schedule: string): Promise<void> {
  const gone = await removing(
    tx.deleteFrom("access.schedules").where("id", "=", schedule).returning("id").executeTakeFirst(),
    (cause) => problem("schedule-in-use", { cause }),
  );
  if (!gone) throw common("not-found");
}
