import { compile, type CompiledList } from "@terskel/edge-decision";
import type { AccessList } from "@terskel/edge-protocol";

/** An access list as the reader uses it. `credentials`: hash to index of a person; `people`: index to id. */
export type ListInForce = {
  readonly revision: number;
  readonly compiled: CompiledList;
  readonly openSeconds: ReadonlyMap<string, number>;
  readonly people: readonly string[];
  readonly credentials: ReadonlyMap<string, number>;
};

/** Throws RangeError for a list that cannot be decided on; see `compile`. */
export function putInForce(list: AccessList): ListInForce {
  return {
    revision: list.revision,
    compiled: compile(list),
    openSeconds: new Map(list.doors.map((door) => [door.id, door.openSeconds])),
    people: list.persons.map((person) => person.id),
    credentials: new Map(list.credentials.map((each) => [each.hash, each.person])),
  };
}
