import type { Passage } from "@terskel/edge-protocol";
import type { Buffer } from "./buffer.ts";
import type { DoorHardware, Verdict } from "./hardware.ts";
import { codeOf, type Log } from "./log.ts";

/** A passage before its outcome. */
export type Attempt = Omit<Passage, "outcome" | "reason">;

export type Opening = {
  /**
   * Writes the passage down, then unlocks. What cannot be written down is not opened: the door fails secure. `claim`
   * runs in the same transaction; false means that this was carried out before: nothing is written, nothing opens.
   * Never rejects.
   */
  openOnce(attempt: Attempt, seconds: number, claim: () => boolean): Promise<Verdict>;
  /** Writes down a refusal. The door stays shut whether or not that succeeds. */
  refuse(attempt: Attempt, reason: Verdict["reason"]): Verdict;
};

const HARDWARE_MS = 2000;
const GRANTED: Verdict = { outcome: "opened", reason: "granted" };
const FAULT: Verdict = { outcome: "refused", reason: "hardware-fault" };

export function createOpening(
  hardware: DoorHardware,
  buffer: Buffer,
  onPassage: () => void,
  log: Log,
): Opening {
  const refuse: Opening["refuse"] = (attempt, reason) => {
    const verdict: Verdict = { outcome: "refused", reason };
    try {
      buffer.add({ ...attempt, ...verdict });
      onPassage();
    } catch (error) {
      log("error", "passage-not-stored", { door: attempt.door, problem: codeOf(error) });
    }
    return verdict;
  };

  const begin = (passage: Passage, claim: () => boolean): boolean | "fault" => {
    try {
      return buffer.begin(passage, claim);
    } catch (error) {
      log("error", "passage-not-stored", { door: passage.door, problem: codeOf(error) });
      return "fault";
    }
  };

  const settle = (passage: Passage, verdict: Verdict): void => {
    try {
      buffer.settle(passage, verdict);
      onPassage();
    } catch (error) {
      // It is on the disk as begun, and is delivered so after the next start.
      log("error", "passage-not-settled", { door: passage.door, problem: codeOf(error) });
    }
  };

  return {
    refuse,
    async openOnce(attempt, seconds, claim) {
      const passage: Passage = { ...attempt, ...GRANTED };
      const begun = begin(passage, claim);
      if (begun === "fault") return { outcome: "refused", reason: "storage-fault" };
      if (!begun) return { outcome: "refused", reason: "command-replayed" };
      const verdict = await unlock(hardware, attempt.door, seconds, log);
      settle(passage, verdict);
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
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("no answer in time")), HARDWARE_MS);
  try {
    await Promise.race([hardware.unlock(door, seconds), late]);
    return GRANTED;
  } catch (error) {
    log("error", "hardware-fault", { door, problem: codeOf(error) });
    return FAULT;
  } finally {
    clearTimeout(timer);
  }
}
