import type { Facts, Named } from "./cells.ts";
import { makePlan } from "./plan.ts";
import type { Plan } from "./plan.ts";
import type { Member, State } from "./state.ts";

/** What there is, for tests of the rules that need no database. */
export const stateWith = (more: Partial<State> = {}): State => ({
  people: [],
  units: [],
  residents: [],
  groups: [],
  groupMembers: [],
  doors: [],
  grants: [],
  ...more,
});

export const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  name: id,
  email: null,
  phone: null,
  claimed: false,
  ...more,
});

/** Rows as they were read, numbered as under a heading. */
export const factsOf = (...rows: Omit<Facts, "row">[]): Facts[] =>
  rows.map((row, index) => ({ ...row, row: index + 2 }));

export const now = new Date("2027-01-01T00:00:00Z");

/** A plan; columns are headed by their field. */
export const planOf = (facts: Facts[], state = stateWith(), broken: Named[] = []): Promise<Plan> =>
  makePlan({ facts, broken }, state, (field) => field, now);

export const faultsOf = ({ errors }: Pick<Plan, "errors">) =>
  errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
