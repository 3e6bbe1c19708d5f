import type { Command } from "@terskel/edge-protocol";
import type { Verdict } from "./hardware.ts";
import type { Lists } from "./lists.ts";
import type { Attempt, Opening } from "./opening.ts";
import type { SeenCommands } from "./seen-commands.ts";

/** For a door that the cloud lets open before it has sent an access list. */
const OPEN_SECONDS = 5;

type Parts = {
  readonly doors: ReadonlySet<string>;
  readonly lists: Lists;
  readonly seen: SeenCommands;
  readonly opening: Opening;
};

/**
 * Carries out a verified command once, in time, for a door it has. That the person may open it the cloud has decided;
 * its signature is the proof. Never rejects.
 *
 * A replayed command gets an ack and no passage: the one passage of a command is that of its first coming.
 */
export async function carryOut(parts: Parts, command: Command, nowMs: number): Promise<Verdict> {
  const { id, door, person } = command;
  if (!parts.doors.has(door)) return { outcome: "refused", reason: "unknown-door" };
  const at = new Date(nowMs).toISOString();
  const attempt: Attempt = { id, door, at, person, credential: "remote", command: id };
  const expiresAtMs = Date.parse(command.expiresAt);
  // Written so that NaN is late.
  if (!(nowMs < expiresAtMs)) return parts.opening.refuse(attempt, "command-expired");
  const seconds = parts.lists.current()?.openSeconds.get(door) ?? OPEN_SECONDS;
  return parts.opening.openOnce(attempt, seconds, () =>
    parts.seen.firstTime(id, expiresAtMs, nowMs),
  );
}
