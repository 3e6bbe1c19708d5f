import type { AccessList } from "@terskel/edge-protocol";
import { createRandom, idOf, type Random } from "../decision/random.ts";

export type Size = {
  readonly persons: number;
  readonly doors: number;
  readonly groups: number;
  readonly units: number;
};

type Content = Pick<AccessList, "doors" | "persons" | "credentials" | "schedules" | "clocks">;
type Grant = AccessList["doors"][number]["grants"][number];

const FROM = "2026-01-01T00:00:00.000Z";
const UNTIL = "2036-01-01T00:00:00.000Z";
const CLOCK = { offsets: [{ from: FROM, minutes: 60 }], until: UNTIL };
const SCHEDULES = 15;

/** The number on a card of this bench. */
export const numberOf = (credential: number): string => String(10_000_000 + credential);

/**
 * One controller's list, invented, the same in every run: each person in a unit and up to four groups, with one card or two.
 * A group opens one door in five, a unit a main entrance and one door more. One grant in three has a schedule, one in
 * five an end. Every second door keeps no log.
 */
export function siteOf(size: Size, hashOf: (number: string) => string): Content {
  const random = createRandom(2026);
  const persons = Array.from({ length: size.persons }, (_, index) => ({
    id: idOf(1, index),
    subjects: subjectsOf(random, size, index),
  }));
  const grants: Grant[][] = Array.from({ length: size.doors }, () => []);
  for (let group = 0; group < size.groups; group += 1)
    for (const row of grants) if (random.chance(1 / 5)) row.push(grantTo(random, group));
  for (let unit = 0; unit < size.units; unit += 1)
    for (const door of [unit % 8, random.below(size.doors)])
      grants[door]!.push(grantTo(random, size.groups + unit));
  let count = 0;
  const credentials = persons.flatMap((_, person) =>
    Array.from({ length: random.chance(1 / 2) ? 2 : 1 }, () => {
      count += 1;
      return { hash: hashOf(numberOf(count - 1)), kind: "card" as const, person };
    }),
  );
  return {
    doors: grants.map((each, index) => ({
      id: idOf(2, index),
      name: `Door ${index + 1}`,
      output: index + 1,
      openSeconds: 1,
      grants: each,
      ...(index % 2 === 0 ? {} : { log: "off" as const }),
    })),
    persons,
    credentials,
    schedules: Array.from({ length: SCHEDULES }, (_, index) => ({
      clock: 0,
      week: Array.from({ length: 7 }, (__, day) => (day < 5 ? ([[24 + index, 72]] as const) : [])),
      dates: [{ date: "2026-12-25", hours: [] }],
    })),
    clocks: [CLOCK],
  };
}

function subjectsOf(random: Random, { groups, units }: Size, index: number): number[] {
  const subjects = new Set([groups + (index % units)]);
  for (let each = random.below(4); each >= 0; each -= 1) subjects.add(random.below(groups));
  return [...subjects];
}

function grantTo(random: Random, subject: number): Grant {
  const schedule = random.chance(1 / 3) ? 1 + random.below(SCHEDULES) : 0;
  if (!random.chance(1 / 5)) return { subject, schedule };
  // A lease's end: each day of some years.
  const until = new Date(Date.parse(FROM) + (400 + random.below(2000)) * 86_400_000);
  return { subject, schedule, from: FROM, until: until.toISOString() };
}
