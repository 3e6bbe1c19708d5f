import type { usage } from "@terskel/access/api/statistics";
import type { Answer } from "@terskel/platform/contract";

type Counted = Answer<typeof usage>["items"][number];

const DAY_MS = 86_400_000;
const plusDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday so many weeks before this day. */
export function mondayBefore(now: Date, weeks: number): string {
  const today = now.toISOString().slice(0, 10);
  return plusDays(today, -((now.getUTCDay() + 6) % 7) - 7 * weeks);
}

/** The week's number (ISO 8601): that of its Thursday within the year. */
export function weekNumber(monday: string): number {
  const thursday = plusDays(monday, 3);
  return (
    Math.floor((Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / DAY_MS / 7) +
    1
  );
}

/** What is shown of a week, of all sites; no `openings`: nobody has counted it. */
export type WeekRow = { readonly week: string; readonly openings?: number };

/** Newest first, without gaps. The sum is of what is shown: nothing follows from it of what is not. */
export function byWeek(items: readonly Counted[]): WeekRow[] {
  const weeks = Map.groupBy(items, ({ week }) => week);
  const known = [...weeks.keys()].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows: WeekRow[] = [];
  for (let week = last; week >= first; week = plusDays(week, -7)) {
    const cells = weeks.get(week)?.flatMap((each) => each.cells);
    rows.push({ week, ...(cells ? { openings: sum(cells) } : {}) });
  }
  return rows;
}

/** `door` absent: the doors of the site that cannot be shown alone, together. */
export type DoorRow = {
  readonly key: string;
  readonly site: string;
  readonly door?: string;
  readonly openings: number;
  /** In how many weeks there is a figure. */
  readonly weeks: number;
};

/** The most used first, and what stands together last. */
export function byDoor(items: readonly Counted[]): DoorRow[] {
  const all = items.flatMap(({ site, cells }) => cells.map((cell) => ({ ...cell, site })));
  const doors = Map.groupBy(all, ({ door, site }) => door?.id ?? `others of ${site.id}`);
  return [...doors]
    .map(([key, cells]) => ({
      key,
      site: cells[0]?.site.name ?? "",
      ...(cells[0]?.door ? { door: cells[0].door.name } : {}),
      openings: sum(cells),
      weeks: cells.length,
    }))
    .toSorted(
      (a, b) =>
        Number(a.door === undefined) - Number(b.door === undefined) || b.openings - a.openings,
    );
}

const sum = (cells: readonly { readonly openings: number }[]) =>
  cells.reduce((all, { openings }) => all + openings, 0);
