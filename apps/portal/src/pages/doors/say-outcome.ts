import { useTexts } from "#language/context.ts";
import type { Opening } from "./use-opening.ts";

/** The outcome in one sentence, for a screen reader. */
export function useSayOutcome(door: string): (outcome: Opening) => string {
  const { doors } = useTexts();
  const because = useBecause();
  return (outcome) => {
    if (outcome.state === "opened") return doors.said.opened(door);
    if (outcome.state === "unanswered") return doors.said.unanswered(door);
    if (outcome.state === "unheard") return doors.unheard;
    if (outcome.state === "failed") return doors.failed;
    if (outcome.state !== "refused") return "";
    return outcome.detail || doors.said.refused(door, because(outcome.reason));
  };
}

/** A reason code in words that fit behind "because". */
export function useBecause(): (reason: string) => string {
  const { doors } = useTexts();
  const reasons: Readonly<Record<string, string>> = doors.reasons;
  return (reason) => reasons[reason] ?? doors.otherReason;
}
