import type { CompiledDoors, CompiledList } from "./compile.ts";
import { isLockedDown } from "./orders.ts";
import {
  EXPIRED,
  GRANTED,
  LOCKDOWN,
  NOT_YET_VALID,
  NO_GRANT,
  OUTSIDE_SCHEDULE,
  UNKNOWN_DOOR,
  UNKNOWN_PERSON,
  type Decision,
} from "./reason.ts";
import { decideByRules, type Situation } from "./rules.ts";
import { isWithin } from "./schedules.ts";

/** `person`, `door`: ids as in the list. `atMs`: milliseconds since 1970 UTC. */
export type Question = { readonly person: string; readonly door: string; readonly atMs: number };

/**
 * May this person open this door at this instant? Nobody while it is locked down; else any one grant that holds
 * allows. When several cover the person and none holds, the reason is the first of `DECISION_REASONS` that applies,
 * whatever the order of the grants. Allocates nothing, never throws; an instant that is not a number is never inside
 * a validity.
 */
export function decide(list: CompiledList, { person, door, atMs }: Question): Decision {
  const doorIndex = list.doors.get(door);
  if (doorIndex === undefined) return UNKNOWN_DOOR;
  // Before who it is: it is the same answer to everybody, here and where a person is always known.
  if (isLockedDown(list, doorIndex, atMs)) return LOCKDOWN;
  const personIndex = list.persons.get(person);
  if (personIndex === undefined) return UNKNOWN_PERSON;
  return decideByGrants(list, personIndex, doorIndex, atMs);
}

/** The same, by dense index: `list.persons.get(id)` and `list.doors.get(id)`. Both have to be of this list. */
export function decideAt(
  list: CompiledDoors,
  personIndex: number,
  doorIndex: number,
  atMs: number,
): Decision {
  if (isLockedDown(list, doorIndex, atMs)) return LOCKDOWN;
  return decideByGrants(list, personIndex, doorIndex, atMs);
}

/**
 * May they pass now, by what is granted and by the door's rules? Nobody is kept inside: whoever shows themselves at the reader there asks
 * no grant, as the handle asks none. That is no way in either, so a lockdown holds.
 */
export function decidePassage(
  list: CompiledDoors,
  personIndex: number,
  doorIndex: number,
  atMs: number,
  situation: Situation,
): Decision {
  if (isLockedDown(list, doorIndex, atMs)) return LOCKDOWN;
  if (situation.at !== "out") {
    const decision = decideByGrants(list, personIndex, doorIndex, atMs);
    if (!decision.allowed) return decision;
  }
  return decideByRules(list, doorIndex, atMs, situation);
}

function decideByGrants(
  list: CompiledDoors,
  personIndex: number,
  doorIndex: number,
  atMs: number,
): Decision {
  const { personSubjects, grantSubjects } = list;
  let mine = list.personStart[personIndex]!;
  const mineEnd = list.personStart[personIndex + 1]!;
  let grant = list.doorStart[doorIndex]!;
  const grantEnd = list.doorStart[doorIndex + 1]!;
  let best = NO_GRANT;
  while (mine < mineEnd && grant < grantEnd) {
    const wanted = personSubjects[mine]!;
    const found = grantSubjects[grant]!;
    if (found < wanted) {
      grant = firstNotBelow(grantSubjects, grant + 1, grantEnd, wanted);
    } else if (found > wanted) {
      mine += 1;
    } else {
      const verdict = holds(list, list.grantTerms[grant]!, atMs);
      if (verdict === GRANTED) return GRANTED;
      best = better(best, verdict);
      grant += 1; // The next grant of this door may be to the same subject.
    }
  }
  return best;
}

const LINEAR = 32;

/**
 * The first position from `low` whose value is not below `wanted`. Short rows are walked: that is what most doors have, and
 * a processor foresees a walk, but not the turns of a search. A main entrance with thousands of private subjects is halved
 * first.
 */
function firstNotBelow(values: Uint32Array, low: number, high: number, wanted: number): number {
  while (high - low > LINEAR) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  while (low < high && values[low]! < wanted) low += 1;
  return low;
}

function holds({ terms, schedules }: CompiledDoors, number: number, atMs: number): Decision {
  // Written so that NaN fails: a clock that gives no time opens no door.
  if (!(atMs >= terms.validityMs[2 * number]!)) return NOT_YET_VALID;
  if (!(atMs < terms.validityMs[2 * number + 1]!)) return EXPIRED;
  const schedule = terms.schedules[number]!;
  return schedule === 0 || isWithin(schedules, schedule, atMs) ? GRANTED : OUTSIDE_SCHEDULE;
}

function better(one: Decision, other: Decision): Decision {
  if (one === OUTSIDE_SCHEDULE || other === OUTSIDE_SCHEDULE) return OUTSIDE_SCHEDULE;
  if (one === NOT_YET_VALID || other === NOT_YET_VALID) return NOT_YET_VALID;
  if (one === EXPIRED || other === EXPIRED) return EXPIRED;
  return NO_GRANT;
}
