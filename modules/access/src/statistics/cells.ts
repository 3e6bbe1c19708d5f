import { fewest } from "@terskel/kernel";

/** How often somebody opened a door in a week. `holder`: who, as the log has it. */
export type Use = { readonly door: string; readonly holder: string; readonly openings: number };

/** What may be shown: `door` null stands for all doors that may not be shown alone. In fives. */
export type Cell = {
  readonly door: string | null;
  readonly openings: number;
  readonly people: number;
};

/**
 * What may be shown of a week, so that no figure tells of a person: at least five people opened, and none of them more than
 * half of it (whoever knows their own part would have the other's). Doors of which that is not true are counted together,
 * or not at all. No door is in two figures, so none can be taken from another.
 */
export function cellsOf(uses: readonly Use[]): Cell[] {
  const doors = [...Map.groupBy(uses, ({ door }) => door)];
  const alone = doors.filter(([, ofDoor]) => mayBeShown(ofDoor));
  const rest = doors.filter(([, ofDoor]) => !mayBeShown(ofDoor)).flatMap(([, ofDoor]) => ofDoor);
  return [
    ...alone.map(([door, ofDoor]) => cell(door, ofDoor)),
    ...(mayBeShown(rest) ? [cell(null, rest)] : []),
  ];
}

function mayBeShown(uses: readonly Use[]): boolean {
  const people = [...byPerson(uses).values()];
  return people.length >= fewest && most(people) * 2 <= sum(people);
}

function cell(door: string | null, uses: readonly Use[]): Cell {
  const people = byPerson(uses);
  return {
    door,
    openings: Math.max(fewest, Math.round(sum([...people.values()]) / fewest) * fewest),
    people: Math.floor(people.size / fewest) * fewest,
  };
}

function byPerson(uses: readonly Use[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const { holder, openings } of uses) {
    people.set(holder, (people.get(holder) ?? 0) + openings);
  }
  return people;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const most = (numbers: readonly number[]) => numbers.reduce((max, one) => Math.max(max, one), 0);
