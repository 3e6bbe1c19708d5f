import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { defineJob, JobWaits } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import type { Mail } from "@terskel/platform/mail";
import { z } from "zod";
import type { PrivacyPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";
import { rights } from "./whose.ts";

export const sealedJob = "kernel.send-sealed-letter";

/** So long a letter is tried, in days; then nobody knows any more where it should have gone. */
const triedDays = 3;
const mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** AES-256-GCM (NIST SP 800-38D): nonce of 12 bytes, tag of 16, then the text. */
function seal(key: Buffer, letter: Mail): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(letter), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function open(key: Buffer, sealed: Buffer): Mail {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  return mail.parse(JSON.parse(text.toString("utf8")));
}

type Ports = Pick<PrivacyPorts, "keys" | "now">;
const keyOf = ({ keys }: Ports) => keys.derive("kernel.letters");

const triedUntil = ({ now }: Pick<Ports, "now">) =>
  new Date(now().getTime() + triedDays * 24 * 3_600_000);

/**
 * Keeps the answer to somebody who is erased by this transaction until it is handed over: who was erased has
 * to be told so (Art. 12(3)), and after it no row says where.
 * @param number of the request that it answers, if it answers one
 * @returns its id
 */
export async function sealLetter(
  tx: Tx,
  ports: Ports,
  number: number | undefined,
  letter: Mail,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("kernel.letters")
    .values({
      id,
      request_number: number ?? null,
      sealed: seal(keyOf(ports), letter),
      expires_at: triedUntil(ports),
    })
    .execute();
  return id;
}

/** Whoever it goes to is in no row any more, and neither is what was passed on about them. */
const ofNobody = {
  activity: rights,
  labels: ["name", "contact", "rights-request", "note", "time"],
} as const;

/** Hands a sealed letter over; it goes from the database in the transaction in which it was. */
export function sealedLetterJob(ports: PrivacyPorts): Job {
  return defineJob({
    name: sealedJob,
    payload: z.object({ letter: z.uuid() }),
    run: async ({ letter }) => {
      const sent = ports.withContext({ activity: rights }, async (tx: Tx) => {
        const found = await tx
          .selectFrom("kernel.letters")
          .select("sealed")
          .where("id", "=", letter)
          .forUpdate()
          .executeTakeFirst();
        if (!found) return;
        await ports.sendMail(open(keyOf(ports), found.sealed), ofNobody);
        await tx.deleteFrom("kernel.letters").where("id", "=", letter).execute();
      });
      await sent.catch(async (error: unknown) => {
        // It may not leave yet: it is kept for as long as that lasts, for it is owed.
        if (error instanceof JobWaits) await keepOn(ports, letter);
        throw error;
      });
    },
  });
}

async function keepOn(ports: PrivacyPorts, letter: string) {
  await ports.withContext({ activity: rights }, async (tx: Tx) => {
    await tx
      .updateTable("kernel.letters")
      .set({ expires_at: triedUntil(ports) })
      .where("id", "=", letter)
      .execute();
  });
}
