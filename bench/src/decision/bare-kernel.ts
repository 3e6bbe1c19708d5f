import type { Contender } from "../measure.ts";
import { bytesOf } from "./bytes.ts";
import { WEEK_START_MS, type Population } from "./population.ts";
import type { Questions } from "./questions.ts";

const QUARTER_MS = 900_000;
const WORDS = 21;

/**
 * The least that answers the question: a person's and a door's sorted subjects intersected, one bitmap per schedule. It
 * knows no validity: grants that do not hold this week are left out beforehand. It gives no reason.
 */
export function bareKernel(population: Population, questions: Questions): Contender {
  const persons = rows(population.persons.map((each) => each.subjects.toSorted((a, b) => a - b)));
  const valid = population.doors.map(({ grants }) =>
    grants
      .filter(({ from, until }) => holdsThisWeek(from, until))
      .toSorted((a, b) => a.subject - b.subject),
  );
  const doors = rows(valid.map((grants) => grants.map((grant) => grant.subject)));
  const schedules = Uint16Array.from(valid.flat().map((grant) => grant.schedule));
  const weeks = Uint32Array.from(population.weeks.flatMap((week) => [...week]));

  const allowed = (person: number, door: number, atMs: number): boolean => {
    const quarter = Math.floor((atMs - WEEK_START_MS) / QUARTER_MS);
    let mine = persons.start[person]!;
    const mineEnd = persons.start[person + 1]!;
    let grant = doors.start[door]!;
    const grantEnd = doors.start[door + 1]!;
    while (mine < mineEnd && grant < grantEnd) {
      const wanted = persons.values[mine]!;
      const found = doors.values[grant]!;
      if (wanted < found) mine += 1;
      else if (found < wanted) grant += 1;
      else {
        const word = weeks[schedules[grant]! * WORDS + (quarter >>> 5)]!;
        if ((word >>> (quarter & 31)) & 1) return true;
        grant += 1;
      }
    }
    return false;
  };

  const { person, door, atMs, count } = questions;
  return {
    name: "bare kernel",
    bytes: bytesOf([persons.start, persons.values, doors.start, doors.values, schedules, weeks]),
    questions: count,
    answer: (index) => allowed(person[index]!, door[index]!, atMs[index]!),
    run(from, to) {
      let sum = 0;
      for (let index = from; index < to; index += 1) {
        if (allowed(person[index]!, door[index]!, atMs[index]!)) sum += 1;
      }
      return sum;
    },
  };
}

function rows(lists: readonly (readonly number[])[]): { start: Uint32Array; values: Uint32Array } {
  const start = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) start[index + 1] = start[index]! + list.length;
  return { start, values: Uint32Array.from(lists.flat()) };
}

function holdsThisWeek(from: string | undefined, until: string | undefined): boolean {
  const begun = from === undefined || Date.parse(from) <= WEEK_START_MS;
  return begun && (until === undefined || Date.parse(until) > WEEK_START_MS);
}
