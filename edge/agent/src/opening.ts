import type { Passage } from "@terskel/edge-protocol";
import type { DoorHardware, Verdict } from "./hardware.ts";
import type { Journal } from "./journal.ts";
import { codeOf, type Log } from "./log.ts";
import type { Once } from "./seen-commands.ts";
import { settledInTime } from "./settled-in-time.ts";

/** A passage before its outcome. */
export type Attempt = Omit<Passage, "outcome" | "reason">;

export type Opening = {
  /**
   * Writes the passage down, then unlocks. `once`: the command that asks for it; one that was carried out before, or of which
   * that cannot be known, opens nothing. Never rejects.
   */
  openOnce(attempt: Attempt, seconds: number, once?: Once): Promise<Verdict>;
  /** Writes down a refusal. */
  refuse(attempt: Attempt, reason: Verdict["reason"]): Verdict;
};

const GRANTED: Verdict = { outcome: "opened", reason: "granted" };
const FAULT: Verdict = { outcome: "refused", reason: "hardware-fault" };

export function createOpening(
  hardware: DoorHardware,
  journal: Journal,
  onPassage: () => void,
  log: Log,
): Opening {
  const begin = (passage: Passage, once: Once | undefined): Verdict["reason"] => {
    try {
      return journal.begin(passage, once) ? "granted" : "command-replayed";
    } catch (error) {
      log("error", "command-not-known", { door: passage.door, problem: codeOf(error) });
      return "storage-fault";
    }
  };

  return {
    refuse(attempt, reason) {
      const verdict: Verdict = { outcome: "refused", reason };
      journal.add({ ...attempt, ...verdict });
      onPassage();
      return verdict;
    },
    async openOnce(attempt, seconds, once) {
      const passage: Passage = { ...attempt, ...GRANTED };
      const reason = begin(passage, once);
      if (reason !== "granted") return { outcome: "refused", reason };
      const verdict = await unlock(hardware, attempt.door, seconds, log);
      journal.settle(passage, verdict);
      onPassage();
      return verdict;
    },
  };
}

async function unlock(
  hardware: DoorHardware,
  door: string,
  seconds: number,
  log: Log,
): Promise<Verdict> {
  try {
    await settledInTime(hardware.unlock(door, seconds));
    return GRANTED;
  } catch (error) {
    log("error", "hardware-fault", { door, problem: codeOf(error) });
    return FAULT;
  }
}
