import { compileRows, type CompiledDoors } from "@terskel/edge-decision";
import { checkBody, viewsOf, type ListBody, type ListManifest } from "@terskel/edge-protocol";
import type { Opened } from "./list-source.ts";

/** A door as the list names it, without what is decided by it. */
export type ListedDoor = Omit<ListManifest["doors"][number], "order" | "unlock">;
export type ListedArea = NonNullable<ListManifest["areas"]>[number];

/** An access list as the reader uses it. Its persons and credentials lie in `body`, and nowhere else. */
export type ListInForce = {
  readonly revision: number;
  readonly compiled: CompiledDoors;
  /** The doors that this controller runs, by id. */
  readonly doors: ReadonlyMap<string, ListedDoor>;
  /** A door's `area` is its place here, from 1. */
  readonly areas: readonly ListedArea[];
  readonly body: ListBody;
  /** Whoever has it needs longer. */
  readonly extendedSubject: number | undefined;
};

/** Of a list whose body fills `memory`. Throws RangeError for one that cannot be decided on; see `compile`. */
export function putInForce({ manifest, sizes }: Opened, memory: ArrayBuffer): ListInForce {
  const body = viewsOf(memory, sizes);
  checkBody(body);
  return {
    revision: manifest.revision,
    compiled: compileRows(body.rows, manifest),
    doors: new Map(
      manifest.doors.map(({ order: _order, unlock: _unlock, ...door }) => [door.id, door]),
    ),
    areas: manifest.areas ?? [],
    body,
    extendedSubject: manifest.extendedSubject,
  };
}
