import { isLockedDown } from "@terskel/edge-decision";
import { MAX_COMMAND_LIFETIME_MS, type Command } from "@terskel/edge-protocol";
import type { Verdict } from "./hardware.ts";
import type { DoorRules } from "./door-rules.ts";
import type { Lists } from "./lists.ts";
import { openSecondsFor } from "./open-seconds.ts";
import type { Attempt, Opening } from "./opening.ts";

type Parts = {
  readonly lists: Lists;
  readonly opening: Opening;
  readonly rules: DoorRules;
};

/**
 * Carries out a verified command once, in time, for a door it has. That the person may open it the cloud has decided;
 * its signature is the proof; that nobody is let in now the door knows by itself. Never rejects.
 *
 * A replayed command gets an ack and no passage: the one passage of a command is that of its first coming.
 */
export async function carryOut(parts: Parts, command: Command, nowMs: number): Promise<Verdict> {
  const { id, door, person } = command;
  const list = parts.lists.current();
  const listed = list?.doors.get(door);
  if (list && !listed) return { outcome: "refused", reason: "unknown-door" };
  const at = new Date(nowMs).toISOString();
  const attempt: Attempt = { id, door, at, person, credential: "remote", command: id };
  const expiresAtMs = Date.parse(command.expiresAt);
  if (!listed) return parts.opening.refuse(attempt, "no-access-list");
  // Written so that NaN is late.
  if (!(nowMs < expiresAtMs)) return parts.opening.refuse(attempt, "command-expired");
  // Whoever could keep one back, or got hold of the cloud's key for a moment, has no key to the door for later.
  if (expiresAtMs - nowMs > MAX_COMMAND_LIFETIME_MS) {
    return parts.opening.refuse(attempt, "command-lives-too-long");
  }
  // The cloud decided before it knew of it, or has not heard that the door does.
  if (isLockedDown(list!.compiled, list!.compiled.doors.get(door)!, nowMs)) {
    return parts.opening.refuse(attempt, "lockdown");
  }
  const once = { id, expiresAtMs, nowMs };
  const seconds = openSecondsFor(list!, listed, person);
  return parts.rules.openRemotely({ door, person }, nowMs, {
    open: (reason) => parts.opening.openOnce(attempt, seconds, once, reason),
    refuse: (reason) => parts.opening.refuse(attempt, reason),
  });
}
