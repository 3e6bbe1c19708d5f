import { planAccess } from "./plan-access.ts";
import { setImmediate } from "node:timers/promises";
import type { Facts, Named } from "./cells.ts";
import type { Finding } from "./findings.ts";
import { findPeople } from "./people.ts";
import { planDetails } from "./plan-details.ts";
import { planPlaces } from "./plan-places.ts";
import type { State } from "./state.ts";
import type { Field } from "./synonyms.ts";
import { createTally } from "./tally.ts";
import type { Counts, Kind, Status } from "./tally.ts";
import { noWrites } from "./writes.ts";
import type { Writes } from "./writes.ts";

export type Plan = {
  readonly writes: Writes;
  readonly counts: Readonly<Record<Kind, Counts>>;
  /** By row; one whose cells could not be read is here only if a name in it is wrong too. */
  readonly statuses: ReadonlyMap<number, Status>;
  readonly errors: readonly Finding[];
  /** What the import leaves alone although the file speaks of it. */
  readonly notices: readonly Finding[];
};

/** What the three steps of a plan share. */
export type Planning = {
  readonly state: State;
  readonly now: Date;
  /** The file's heading of a field's column. */
  readonly header: (field: Field) => string;
  readonly writes: Writes;
  readonly tally: ReturnType<typeof createTally>;
  readonly wrong: (finding: Finding) => void;
  readonly notice: (finding: Finding) => void;
};

const peopleAtOnce = 500;

/** What was read of a file: the rows that can be used, and the names in those that cannot. */
type Read = { readonly facts: readonly Facts[]; readonly broken: readonly Named[] };

/**
 * What a file means for what there is. Adds and changes; never takes anything away: who is not in
 * the file keeps everything.
 */
export async function makePlan(
  { facts, broken }: Read,
  state: State,
  header: (field: Field) => string,
  now: Date,
): Promise<Plan> {
  const { people, errors } = findPeople(facts, state);
  const notices: Finding[] = [];
  const tally = createTally();
  const planning: Planning = {
    state,
    now,
    header,
    writes: noWrites(),
    tally,
    wrong: (finding) => errors.push(finding),
    notice: (finding) => notices.push(finding),
  };
  const details = planDetails(planning);
  const places = planPlaces(planning);
  const access = planAccess(planning);
  // Of a row that is about nobody the names are looked up all the same: all its errors at once.
  const unplaced = new Set(errors.map(({ row }) => row));
  for (const row of [...facts.filter((each) => unplaced.has(each.row)), ...broken]) {
    places.lookUp(row);
    access.lookUp(row);
  }
  for (const [index, person] of people.entries()) {
    // Other requests get their turn.
    if (index % peopleAtOnce === 0) await setImmediate();
    details(person);
    places.plan(person);
    access.plan(person);
  }
  for (const { row } of errors) tally.fail(row);
  return {
    writes: planning.writes,
    counts: tally.counts,
    statuses: tally.statuses,
    errors,
    notices,
  };
}
