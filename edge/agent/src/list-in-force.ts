import { compile, type CompiledList } from "@terskel/edge-decision";
import type { AccessList } from "@terskel/edge-protocol";

/** A door as the list names it, without what is decided by it. */
export type ListedDoor = Omit<AccessList["doors"][number], "grants" | "order" | "unlock">;

/** An access list as the reader uses it. `credentials`: hash to index of a person; `people`: index to id. */
export type ListInForce = {
  readonly revision: number;
  readonly compiled: CompiledList;
  /** The doors that this controller runs, by id. */
  readonly doors: ReadonlyMap<string, ListedDoor>;
  readonly people: readonly string[];
  readonly credentials: ReadonlyMap<string, number>;
};

/** Throws RangeError for a list that cannot be decided on; see `compile`. */
export function putInForce(list: AccessList): ListInForce {
  return {
    revision: list.revision,
    compiled: compile(list),
    doors: new Map(
      list.doors.map(({ grants: _grants, order: _order, unlock: _unlock, ...door }) => [
        door.id,
        door,
      ]),
    ),
    people: list.persons.map((person) => person.id),
    credentials: new Map(list.credentials.map((each) => [each.hash, each.person])),
  };
}
