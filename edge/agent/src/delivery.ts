import { MAX_EVENTS_PER_BATCH, type Events } from "@terskel/edge-protocol";
import type { Journal } from "./journal.ts";

export type Delivery = {
  /** The link is up: everything unreceipted is sent again, from the oldest. */
  online(): void;
  offline(): void;
  /** There may be something new in the buffer. */
  readonly pump: () => void;
  /** The cloud has these. */
  receipted(ids: readonly string[]): void;
};

const MAX_RESEND_MS = 60_000;

/**
 * Brings passages, alarms and counts of lost passages to the cloud at least once: one batch under way at a time, the next when a receipt comes. What is not
 * receipted in time is sent again, at growing intervals, and never stands in the way of what comes after it.
 */
export function createDelivery(
  journal: Journal,
  send: (events: Events["events"]) => void,
  resendAfterMs: number,
): Delivery {
  let up = false;
  let waiting = false;
  let sentUpTo = 0;
  let resendMs = resendAfterMs;
  let timer: NodeJS.Timeout | undefined;

  const startOver = (): void => {
    clearTimeout(timer);
    waiting = false;
    sentUpTo = 0;
  };

  const resend = (): void => {
    resendMs = Math.min(resendMs * 2, MAX_RESEND_MS);
    startOver();
    pump();
  };

  const pump = (): void => {
    if (!up || waiting) return;
    const batch = journal.after(sentUpTo, MAX_EVENTS_PER_BATCH);
    const last = batch.at(-1);
    if (!last) return;
    sentUpTo = last.seq;
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(resend, resendMs);
    send(batch.map((each) => each.event));
  };

  return {
    pump,
    online() {
      up = true;
      resendMs = resendAfterMs;
      startOver();
      pump();
    },
    offline() {
      up = false;
      startOver();
    },
    receipted(ids) {
      journal.remove(ids);
      if (journal.count() === 0) clearTimeout(timer);
      waiting = false;
      resendMs = resendAfterMs;
      pump();
    },
  };
}
