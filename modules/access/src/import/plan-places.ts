import type { Named } from "./cells.ts";
import { namesIn, namesOf } from "./names.ts";
import type { Person } from "./people.ts";
import type { Planning } from "./plan.ts";

/** Where a person belongs: the unit they live in, the groups they are put in. */
export function planPlaces({ header, state, tally, wrong, writes }: Planning) {
  const units = namesOf(state.units);
  const groups = namesOf(state.groups);
  const residents = new Set(state.residents.map(({ unit, member }) => `${unit} ${member}`));
  const members = new Set(state.groupMembers.map(({ group, member }) => `${group} ${member}`));

  const names = { units, groups };

  /** The unit or group of this name, if there is one; undefined: several have it, an error. */
  function lookUp(kind: "units" | "groups", name: string, row: number) {
    const [found, another] = names[kind].find(name);
    if (another === undefined) return { found };
    const column = header(kind === "units" ? "unit" : "group");
    wrong({ row, column, code: "several-alike", value: name });
    return undefined;
  }

  /** The groups that a row names. */
  const groupsOf = ({ row, groups: cell }: Named): string[] =>
    namesIn(cell ?? "", groups).filter((name) => {
      if (name.length <= 120) return true;
      wrong({ row, column: header("group"), code: "name-too-long", value: name });
      return false;
    });

  /** The unit or group of this name, which is added when there is none. */
  function place(kind: "units" | "groups", name: string, row: number): string | undefined {
    const known = lookUp(kind, name, row);
    if (known === undefined) return undefined;
    const { found } = known;
    if (found !== undefined) {
      tally.count(kind, found, found.startsWith("+") ? "added" : "unchanged", [row]);
      return found;
    }
    const list = kind === "units" ? writes.addUnits : writes.addGroups;
    const ref = `+${kind === "units" ? "u" : "g"}${list.length}`;
    list.push({ ref, name });
    names[kind].add(ref, name);
    tally.count(kind, ref, "added", [row]);
    return ref;
  }

  function live(person: string, { row, unit: name }: Named): void {
    const unit = name === undefined ? undefined : place("units", name, row);
    if (unit === undefined) return;
    const pair = `${unit} ${person}`;
    const added = !residents.has(pair);
    if (added) writes.addResidents.push({ unit, person });
    residents.add(pair);
    tally.count("residents", pair, added ? "added" : "unchanged", [row]);
  }

  function belong(person: string, named: Named): void {
    const { row } = named;
    for (const name of groupsOf(named)) {
      const group = place("groups", name, row);
      if (group === undefined) continue;
      const pair = `${group} ${person}`;
      const added = !members.has(pair);
      if (added) writes.addGroupMembers.push({ group, person });
      members.add(pair);
      tally.count("groupMembers", pair, added ? "added" : "unchanged", [row]);
    }
  }

  return {
    lookUp(named: Named): void {
      if (named.unit !== undefined) lookUp("units", named.unit, named.row);
      for (const name of groupsOf(named)) lookUp("groups", name, named.row);
    },
    plan({ ref, rows }: Person): void {
      for (const row of rows) {
        live(ref, row);
        belong(ref, row);
      }
    },
  };
}
