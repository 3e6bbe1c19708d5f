import type { DecidableList } from "./list.ts";
import type { Decision } from "./reason.ts";
import { quarterOf, type Week } from "./week.ts";

/**
 * The rule once more, written for reading: what the fast one is tested against. It shares nothing with it but the shape of
 * a list and the number of a quarter.
 */
export function decideSlowly(
  list: DecidableList,
  schedules: readonly Week[],
  question: { person: string; door: string; atMs: number },
): Decision {
  const door = list.doors.find((each) => each.id === question.door);
  if (!door) return { allowed: false, reason: "unknown-door" };
  const person = list.persons.find((each) => each.id === question.person);
  if (!person) return { allowed: false, reason: "unknown-person" };
  const mine = door.grants.filter((grant) => person.subjects.includes(grant.subject));
  const said = new Set(
    mine.map((grant) => {
      if (grant.from !== undefined && question.atMs < Date.parse(grant.from))
        return "not-yet-valid";
      if (grant.until !== undefined && question.atMs >= Date.parse(grant.until)) return "expired";
      const quarter = quarterOf(question.atMs);
      const word = schedules[grant.schedule]?.[Math.floor(quarter / 32)] ?? 0;
      return Math.floor(word / 2 ** (quarter % 32)) % 2 === 1 ? "granted" : "outside-schedule";
    }),
  );
  if (said.has("granted")) return { allowed: true, reason: "granted" };
  if (said.has("outside-schedule")) return { allowed: false, reason: "outside-schedule" };
  if (said.has("not-yet-valid")) return { allowed: false, reason: "not-yet-valid" };
  if (said.has("expired")) return { allowed: false, reason: "expired" };
  return { allowed: false, reason: "no-grant" };
}
