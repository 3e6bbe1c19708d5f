import type { DecidableList } from "./list.ts";
import { layOutOrders, type CompiledOrders } from "./orders.ts";
import { layOutRules, type CompiledRules } from "./rules.ts";
import { checkRows, layOutRows, type Rows } from "./rows.ts";
import { layOutSchedules, type CompiledSchedules } from "./schedules.ts";
import { layOutUnlocks, type CompiledUnlocks } from "./unlocking.ts";

/** An access list laid out for deciding by index. */
export type CompiledDoors = Rows & {
  readonly doors: ReadonlyMap<string, number>;
  readonly schedules: CompiledSchedules;
  readonly orders: CompiledOrders;
  readonly unlocks: CompiledUnlocks;
  readonly rules: CompiledRules;
};

/** The same with its persons by id. */
export type CompiledList = CompiledDoors & { readonly persons: ReadonlyMap<string, number> };

/** What is left of a list when its grants and persons are laid out already. */
export type DoorsWithoutRows = Pick<DecidableList, "schedules" | "clocks" | "areas"> & {
  readonly doors: readonly Omit<DecidableList["doors"][number], "grants">[];
};

/**
 * Lays out a list. Dense indexes follow the order of the list: `persons.get(list.persons[i].id) === i`.
 *
 * Throws RangeError for what cannot be decided on: a repeated id, a subject that is no small whole number, a schedule or a
 * clock that is not given, hours or dates that contradict each other, an instant that is none. A list with one such
 * entry is refused whole, never half used.
 */
export function compile(list: DecidableList): CompiledList {
  return { persons: indexOf("person", list.persons), ...withRows(layOutRows(list), list) };
}

/** The same, of rows that were laid out elsewhere and come with the list. Throws as `compile` does. */
export function compileRows(rows: Rows, list: DoorsWithoutRows): CompiledDoors {
  if (rows.doorStart.length !== list.doors.length + 1)
    throw new RangeError("there are other doors than rows of grants");
  checkRows(rows, 1 + (list.schedules?.length ?? 0));
  return withRows(rows, list);
}

function withRows(rows: Rows, list: DoorsWithoutRows): CompiledDoors {
  return {
    doors: indexOf("door", list.doors),
    ...rows,
    schedules: layOutSchedules(list),
    orders: layOutOrders(list),
    unlocks: layOutUnlocks(list),
    rules: layOutRules(list),
  };
}

function indexOf(noun: string, items: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const [position, item] of items.entries()) index.set(item.id, position);
  if (index.size !== items.length) throw new RangeError(`a ${noun} is listed twice`);
  return index;
}
