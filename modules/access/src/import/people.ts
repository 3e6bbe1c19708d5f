import type { Facts } from "./cells.ts";
import { clusters } from "./clusters.ts";
import type { Finding, FindingCode } from "./findings.ts";
import type { Member, State } from "./state.ts";
import { key } from "./text.ts";

/** A person whom rows of the file are about: a member there is, or one to be added. */
export type Person = {
  /** The member's id, or `+p0`, `+p1` … for those to be added. */
  readonly ref: string;
  readonly member: Member | undefined;
  readonly rows: Facts[];
};

/**
 * Finds whom each row is about: by e-mail address or telephone number; else by name and unit;
 * a row with neither contact nor unit by its name, if one person only has it. A row that could be
 * about several people is an error: access given to the wrong one opens a door.
 */
export function findPeople(
  facts: readonly Facts[],
  state: State,
): { people: Person[]; errors: Finding[] } {
  const errors: Finding[] = [];
  const people = new Map<string, Person>();
  const wrong = (rows: readonly Facts[], code: FindingCode) => {
    for (const { row, name } of rows) errors.push({ row, column: "", code, value: name });
  };
  const byContact = new Map<string, Member>();
  for (const member of state.people) {
    if (member.email !== null) byContact.set(member.email, member);
    if (member.phone !== null) byContact.set(member.phone, member);
  }
  const places = placesOf(state);

  function assign(rows: readonly Facts[], member: Member | undefined) {
    const ref = member?.id ?? `+p${people.size}`;
    const person = people.get(ref) ?? { ref, member, rows: [] };
    person.rows.push(...rows);
    people.set(ref, person);
    // What the file says of a person holds for all their units, as it will once it is imported.
    const units = new Set([...places.unitsOf(ref), ...person.rows.map(({ unit }) => unit)]);
    for (const { name } of rows) for (const unit of units) places.put(ref, name, unit);
  }

  const unmatched: Facts[][] = [];
  for (const rows of clusters(facts)) {
    const members = new Set(
      rows.flatMap(({ email, phone }) =>
        [email, phone].flatMap((contact) => byContact.get(contact ?? "") ?? []),
      ),
    );
    if (members.size > 1) wrong(rows, "two-people");
    else if (members.size === 1) assign(rows, [...members][0]);
    else unmatched.push(rows);
  }

  // A contact nobody has: somebody new, or a member of that name in that unit who is not yet met.
  const met = new Set(people.keys());
  const fitting = unmatched.map((rows) => ({
    rows,
    members: [...new Set(rows.flatMap(({ name, unit }) => [...places.inUnit(name, unit)]))].filter(
      (ref) => !met.has(ref),
    ),
  }));
  for (const { rows, members } of fitting) {
    if (members.length > 1) wrong(rows, "several-people");
    else assign(rows, places.member(members[0]));
  }

  const bare = facts.filter((row) => row.email === undefined && row.phone === undefined);
  for (const withUnit of [true, false]) {
    for (const row of bare.filter(({ unit }) => (unit !== undefined) === withUnit)) {
      const refs = withUnit ? places.inUnit(row.name, row.unit) : places.named(row.name);
      const [ref] = refs;
      if (refs.size > 1) wrong([row], "several-people");
      else if (ref !== undefined && people.has(ref)) people.get(ref)?.rows.push(row);
      else assign([row], places.member(ref));
    }
  }
  for (const person of people.values()) person.rows.sort((a, b) => a.row - b.row);
  return { people: [...people.values()], errors };
}

/** Who has a name, and who has it in a unit; what the file says is put beside what there is. */
function placesOf(state: State) {
  const members = new Map(state.people.map((member) => [member.id, member]));
  const unitNames = new Map(state.units.map(({ id, name }) => [id, name]));
  const byName = new Map<string, Set<string>>();
  const byPlace = new Map<string, Set<string>>();
  const none: ReadonlySet<string> = new Set();
  const place = (name: string, unit: string) => JSON.stringify([key(name), key(unit)]);
  const into = (map: Map<string, Set<string>>, at: string, ref: string) =>
    map.set(at, (map.get(at) ?? new Set()).add(ref));
  const put = (ref: string, name: string, unit: string | undefined) => {
    into(byName, key(name), ref);
    if (unit !== undefined) into(byPlace, place(name, unit), ref);
  };
  for (const { id, name } of state.people) put(id, name, undefined);
  const homes = new Map<string, string[]>();
  for (const { unit, member } of state.residents) {
    const [name, home] = [members.get(member)?.name, unitNames.get(unit)];
    if (name === undefined || home === undefined) continue;
    put(member, name, home);
    homes.set(member, [...(homes.get(member) ?? []), home]);
  }
  return {
    put,
    unitsOf: (ref: string) => homes.get(ref) ?? [],
    member: (ref: string | undefined) => members.get(ref ?? ""),
    named: (name: string) => byName.get(key(name)) ?? none,
    inUnit: (name: string, unit: string | undefined) =>
      unit === undefined ? none : (byPlace.get(place(name, unit)) ?? none),
  };
}
