import type { MyDoor } from "#doors.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import type { Opening } from "./use-opening.ts";

/** The outcome in one sentence, for a screen reader. */
export function useSayOutcome(door: MyDoor): (outcome: Opening) => string {
  const { doors } = useTexts();
  const because = useBecause(door.site.timeZone);
  return (outcome) => {
    if (outcome.state === "opened") return doors.said.opened(door.name);
    if (outcome.state === "unanswered") return doors.said.unanswered(door.name);
    if (outcome.state === "unheard") return doors.unheard;
    if (outcome.state === "failed") return doors.failed;
    if (outcome.state === "unproven") return doors.proof.title;
    if (outcome.state !== "refused") return "";
    return outcome.detail || doors.said.refused(door.name, because(outcome));
  };
}

type Refused = Pick<Extract<Opening, { state: "refused" }>, "reason" | "until">;

/** A reason code in words that fit behind "because". */
export function useBecause(timeZone: string): (refused: Refused) => string {
  const { doors, orders } = useTexts();
  const formats = useFormats(timeZone);
  const reasons: Readonly<Record<string, string>> = doors.reasons;
  return ({ reason, until }) =>
    until
      ? orders.lockdown.refused(formats.hour(until, Date.now()))
      : (reasons[reason] ?? doors.otherReason);
}
