import type { Clock, DecidableSchedule, Hours } from "@terskel/edge-decision";
import { createRandom, idOf, type Random } from "./random.ts";
import { ALWAYS, QUARTERS_PER_WEEK, weekOf, type Week } from "./week.ts";

export type Size = {
  readonly persons: number;
  readonly doors: number;
  readonly groups: number;
  /** Distinct pairs of a person and a door that some grant covers, aimed at. */
  readonly effectiveGrants: number;
};

export type Grant = {
  readonly subject: number;
  readonly schedule: number;
  readonly from?: string;
  readonly until?: string;
};

/** People and doors of many organisations, invented, the same in every run. The shape is that of a signed access list. */
export type Population = {
  readonly doors: readonly { readonly id: string; readonly grants: readonly Grant[] }[];
  readonly persons: readonly { readonly id: string; readonly subjects: readonly number[] }[];
  readonly schedules: readonly DecidableSchedule[];
  readonly clocks: readonly Clock[];
  /** The same as bitmaps of the one week that is asked about, in UTC; the first is always. */
  readonly weeks: readonly Week[];
  readonly effectiveGrants: number;
};

/** All questions are asked within this week; no validity begins or ends in it. */
export const WEEK_START_MS = Date.parse("2026-03-02T00:00:00Z");
const PAST = "2026-02-01T00:00:00.000Z";
const FUTURE = "2026-04-01T00:00:00.000Z";

/** Winter in Oslo. */
const CLOCK = { offsets: [{ from: PAST, minutes: 60 }], until: FUTURE } as const;
const HALF_DAY = "2026-03-05";
const HOLIDAY = "2026-03-06";

const GROUPS_PER_PERSON = 4;
const SCHEDULES = 16;

export function populate(size: Size): Population {
  const random = createRandom(2026);
  const members = Array.from({ length: size.groups }, () => 0);
  const persons = Array.from({ length: size.persons }, (_, index) => {
    const subjects = new Set([size.groups + index]);
    while (subjects.size <= GROUPS_PER_PERSON) subjects.add(groupFor(random, size.groups));
    for (const subject of subjects) if (subject < size.groups) members[subject]! += 1;
    return { id: idOf(1, index), subjects: [...subjects] };
  });
  const doors = Array.from({ length: size.doors }, (_, index) => ({
    id: idOf(2, index),
    grants: [] as Grant[],
  }));
  // Everyone has one door of their own, as a flat has a storage room's.
  for (const index of persons.keys()) {
    doors[index % size.doors]!.grants.push(grantTo(random, size.groups + index));
  }
  let pairs = size.persons;
  while (pairs < size.effectiveGrants) {
    const group = random.below(size.groups);
    const { grants } = doors[random.below(size.doors)]!;
    if (grants.some((grant) => grant.subject === group)) continue;
    grants.push(grantTo(random, group));
    pairs += members[group]!;
  }
  const schedules = Array.from({ length: SCHEDULES - 1 }, () => scheduleOf(random));
  return {
    doors,
    persons,
    schedules,
    clocks: [CLOCK],
    weeks: [ALWAYS, ...schedules.map(bitmapOf)],
    effectiveGrants: countPairs(persons, doors),
  };
}

// Some groups are many times as large as others: everybody in the house, and the board.
function groupFor(random: Random, groups: number): number {
  return Math.min(random.below(groups), random.below(groups));
}

// One in three follows a schedule, one in ten has ended or not begun, one in ten is bounded and holds.
function grantTo(random: Random, subject: number): Grant {
  const schedule = random.chance(1 / 3) ? 1 + random.below(SCHEDULES - 1) : 0;
  const lot = random.below(20);
  if (lot === 0) return { subject, schedule, until: PAST };
  if (lot === 1) return { subject, schedule, from: FUTURE };
  if (lot < 4) return { subject, schedule, from: PAST, until: FUTURE };
  return { subject, schedule };
}

/** Hours of some weekdays, half a day before a holiday, and closed on it. */
function scheduleOf(random: Random): DecidableSchedule {
  const first = 24 + random.below(16);
  const hours: Hours = [[first, Math.min(first + 16 + random.below(40), 96)]];
  return {
    clock: 0,
    week: Array.from({ length: 7 }, () => (random.chance(0.7) ? hours : [])),
    dates: [
      { date: HALF_DAY, hours: [[first, 48]] },
      { date: HOLIDAY, hours: [] },
    ],
  };
}

function bitmapOf({ week, dates }: DecidableSchedule): Week {
  const quarters = Array.from({ length: QUARTERS_PER_WEEK }, (_, quarter) => quarter);
  return weekOf(
    quarters.filter((quarter) => {
      const local = new Date(WEEK_START_MS + quarter * 900_000 + CLOCK.offsets[0].minutes * 60_000);
      const date = local.toISOString().slice(0, 10);
      const inDay = local.getUTCHours() * 4 + local.getUTCMinutes() / 15;
      const day = dates.find((each) => each.date === date)?.hours;
      const hours = day ?? week[(local.getUTCDay() + 6) % 7]!;
      return hours.some(([from, until]) => inDay >= from && inDay < until);
    }),
  );
}

function countPairs(persons: Population["persons"], doors: Population["doors"]): number {
  const doorsOf = new Map<number, number[]>();
  for (const [door, { grants }] of doors.entries()) {
    for (const { subject } of grants) {
      const row = doorsOf.get(subject);
      if (row) row.push(door);
      else doorsOf.set(subject, [door]);
    }
  }
  let pairs = 0;
  for (const { subjects } of persons) {
    pairs += new Set(subjects.flatMap((subject) => doorsOf.get(subject) ?? [])).size;
  }
  return pairs;
}
