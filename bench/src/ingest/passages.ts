import { randomUUID } from "node:crypto";
import { MAX_EVENTS_PER_BATCH, type Passage } from "@terskel/edge-protocol";

/** So many passages of some doors, of the last hour, in batches as a controller delivers them. */
export function batchesOf(
  doors: readonly string[],
  members: readonly string[],
  count: number,
): Passage[][] {
  const now = Date.now();
  const passages = Array.from({ length: count }, (_, n): Passage => {
    const known = n % 10 !== 0;
    return {
      id: randomUUID(),
      door: doors[n % doors.length]!,
      at: new Date(now - 3_600_000 + Math.floor((n / count) * 3_500_000)).toISOString(),
      ...(known ? { person: members[(n * 7) % members.length]! } : {}),
      credential: "card",
      outcome: known ? "opened" : "refused",
      reason: known ? "granted" : "unknown-credential",
    };
  });
  return Array.from({ length: Math.ceil(count / MAX_EVENTS_PER_BATCH) }, (_, n) =>
    passages.slice(n * MAX_EVENTS_PER_BATCH, (n + 1) * MAX_EVENTS_PER_BATCH),
  );
}
