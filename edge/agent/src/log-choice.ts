import type { ListedDoor } from "./list-in-force.ts";

/** Doors of which is not kept who passed, and doors of which nothing is kept. */
export type LogChoices = { readonly anonymous: readonly string[]; readonly off: readonly string[] };

export function choicesOf(doors: readonly ListedDoor[]): LogChoices {
  const of = (choice: ListedDoor["log"]) =>
    doors.filter(({ log }) => log === choice).map(({ id }) => id);
  return { anonymous: of("anonymous"), off: of("off") };
}
