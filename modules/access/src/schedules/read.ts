import { sql } from "kysely";
import type { DecidableSchedule } from "@terskel/edge-decision";
import type { Tx } from "../tx.ts";
import { toDecidable } from "./dates.ts";
import { holidaysOf } from "./holidays.ts";
import type { Country, Holiday } from "./holidays.ts";
import { storedSchedule } from "./stored.ts";

/** A schedule for the years about `year`, without the clock that it is read by. */
export type ScheduleRow = Pick<DecidableSchedule, "week" | "dates"> & { readonly id: string };

const known = new Map<string, Promise<Holiday[]>>();

/** Worked out once a process: nobody names them here. */
async function holidaysIn(country: Country, year: number): Promise<Holiday[]> {
  const key = `${country} ${year}`;
  const found = known.get(key) ?? holidaysOf(country, year);
  known.set(key, found);
  try {
    return await found;
  } catch (error) {
    // Asked for anew next time.
    known.delete(key);
    throw error;
  }
}

/** Schedules with this and the next year's dates: as far ahead as a door's clock is known. */
export async function readSchedules(
  tx: Tx,
  ids: readonly string[],
  year: number,
): Promise<ScheduleRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("access.schedules as s")
    .innerJoin("kernel.organisations as o", "o.id", "s.organisation_id")
    .select(["s.id", "s.week", "s.holidays", "s.half_days", "s.exceptions"])
    .select((eb) => eb.ref("o.country").$castTo<Country>().as("country"))
    .where("s.id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const years = [year, year + 1];
  return await Promise.all(
    rows.map(async ({ id, country, ...row }) => {
      const written = storedSchedule(row);
      const asks = written.holidays !== null || written.halfDays !== null;
      const all = asks ? await Promise.all(years.map((each) => holidaysIn(country, each))) : [];
      return { id, ...toDecidable(written, all.flat(), years) };
    }),
  );
}
