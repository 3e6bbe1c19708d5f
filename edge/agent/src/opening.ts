import type { Passage } from "@terskel/edge-protocol";
import type { DoorHardware, Verdict } from "./hardware.ts";
import type { Journal } from "./journal.ts";
import type { ListedDoor } from "./list-in-force.ts";
import { codeOf, type Log } from "./log.ts";
import type { Once } from "./seen-commands.ts";
import { settledInTime } from "./settled-in-time.ts";

/** A passage before its outcome. */
export type Attempt = Omit<Passage, "outcome" | "reason">;

export type Opening = {
  /**
   * Writes the passage down as far as the door's log is to tell of it, then unlocks. `once`: the command or the
   * code that asks for it; one that was used before, or of which that cannot be known, opens nothing. `reason`: why it may. Never
   * rejects.
   */
  openOnce(
    attempt: Attempt,
    seconds: number,
    once?: Once,
    reason?: Verdict["reason"],
  ): Promise<Verdict>;
  /** Writes down a refusal. */
  refuse(attempt: Attempt, reason: Verdict["reason"]): Verdict;
};

const FAULT: Verdict = { outcome: "refused", reason: "hardware-fault" };

type Parts = {
  readonly hardware: DoorHardware;
  readonly journal: Journal;
  /** What the door's log is to tell; undefined: what happens, and who. */
  readonly logOf: (door: string) => ListedDoor["log"];
  readonly onPassage: () => void;
  readonly log: Log;
};

export function createOpening({ hardware, journal, logOf, onPassage, log }: Parts): Opening {
  /** What of a passage is to be kept; undefined: nothing. */
  const kept = (passage: Passage, once?: Once): Passage | undefined => {
    // That a code is used up is told whatever the log tells, or it would open the doors of another controller.
    if (once && passage.credential === "code") return passage;
    const choice = logOf(passage.door);
    if (choice === "off") return undefined;
    if (choice === undefined) return passage;
    const { person: _person, ...unnamed } = passage;
    return unnamed;
  };
  const begin = (
    passage: Passage | undefined,
    { door, credential }: Attempt,
    once?: Once,
  ): Verdict["reason"] => {
    try {
      const isFirst = passage
        ? journal.begin(passage, once)
        : once === undefined || journal.claim(once);
      if (isFirst) return "granted";
      if (credential === "code") return "code-used";
      return credential === "phone-pass" ? "pass-replayed" : "command-replayed";
    } catch (error) {
      log("error", "use-not-known", { door, problem: codeOf(error) });
      return "storage-fault";
    }
  };

  return {
    refuse(attempt, reason) {
      const verdict: Verdict = { outcome: "refused", reason };
      const passage = kept({ ...attempt, ...verdict });
      if (passage) journal.add(passage);
      onPassage();
      return verdict;
    },
    async openOnce(attempt, seconds, once, reason = "granted") {
      const opened: Verdict = { outcome: "opened", reason };
      const passage = kept({ ...attempt, ...opened }, once);
      const begun = begin(passage, attempt, once);
      if (begun !== "granted") return { outcome: "refused", reason: begun };
      const moved = await unlock(hardware, attempt.door, seconds, log);
      const verdict = moved ? opened : FAULT;
      // The choice may have changed while the lock moved.
      if (passage) journal.settle(kept(passage, once) ?? passage, verdict);
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
): Promise<boolean> {
  try {
    await settledInTime(hardware.unlock(door, seconds));
    return true;
  } catch (error) {
    log("error", "hardware-fault", { door, problem: codeOf(error) });
    return false;
  }
}
