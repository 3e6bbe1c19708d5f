import type { Clock, DecidableList, DecidableSchedule } from "./list.ts";
import type { Decision } from "./reason.ts";

/**
 * The rule once more, written for reading: what the fast one is tested against. It shares nothing with it but the shape of
 * a list.
 */
export function decideSlowly(
  list: DecidableList,
  question: { person: string; door: string; atMs: number },
): Decision {
  const door = list.doors.find((each) => each.id === question.door);
  if (!door) return { allowed: false, reason: "unknown-door" };
  // A clock that gives no time does not end a lockdown.
  const ends = Date.parse(door.order?.until ?? "");
  if (door.order?.kind === "lockdown" && (Number.isNaN(question.atMs) || question.atMs < ends))
    return { allowed: false, reason: "lockdown" };
  const person = list.persons.find((each) => each.id === question.person);
  if (!person) return { allowed: false, reason: "unknown-person" };
  const mine = door.grants.filter((grant) => person.subjects.includes(grant.subject));
  const said = new Set(
    mine.map((grant) => {
      if (Number.isNaN(question.atMs)) return "not-yet-valid";
      if (grant.from !== undefined && question.atMs < Date.parse(grant.from))
        return "not-yet-valid";
      if (grant.until !== undefined && question.atMs >= Date.parse(grant.until)) return "expired";
      if (grant.schedule === 0) return "granted";
      const schedule = list.schedules?.[grant.schedule - 1];
      const clock = list.clocks?.[schedule?.clock ?? -1];
      return schedule && clock && isOpen(schedule, clock, question.atMs)
        ? "granted"
        : "outside-schedule";
    }),
  );
  if (said.has("granted")) return { allowed: true, reason: "granted" };
  if (said.has("outside-schedule")) return { allowed: false, reason: "outside-schedule" };
  if (said.has("not-yet-valid")) return { allowed: false, reason: "not-yet-valid" };
  if (said.has("expired")) return { allowed: false, reason: "expired" };
  return { allowed: false, reason: "no-grant" };
}

function isOpen({ week, dates }: DecidableSchedule, clock: Clock, atMs: number): boolean {
  const offset = clock.offsets.findLast(({ from }) => Date.parse(from) <= atMs);
  if (!offset || atMs >= Date.parse(clock.until)) return false;
  const [date = "", time = ""] = new Date(atMs + offset.minutes * 60_000).toISOString().split("T");
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const hours = dates.find((each) => each.date === date)?.hours ?? week[(weekday + 6) % 7] ?? [];
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const minutes = hour * 60 + minute;
  return hours.some(([from, until]) => minutes >= from * 15 && minutes < until * 15);
}
