import { problem } from "./problems.ts";

/** What decides whether a breach was handled in time. */
export type BreachFacts = {
  readonly aware_at: Date;
  readonly due_at: Date;
  readonly high_risk: boolean;
  readonly authority_told_at: Date | null;
  readonly authority_reason: string | null;
  readonly persons_told_at: Date | null;
  readonly persons_reason: string | null;
};

/** @param hours after becoming aware (72, GDPR Art. 33(1)) */
export const dueAfter = (aware: Date, hours: number) =>
  new Date(aware.getTime() + hours * 3_600_000);

/** Has the authority not been told in time, with no reason for it? */
export function isOverdue(breach: BreachFacts, now: Date): boolean {
  const { due_at, authority_told_at, authority_reason } = breach;
  return (authority_told_at ?? now) > due_at && authority_reason === null;
}

/** @throws Problem what is missing before it may be closed (GDPR Art. 33(1), 34(1), 34(3)) */
export function checkClosable(breach: BreachFacts, now: Date): void {
  const { authority_told_at, authority_reason, persons_told_at, persons_reason } = breach;
  // Unlikely to result in a risk and a high risk exclude each other.
  if (!authority_told_at && (authority_reason === null || breach.high_risk)) {
    throw problem("breach-authority-missing");
  }
  if (isOverdue(breach, now)) throw problem("breach-late-without-reason");
  if (breach.high_risk && !persons_told_at && persons_reason === null) {
    throw problem("breach-persons-missing");
  }
}

/** @throws Problem `breach-impossible-time` for a time that is to come, or before `from` */
export function checkTime(at: Date | undefined, now: Date, from?: Date): void {
  if (at && (at > now || (from && at < from))) throw problem("breach-impossible-time");
}

const hourMs = 3_600_000;
/** Hours before the deadline at which the privacy desk is reminded. */
const reminders = [6, 24, 48] as const;

/** Which reminder is due, by the name under which it is told once; overdue, it is one each day. */
export function breachReminder(dueAt: Date, now: Date): string | undefined {
  const leftMs = dueAt.getTime() - now.getTime();
  if (leftMs < 0) return `overdue ${Math.floor(-leftMs / (24 * hourMs))}`;
  const hours = reminders.find((each) => leftMs <= each * hourMs);
  return hours === undefined ? undefined : String(hours);
}
