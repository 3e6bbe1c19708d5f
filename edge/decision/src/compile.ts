import type { DecidableList } from "./list.ts";
import { layOutOrders, type CompiledOrders } from "./orders.ts";
import { layOutSchedules, type CompiledSchedules } from "./schedules.ts";
import { layOutUnlocks, type CompiledUnlocks } from "./unlocking.ts";
import { collectTerms, type Terms } from "./terms.ts";

/**
 * An access list laid out for deciding: compressed sparse rows. The subjects of person `p` are
 * `personSubjects[personStart[p] .. personStart[p + 1]]`, those of door `d` are `grantSubjects[doorStart[d] ..]`; both
 * ascending. A person's subjects do not repeat; a door's may, once per grant. `grantTerms` are numbers in `terms`.
 */
export type CompiledList = {
  readonly persons: ReadonlyMap<string, number>;
  readonly doors: ReadonlyMap<string, number>;
  readonly personStart: Uint32Array;
  readonly personSubjects: Uint32Array;
  readonly doorStart: Uint32Array;
  readonly grantSubjects: Uint32Array;
  readonly grantTerms: Uint32Array;
  readonly terms: Terms;
  readonly schedules: CompiledSchedules;
  readonly orders: CompiledOrders;
  readonly unlocks: CompiledUnlocks;
};

const MAX_SUBJECT = 0xffff_ffff;

/**
 * Lays out a list. Dense indexes follow the order of the list: `persons.get(list.persons[i].id) === i`.
 *
 * Throws RangeError for what cannot be decided on: a repeated id, a subject that is no small whole number, a schedule or a
 * clock that is not given, hours or dates that contradict each other, an instant that is none. A list with one such
 * entry is refused whole, never half used.
 */
export function compile(list: DecidableList): CompiledList {
  return {
    persons: indexOf("person", list.persons),
    doors: indexOf("door", list.doors),
    ...subjectsOf(list),
    ...grantsOf(list, 1 + (list.schedules?.length ?? 0)),
    schedules: layOutSchedules(list),
    orders: layOutOrders(list),
    unlocks: layOutUnlocks(list),
  };
}

function subjectsOf({
  persons,
}: DecidableList): Pick<CompiledList, "personStart" | "personSubjects"> {
  const personStart = new Uint32Array(persons.length + 1);
  const values = new Uint32Array(persons.reduce((sum, person) => sum + person.subjects.length, 0));
  let next = 0;
  for (const [index, person] of persons.entries()) {
    for (const each of [...new Set(person.subjects)].sort((a, b) => a - b)) {
      values[next] = checkSubject(each);
      next += 1;
    }
    personStart[index + 1] = next;
  }
  return { personStart, personSubjects: values.slice(0, next) };
}

function grantsOf(
  { doors }: DecidableList,
  scheduleCount: number,
): Pick<CompiledList, "doorStart" | "grantSubjects" | "grantTerms" | "terms"> {
  const count = doors.reduce((sum, door) => sum + door.grants.length, 0);
  const doorStart = new Uint32Array(doors.length + 1);
  const grantSubjects = new Uint32Array(count);
  const grantTerms = new Uint32Array(count);
  const terms = collectTerms(scheduleCount);
  let next = 0;
  for (const [index, { grants }] of doors.entries()) {
    for (const grant of grants.toSorted((a, b) => a.subject - b.subject)) {
      grantSubjects[next] = checkSubject(grant.subject);
      grantTerms[next] = terms.numberOf(grant);
      next += 1;
    }
    doorStart[index + 1] = next;
  }
  return { doorStart, grantSubjects, grantTerms, terms: terms.collected() };
}

function indexOf(noun: string, items: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const [position, item] of items.entries()) index.set(item.id, position);
  if (index.size !== items.length) throw new RangeError(`a ${noun} is listed twice`);
  return index;
}

function checkSubject(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= MAX_SUBJECT) return value;
  throw new RangeError(`a subject is a whole number from 0 to ${MAX_SUBJECT}, not ${value}`);
}
