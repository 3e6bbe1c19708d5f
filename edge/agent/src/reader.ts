import { randomUUID } from "node:crypto";
import { personAt } from "@terskel/edge-protocol";
import type { DoorRules } from "./door-rules.ts";
import type { Presented, Verdict } from "./hardware.ts";
import { identify } from "./identify.ts";
import type { Keypads } from "./keypads.ts";
import type { Lists } from "./lists.ts";
import { openSecondsFor } from "./open-seconds.ts";
import type { Attempt, Opening } from "./opening.ts";

type Parts = {
  readonly credentialKey: string;
  readonly lists: Lists;
  readonly keypads: Keypads;
  readonly opening: Opening;
  readonly rules: DoorRules;
  /** A door was opened at a reader of its. */
  readonly opened: (attempt: Attempt) => void;
};

/**
 * Decides at the door, with or without the cloud, on a credential presented at a reader. The passage says who only when the
 * list knows the credential; of an unknown one nothing is kept but its kind. Without a list there is no telling which door
 * the reader belongs to, and no passage. Never rejects.
 */
export async function present(parts: Parts, presented: Presented, nowMs: number): Promise<Verdict> {
  const { door, kind } = presented;
  const list = parts.lists.current();
  if (!list) return { outcome: "refused", reason: "no-access-list" };
  const listed = list.doors.get(door);
  if (!listed) return { outcome: "refused", reason: "unknown-door" };
  const at = new Date(nowMs).toISOString();
  // What says so at a door that has no reader inside is wired as the one outside.
  const accessPoint = listed.readerInside ? presented.at : "in";
  const unknown: Attempt = { id: randomUUID(), door, at, credential: kind, accessPoint };
  if (parts.lists.isTooOld(door, nowMs)) return parts.opening.refuse(unknown, "list-too-old");
  const found = identify(parts, list, presented, nowMs);
  const { credential } = found;
  const attempt: Attempt = { ...unknown, credential };
  if ("reason" in found) return parts.opening.refuse(attempt, found.reason);
  const index = found.person;
  const person = personAt(list.body, index);
  const known: Attempt = { ...attempt, person };
  const isGuest = credential === "code";
  const seconds = openSecondsFor(list, listed, index);
  const asked = { door, person, index, at: accessPoint, isGuest };
  const verdict = await parts.rules.pass(asked, nowMs, {
    open: (reason) => parts.opening.openOnce(known, seconds, found.once, reason),
    // Of a code that opens nothing the log does not say whose it is: they were not there, and let nobody in.
    refuse: (reason) => parts.opening.refuse(isGuest ? attempt : known, reason),
  });
  if (verdict.reason === "pass-replayed" || verdict.reason === "code-used")
    return parts.opening.refuse(attempt, verdict.reason);
  if (verdict.outcome === "opened") {
    if (credential === "pin" || credential === "code") parts.keypads.right(door);
    parts.opened(attempt);
  }
  return verdict;
}
