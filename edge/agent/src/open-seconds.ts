import { findPerson } from "@terskel/edge-protocol";
import type { ListedDoor, ListInForce } from "./list-in-force.ts";

/** For how long the door is unlocked at the most, for whomever. */
export const longestSeconds = ({
  openSeconds,
  extendedOpenSeconds = openSeconds,
}: ListedDoor): number => Math.max(openSeconds, extendedOpenSeconds);

/** For how long the door is unlocked for a person: by index, or by id. Whoever is not on the list gets what everybody gets. */
export function openSecondsFor(
  list: ListInForce,
  door: ListedDoor,
  person: number | string,
): number {
  const { body, extendedSubject } = list;
  const index = typeof person === "number" ? person : findPerson(body, person);
  if (extendedSubject === undefined || index === undefined) return door.openSeconds;
  const { personStart, personSubjects } = body.rows;
  const subjects = personSubjects.subarray(personStart[index], personStart[index + 1]);
  return subjects.includes(extendedSubject) ? longestSeconds(door) : door.openSeconds;
}
