import { MAX_PASSAGES_PER_BATCH, type Passage } from "@terskel/edge-protocol";
import type { Buffer } from "./buffer.ts";
import { codeOf, type Log } from "./log.ts";

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
 * Brings passages to the cloud at least once: one batch under way at a time, the next when a receipt comes. What is not
 * receipted in time is sent again, at growing intervals, and never stands in the way of what comes after it.
 */
export function createDelivery(
  buffer: Buffer,
  send: (passages: Passage[]) => void,
  resendAfterMs: number,
  log: Log,
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
    try {
      const batch = buffer.after(sentUpTo, MAX_PASSAGES_PER_BATCH);
      const last = batch.at(-1);
      if (!last) return;
      sentUpTo = last.seq;
      waiting = true;
      clearTimeout(timer);
      timer = setTimeout(resend, resendMs);
      send(batch.map((each) => each.passage));
    } catch (error) {
      log("error", "delivery-failed", { problem: codeOf(error) });
      clearTimeout(timer);
      timer = setTimeout(resend, resendMs);
    }
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
      try {
        buffer.remove(ids);
        if (buffer.count() === 0) clearTimeout(timer);
      } catch (error) {
        log("error", "receipt-not-stored", { problem: codeOf(error) });
      }
      waiting = false;
      resendMs = resendAfterMs;
      pump();
    },
  };
}
