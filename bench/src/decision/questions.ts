import type { Population } from "./population.ts";
import { WEEK_START_MS } from "./population.ts";
import { createRandom } from "./random.ts";

/** Questions side by side: person and door by index, time in milliseconds. */
export type Questions = {
  readonly count: number;
  readonly person: Uint32Array;
  readonly door: Uint32Array;
  readonly atMs: Float64Array;
};

const WEEK_MS = 7 * 24 * 3_600_000;

/** Half of them about a door that some grant of the person's covers, half about any door. */
export function askAbout(population: Population, count: number): Questions {
  const random = createRandom(7);
  const { persons, doors } = population;
  const doorsOf = new Map<number, number[]>();
  for (const [door, { grants }] of doors.entries()) {
    for (const { subject } of grants) doorsOf.set(subject, [...(doorsOf.get(subject) ?? []), door]);
  }
  const questions: Questions = {
    count,
    person: new Uint32Array(count),
    door: new Uint32Array(count),
    atMs: new Float64Array(count),
  };
  for (let index = 0; index < count; index += 1) {
    const person = random.below(persons.length);
    const { subjects } = persons[person]!;
    const covered = doorsOf.get(subjects[random.below(subjects.length)]!) ?? [];
    const own = random.chance(0.5) ? covered[random.below(covered.length)] : undefined;
    questions.person[index] = person;
    questions.door[index] = own ?? random.below(doors.length);
    questions.atMs[index] = WEEK_START_MS + random.below(WEEK_MS);
  }
  return questions;
}
