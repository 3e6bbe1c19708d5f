import type { Log } from "@terskel/platform/log";
import { JobWaits, addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import { claimNext, endOrGoOn, mark, release } from "./deliveries.ts";
import type { Claimed, Outcome } from "./deliveries.ts";
import { writeLetter } from "./letter.ts";
import { sendJob } from "./mailings.ts";
import type { CustomersPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";

/** So many mails a run; the next run goes on. */
const batch = 50;

const payload = z.object({
  organisation: z.uuid(),
  mailing: z.uuid(),
  kind: z.enum(["marketing", "survey"]),
});
type Payload = z.output<typeof payload>;

/**
 * Sends a mailing, one contact at a time: in one transaction what became of the last one is written down and the
 * next is taken, whom row-level security still shows to this activity. What stops goes on where it was. Whoever was
 * taken when the process died is not written to again, as they may have got it.
 */
export function sendMailingJob(ports: CustomersPorts): Job {
  return defineJob({
    name: sendJob,
    payload,
    run: async (given) => {
      let last: Outcome | undefined;
      for (let n = 0; n < batch; n += 1) {
        const next = await takeNext(ports, given, last);
        if (!next) return;
        last = await send(ports, given, next);
      }
      await goOn(ports, given, last);
    },
  });
}

const activityOf = ({ kind }: Payload) =>
  kind === "survey" ? "customers.surveys" : "customers.marketing";
const contextOf = (given: Payload) => ({
  activity: activityOf(given),
  organisation: given.organisation,
});

/** Undefined: everybody has been taken. */
async function takeNext(
  { withContext, now }: CustomersPorts,
  given: Payload,
  last: Outcome | undefined,
): Promise<Claimed | undefined> {
  return await withContext(contextOf(given), async (tx: Tx) => {
    if (last) await mark(tx, given.mailing, last);
    const next = await claimNext(tx, given.mailing, now());
    if (!next) await endOrGoOn(tx, given, now());
    return next;
  });
}

async function send(ports: CustomersPorts, given: Payload, next: Claimed): Promise<Outcome> {
  const { sendMail, publicUrl, log } = ports;
  const { id, email, written, ...to } = next;
  try {
    const letter = writeLetter(written, { ...to, publicUrl });
    await sendMail(
      { to: email, ...letter },
      {
        activity: activityOf(given),
        labels: ["contact"],
        organisation: given.organisation,
      },
    );
    return { id, state: "sent" };
  } catch (error) {
    if (error instanceof JobWaits) {
      // It may not leave now: nothing of it has, and it goes on from here when it may (A12).
      await ports.withContext(contextOf(given), (tx: Tx) => release(tx, given.mailing, id));
      throw error;
    }
    warn(log, error, given);
    return { id, state: "failed" };
  }
}

const warn = (log: Log, error: unknown, { mailing }: Payload) =>
  log.warn({ err: error, mailing }, "a mailing was not taken for one contact");

async function goOn({ withContext }: CustomersPorts, given: Payload, last: Outcome | undefined) {
  await withContext(contextOf(given), async (tx: Tx) => {
    if (last) await mark(tx, given.mailing, last);
    await addJob(tx, sendJob, given, { key: `${sendJob} ${given.mailing}` });
  });
}
