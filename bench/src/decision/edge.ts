import { compile, decide, decideAt, type CompiledList } from "@terskel/edge-decision";
import type { Contender } from "../measure.ts";
import { bytesOf } from "./bytes.ts";
import type { Population } from "./population.ts";
import type { Questions } from "./questions.ts";

/** Ours by dense index, as the bare kernel is asked. */
export function edgeDecision(population: Population, questions: Questions): Contender {
  const list = compile(population);
  const { person, door, atMs, count } = questions;
  return {
    name: "edge/decision",
    bytes: bytesOf(arraysOf(list)),
    questions: count,
    answer: (index) => decideAt(list, person[index]!, door[index]!, atMs[index]!).allowed,
    run(from, to) {
      let allowed = 0;
      for (let index = from; index < to; index += 1) {
        if (decideAt(list, person[index]!, door[index]!, atMs[index]!).allowed) allowed += 1;
      }
      return allowed;
    },
  };
}

/** Of a list by index, as a controller has it. */
function arraysOf(list: CompiledList): ArrayBufferView[] {
  const { persons: _, doors: __, terms, schedules, orders, unlocks, rules, ...rows } = list;
  return [rows, terms, schedules, orders, unlocks, rules].flatMap((each) => Object.values(each));
}

/** Ours with the ids of person and door looked up too, which no other contender has to do. */
export function edgeDecisionById(population: Population, questions: Questions): Contender {
  const list = compile(population);
  const { person, door, atMs, count } = questions;
  const asked = Array.from({ length: count }, (_, index) => ({
    person: population.persons[person[index]!]!.id,
    door: population.doors[door[index]!]!.id,
    atMs: atMs[index]!,
  }));
  return {
    name: "edge/decision by id",
    questions: count,
    answer: (index) => decide(list, asked[index]!).allowed,
    run(from, to) {
      let allowed = 0;
      for (let index = from; index < to; index += 1) {
        if (decide(list, asked[index]!).allowed) allowed += 1;
      }
      return allowed;
    },
  };
}
