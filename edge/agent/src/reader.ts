import { randomUUID } from "node:crypto";
import { decideAt } from "@terskel/edge-decision";
import { hashCredential, type ReasonCode } from "@terskel/edge-protocol";
import type { Presented, Verdict } from "./hardware.ts";
import type { Lists } from "./lists.ts";
import type { ListInForce } from "./list-in-force.ts";
import type { Attempt, Opening } from "./opening.ts";

type Parts = {
  readonly credentialKey: string;
  readonly doors: ReadonlySet<string>;
  readonly lists: Lists;
  readonly opening: Opening;
};

/**
 * Decides at the door, with or without the cloud, on a credential presented at a reader. The passage says who only when the
 * list knows the credential; of an unknown one nothing is kept but its kind. Never rejects.
 */
export async function present(parts: Parts, presented: Presented, nowMs: number): Promise<Verdict> {
  const { door, kind } = presented;
  if (!parts.doors.has(door)) {
    return { outcome: "refused", reason: "unknown-door" };
  }
  const at = new Date(nowMs).toISOString();
  const attempt: Attempt = { id: randomUUID(), door, at, credential: kind };
  const list = parts.lists.current();
  if (!list) return parts.opening.refuse(attempt, "no-access-list");
  const hash = hashCredential(parts.credentialKey, kind, presented.number);
  const index = list.credentials.get(hash);
  if (index === undefined) return parts.opening.refuse(attempt, "unknown-credential");
  const person = list.people[index]!;
  const reason = reasonFor(list, index, door, nowMs);
  if (reason !== "granted") return parts.opening.refuse({ ...attempt, person }, reason);
  return parts.opening.openOnce({ ...attempt, person }, list.openSeconds.get(door)!, () => true);
}

function reasonFor(list: ListInForce, person: number, door: string, nowMs: number): ReasonCode {
  const index = list.compiled.doors.get(door);
  return index === undefined
    ? "unknown-door"
    : decideAt(list.compiled, person, index, nowMs).reason;
}
