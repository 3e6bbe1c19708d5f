import type { Clock, DecidableSchedule, Hours } from "@terskel/edge-decision";
import type { AccessRows, GrantRow } from "../runtime/access-rows.ts";
import { clockOf } from "./clock.ts";

type Kept = Pick<GrantRow, "door_id" | "schedule_id">;

/** The schedules and clocks of a list, and which number in it a schedule has that is kept to at a door. */
export type Times = {
  readonly schedules: readonly DecidableSchedule[];
  readonly clocks: readonly Clock[];
  numberOf(kept: Kept): number;
};

const closed: readonly Hours[] = Array.from({ length: 7 }, () => []);

/** One for each schedule in each time zone that one of its doors lies in; the same rows in any order give the same. */
export function timesOf({ doors, grants, schedules, year }: AccessRows): Times {
  const zones = new Map(doors.map((door) => [door.id, door.time_zone]));
  const keyOf = ({ schedule_id, door_id }: Kept) => `${zones.get(door_id) ?? "UTC"} ${schedule_id}`;
  const all: Kept[] = [...grants, ...doors.map(unlockOf)];
  const keys = distinct(all.filter((kept) => kept.schedule_id !== null).map(keyOf));
  const used = distinct(keys.map((key) => key.split(" ")[0] ?? ""));
  const known = new Map(schedules.map(({ id, ...schedule }) => [id, schedule]));
  return {
    schedules: keys.map((key) => {
      const [zone = "", id = ""] = key.split(" ");
      // Nothing is known of it: then it holds at no time.
      const { week, dates } = known.get(id) ?? { week: closed, dates: [] };
      return { clock: used.indexOf(zone), week, dates };
    }),
    clocks: used.map((zone) => clockOf(zone, year)),
    numberOf: (kept) => (kept.schedule_id === null ? 0 : keys.indexOf(keyOf(kept)) + 1),
  };
}

/** The schedule by which a door stands unlocked, as something that is kept to at it. */
export const unlockOf = (door: AccessRows["doors"][number]): Kept => ({
  door_id: door.id,
  schedule_id: door.unlock_schedule_id ?? null,
});

const distinct = (some: readonly string[]) => [...new Set(some)].toSorted();
