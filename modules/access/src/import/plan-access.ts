import type { Facts, Named } from "./cells.ts";
import { planGrant } from "./grants.ts";
import { namesIn, namesOf } from "./names.ts";
import type { Person } from "./people.ts";
import type { Planning } from "./plan.ts";
import type { Grant } from "./state.ts";
import { combine, statedBy } from "./statements.ts";
import type { Stated } from "./statements.ts";

/** Which doors a person may open: by grants of their own. */
export function planAccess({ header, notice, now, state, tally, wrong, writes }: Planning) {
  const doors = namesOf(state.doors);
  const grants = Map.groupBy(state.grants, ({ door, member }) => `${door} ${member}`);

  /** The doors that a row names; what is no door is an error. */
  function doorsOf({ row, doors: cell }: Named): { name: string; door: string }[] {
    return namesIn(cell ?? "", doors).flatMap((name) => {
      const door = doorOf(name, row);
      return door === undefined ? [] : [{ name, door }];
    });
  }

  function doorOf(name: string, row: number): string | undefined {
    const [door, another] = doors.find(name);
    if (door !== undefined && another === undefined) return door;
    const at = { row, column: header("door"), value: name };
    const near = door === undefined ? doors.nearest(name) : undefined;
    if (door !== undefined) wrong({ ...at, code: "several-alike" });
    else if (near === undefined) wrong({ ...at, code: "unknown-door" });
    else wrong({ ...at, code: "unknown-door-near", about: [near] });
    return undefined;
  }

  /** What all the person's rows say of each door. */
  function statements(rows: readonly Facts[]): Map<string, Stated> {
    const stated = new Map<string, Stated>();
    for (const row of rows) {
      for (const { name, door } of doorsOf(row)) {
        const earlier = stated.get(door);
        const both = earlier ? combine(earlier, row) : statedBy(row);
        if ("differs" in both) {
          wrong({
            row: row.row,
            column: header(both.differs),
            code: "contradicts-row-door",
            value: name,
            about: [String(earlier?.row), String(row.row)],
          });
        } else stated.set(door, both);
      }
    }
    return stated;
  }

  function give(person: string, door: string, stated: Stated): void {
    const at = { row: stated.row, column: header("until"), value: "" };
    const existing: readonly Grant[] = grants.get(`${door} ${person}`) ?? [];
    const plan = planGrant(stated, existing, now);
    const thing = `${door} ${person}`;
    if (plan.kind === "add" || plan.kind === "change") {
      const { kind, ...access } = plan;
      if ("id" in access) writes.changeGrants.push(access);
      else writes.addGrants.push({ door, person, ...access });
      tally.count("grants", thing, kind === "add" ? "added" : "changed", [stated.row]);
    } else if (plan.kind === "take-back") {
      writes.takeBackGrants.push({ id: plan.id });
      notice({ ...at, code: "taken-back" });
      tally.count("grants", thing, "changed", [stated.row]);
    } else if (plan.kind === "backwards") {
      wrong({ ...at, code: "ends-before-it-starts" });
    } else {
      if (plan.kind === "ended") notice({ ...at, code: "already-ended" });
      tally.count("grants", thing, "unchanged", [stated.row]);
    }
  }

  return {
    lookUp: (row: Named): void => void doorsOf(row),
    plan({ ref, rows }: Person): void {
      for (const [door, stated] of statements(rows)) give(ref, door, stated);
    },
  };
}
