import { createMongoAbility, subject, type MongoAbility } from "@casl/ability";
import type { Contender } from "../measure.ts";
import { openSchedules, subjectsNow } from "./now.ts";
import type { Population } from "./population.ts";
import type { Questions } from "./questions.ts";

type Prepared = { readonly ability: MongoAbility; readonly door: object };

/**
 * CASL on the same grants: the person's ability says which grants of a door count, by subject, validity and the schedules
 * that are open. Ability and door are made beforehand and not charged for; only `can` is.
 */
export function casl(population: Population, questions: Questions): Contender {
  const { person, door, atMs } = questions;
  return contender("casl", questions, (index) => {
    const at = atMs[index]!;
    const conditions = {
      grants: {
        $elemMatch: {
          subject: { $in: [...population.persons[person[index]!]!.subjects] },
          schedule: { $in: openSchedules(population, at) },
          fromMs: { $lte: at },
          untilMs: { $gt: at },
        },
      },
    };
    const grants = population.doors[door[index]!]!.grants.map((grant) => ({
      subject: grant.subject,
      schedule: grant.schedule,
      fromMs: grant.from === undefined ? -Infinity : Date.parse(grant.from),
      untilMs: grant.until === undefined ? Infinity : Date.parse(grant.until),
    }));
    return {
      ability: createMongoAbility([{ action: "open", subject: "Door", conditions }]),
      door: subject("Door", { grants }),
    };
  });
}

/** CASL with the work done for it: the subjects that may open the door now are a plain list; it looks for one of the person's. */
export function caslPrepared(population: Population, questions: Questions): Contender {
  const { person, door, atMs } = questions;
  return contender("casl, grants worked out", questions, (index) => {
    const mine = [...population.persons[person[index]!]!.subjects];
    const conditions = { subjects: { $in: mine } };
    const subjects = subjectsNow(population, door[index]!, atMs[index]!);
    return {
      ability: createMongoAbility([{ action: "open", subject: "Door", conditions }]),
      door: subject("Door", { subjects }),
    };
  });
}

function contender(
  name: string,
  questions: Questions,
  prepare: (index: number) => Prepared,
): Contender {
  const count = questions.count;
  const prepared = Array.from({ length: count }, (_, index) => prepare(index));
  const allowed = (index: number): boolean => {
    const { ability, door } = prepared[index]!;
    return ability.can("open", door);
  };
  // The first `can` of an ability compiles its conditions: that is not charged for either.
  for (const index of prepared.keys()) allowed(index);
  return {
    name,
    questions: count,
    answer: allowed,
    run(from, to) {
      let sum = 0;
      for (let index = from; index < to; index += 1) if (allowed(index)) sum += 1;
      return sum;
    },
  };
}
