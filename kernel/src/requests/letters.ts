import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import { countPastAt } from "./past-time.ts";
import type { PrivacyPorts } from "./ports.ts";
import { findForClock } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { contactOf, rights } from "./whose.ts";
import type { Whose } from "./whose.ts";
import type { About } from "../suppliers/sender.ts";
import { writeLetter } from "./write-letter.ts";
import type { Letter } from "./write-letter.ts";

const letterJob = "kernel.send-request-letter";

const letters = z.enum([
  "receipt",
  "passed-on",
  "proof",
  "extended",
  "cancelled",
  "outcome",
  "lift-told",
  "lifted",
] satisfies Letter[]);

/** Has a letter sent to the person, once the transaction is committed. The queue knows ids only. */
export async function queueLetter(tx: Tx, request: { id: string }, letter: Letter) {
  await addJob(tx, letterJob, { request: request.id, letter });
}

/** What a letter about a request passes on. */
export const aboutRequest = (row: Whose): About => ({
  activity: rights,
  labels: ["name", "contact", "language", "rights-request", "note", "time"],
  organisation: row.organisation_id,
  member: row.member_id ?? undefined,
  account: row.person_id ?? undefined,
});

/** Sends a letter. Sent again when the job died after the mail was handed over. */
export function letterJobOf(ports: PrivacyPorts): Job {
  return defineJob({
    name: letterJob,
    payload: z.object({ request: z.uuid(), letter: letters }),
    run: async ({ request, letter }) => {
      const row = await findForClock(ports, request);
      if (!row) return;
      const { name, email } = await contactOf(ports, row);
      // Without an address the answer stands in the portal, and the trail has no letter.
      if (!email) return;
      const { publicUrl } = ports;
      const ends = letter === "lift-told" ? row.lifts_at : null;
      const past = ends ? await countPastAt(ports, row, ends) : 0;
      const written = writeLetter(letter, row, { name, publicUrl, past });
      await ports.sendMail({ to: email, ...written }, aboutRequest(row));
      await ports.withContext({ activity: rights }, async (tx: Tx) => {
        await addStep(tx, row, "letter-sent", "system", ports.now());
      });
    },
  });
}
