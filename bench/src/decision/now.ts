import type { Grant, Population } from "./population.ts";
import { quarterOf } from "./week.ts";

/** The schedules that are open at an instant: what engines without bitmaps are told beforehand. */
export function openSchedules({ weeks }: Population, atMs: number): number[] {
  const quarter = quarterOf(atMs);
  return weeks.flatMap((week, index) =>
    (week[quarter >>> 5]! >>> (quarter & 31)) & 1 ? [index] : [],
  );
}

/** The subjects that hold a valid grant of a door at an instant. */
export function subjectsNow(population: Population, door: number, atMs: number): number[] {
  const open = new Set(openSchedules(population, atMs));
  const holds = ({ schedule, from, until }: Grant): boolean =>
    open.has(schedule) &&
    (from === undefined || Date.parse(from) <= atMs) &&
    (until === undefined || Date.parse(until) > atMs);
  return population.doors[door]!.grants.filter(holds).map((grant) => grant.subject);
}
