import type { DecidableList } from "./list.ts";
import { collectTerms, type Terms } from "./terms.ts";

/**
 * Who belongs to what, and what is granted: compressed sparse rows. The subjects of person `p` are
 * `personSubjects[personStart[p] .. personStart[p + 1]]`, those of door `d` are `grantSubjects[doorStart[d] ..]`; both
 * ascending. A person's subjects do not repeat; a door's may, once per grant. `grantTerms` are numbers in `terms`.
 */
export type Rows = {
  readonly personStart: Uint32Array;
  readonly personSubjects: Uint32Array;
  readonly doorStart: Uint32Array;
  readonly grantSubjects: Uint32Array;
  readonly grantTerms: Uint32Array;
  readonly terms: Terms;
};

const MAX_SUBJECT = 0xffff_ffff;

/** @throws RangeError for a subject that is no small whole number, a schedule that is not given, an instant that is none */
export function layOutRows(list: Pick<DecidableList, "doors" | "persons" | "schedules">): Rows {
  return { ...subjectsOf(list), ...grantsOf(list, 1 + (list.schedules?.length ?? 0)) };
}

function subjectsOf({
  persons,
}: Pick<DecidableList, "persons">): Pick<Rows, "personStart" | "personSubjects"> {
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
  { doors }: Pick<DecidableList, "doors">,
  scheduleCount: number,
): Pick<Rows, "doorStart" | "grantSubjects" | "grantTerms" | "terms"> {
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

function checkSubject(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= MAX_SUBJECT) return value;
  throw new RangeError(`a subject is a whole number from 0 to ${MAX_SUBJECT}, not ${value}`);
}

/**
 * Of rows that were laid out elsewhere: are they as `layOutRows` makes them? The rule reads what they point to without
 * looking, and searches what is sorted.
 *
 * @throws RangeError for what it could not be decided by
 */
export function checkRows(rows: Rows, scheduleCount: number): void {
  const { personStart, personSubjects, doorStart, grantSubjects, grantTerms, terms } = rows;
  checkStarts(personStart, personSubjects.length);
  checkStarts(doorStart, grantSubjects.length);
  checkAscending("a person's subjects", personStart, personSubjects, 1);
  checkAscending("a door's grants", doorStart, grantSubjects, 0);
  if (terms.validityMs.length !== 2 * terms.schedules.length || terms.validityMs.some(Number.isNaN))
    throw new RangeError("a validity is not given");
  if (grantTerms.length !== grantSubjects.length || !below(grantTerms, terms.schedules.length))
    throw new RangeError("a grant's terms are not given");
  if (!below(terms.schedules, scheduleCount))
    throw new RangeError(`a schedule is not given: there are 0 to ${scheduleCount - 1}`);
}

function checkStarts(start: Uint32Array, end: number): void {
  if (start[0] !== 0 || start.at(-1) !== end) throw new RangeError("rows do not fill their values");
  for (let row = 1; row < start.length; row += 1)
    if (start[row]! < start[row - 1]!) throw new RangeError("a row ends before it begins");
}

function checkAscending(what: string, start: Uint32Array, values: Uint32Array, by: number): void {
  for (let row = 1; row < start.length; row += 1)
    for (let at = start[row - 1]! + 1; at < start[row]!; at += 1)
      if (values[at]! < values[at - 1]! + by) throw new RangeError(`${what} are not in order`);
}

function below(values: Uint32Array | Uint16Array, end: number): boolean {
  for (let at = 0; at < values.length; at += 1) if (values[at]! >= end) return false;
  return true;
}
