import {
  preparsePolicySet,
  statefulIsAuthorized,
  type StatefulAuthorizationCall,
} from "@cedar-policy/cedar-wasm/nodejs";
import type { Contender } from "../measure.ts";
import { subjectsNow } from "./now.ts";
import type { Population } from "./population.ts";
import type { Questions } from "./questions.ts";

const POLICY = `permit (principal, action == Action::"open", resource)
when { principal.subjects.containsAny(resource.subjects) };`;

/**
 * Cedar as it is fastest from JavaScript: one policy parsed once, two entities a question. The slices are made beforehand,
 * with schedules and validities already worked out, which Cedar is not charged for.
 */
export function cedar(population: Population, questions: Questions): Contender {
  const parsed = preparsePolicySet("open", { staticPolicies: POLICY });
  if (parsed.type !== "success") throw new Error("Cedar does not take the policy");
  const count = questions.count;
  const calls = Array.from({ length: count }, (_, index) => callOf(population, questions, index));
  const allowed = (index: number): boolean => {
    const answer = statefulIsAuthorized(calls[index]!);
    if (answer.type !== "success") throw new Error("Cedar does not answer");
    return answer.response.decision === "allow";
  };
  return {
    name: "cedar-wasm",
    questions: count,
    answer: allowed,
    run(from, to) {
      let sum = 0;
      for (let index = from; index < to; index += 1) if (allowed(index)) sum += 1;
      return sum;
    },
  };
}

function callOf(
  population: Population,
  { person, door, atMs }: Questions,
  index: number,
): StatefulAuthorizationCall {
  const who = population.persons[person[index]!]!;
  const subjects = subjectsNow(population, door[index]!, atMs[index]!);
  const principal = { type: "Person", id: who.id };
  const resource = { type: "Door", id: population.doors[door[index]!]!.id };
  return {
    principal,
    action: { type: "Action", id: "open" },
    resource,
    context: {},
    preparsedPolicySetId: "open",
    entities: [
      { uid: principal, attrs: { subjects: [...who.subjects] }, parents: [] },
      { uid: resource, attrs: { subjects }, parents: [] },
    ],
  };
}
