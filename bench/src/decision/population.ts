import { ALWAYS, QUARTERS_PER_WEEK, weekOf, type Week } from "@terskel/edge-decision";
import { createRandom, idOf, type Random } from "./random.ts";

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
  readonly schedules: readonly Week[];
  readonly effectiveGrants: number;
};

/** All questions are asked within this week; no validity begins or ends in it. */
export const WEEK_START_MS = Date.parse("2026-03-02T00:00:00Z");
const PAST = "2026-02-01T00:00:00.000Z";
const FUTURE = "2026-04-01T00:00:00.000Z";

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
  return {
    doors,
    persons,
    schedules: [ALWAYS, ...Array.from({ length: SCHEDULES - 1 }, () => scheduleOf(random))],
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

/** Hours of some weekdays. */
function scheduleOf(random: Random): Week {
  const first = 24 + random.below(16);
  const last = first + 16 + random.below(40);
  const days = new Set([0, 1, 2, 3, 4, 5, 6].filter(() => random.chance(0.7)));
  const quarters = Array.from({ length: QUARTERS_PER_WEEK }, (_, quarter) => quarter);
  return weekOf(
    quarters.filter((quarter) => {
      const inDay = quarter % 96;
      return days.has(Math.floor(quarter / 96)) && inDay >= first && inDay < last;
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
