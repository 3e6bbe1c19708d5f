import { randomUUID } from "node:crypto";
import { findCredential, hashCredential, passEndMs, personAt } from "@terskel/edge-protocol";
import type { DoorRules } from "./door-rules.ts";
import type { Presented, Verdict } from "./hardware.ts";
import type { Lists } from "./lists.ts";
import type { Attempt, Opening } from "./opening.ts";
import { examine } from "./phone-pass.ts";

type Parts = {
  readonly credentialKey: string;
  readonly lists: Lists;
  readonly opening: Opening;
  readonly rules: DoorRules;
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
  const attempt: Attempt = { id: randomUUID(), door, at, credential: kind, accessPoint };
  if (parts.lists.isTooOld(door, nowMs)) return parts.opening.refuse(attempt, "list-too-old");
  const pass =
    kind === "phone-pass" ? examine(parts.credentialKey, presented.number, nowMs) : undefined;
  // Whoever holds a code of another time up has it from a picture as likely as from their own phone: nobody is named.
  if (pass && "reason" in pass) return parts.opening.refuse(attempt, pass.reason);
  const hash = hashCredential(parts.credentialKey, kind, pass?.number ?? presented.number);
  const index = findCredential(list.body, hash);
  if (index === undefined) return parts.opening.refuse(attempt, "unknown-credential");
  const person = personAt(list.body, index);
  const named = { ...attempt, person };
  const once = pass && { id: `${hash}:${pass.step}`, expiresAtMs: passEndMs(pass), nowMs };
  const verdict = await parts.rules.pass({ door, person, index, at: accessPoint }, nowMs, {
    open: (reason) => parts.opening.openOnce(named, listed.openSeconds, once, reason),
    refuse: (reason) => parts.opening.refuse(named, reason),
  });
  if (verdict.reason === "pass-replayed") return parts.opening.refuse(attempt, verdict.reason);
  return verdict;
}
