import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { addJob } from "@terskel/platform/jobs";
import type { Language } from "@terskel/platform/i18n";
import type { Keys } from "@terskel/platform/keys";
import { admitBeginning, admitGuess, logRefusal } from "./attempts.ts";
import type { Attempt } from "./attempts.ts";
import type { Address } from "./code-holders.ts";
import { codeMinutes, mostGuessesPerCode } from "./limits.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { AttemptReason } from "./table-words.ts";
import { minutesAfter } from "./time.ts";
import type { Tx } from "./tx.ts";

export type Purpose = "sign-in" | "contact" | "address";
type Context = Parameters<IdentityPorts["withContext"]>[0];

export const sendCodeJob = "identity.send-code";

/** The six digits of a code: never stored, they follow from the key and the code's id. */
export function digitsOf(keys: Keys, id: string): string {
  const mac = createHmac("sha256", keys.derive("identity.codes")).update(id).digest();
  // 48 bits over a million: no digit is likelier than another by more than one in 10^8.
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

const attemptOf = ({ channel, address }: Pick<Address, "channel" | "address">, ip: string) =>
  ({
    method: channel === "email" ? "email-code" : "sms-code",
    ip,
    tried: `${channel}:${address}`,
  }) satisfies Attempt;

/** Can a code be sent this way now? No supplier with an agreement in force: it cannot (A12). */
export const canSend = async (
  { sendMail, sendSms }: Pick<IdentityPorts, "sendMail" | "sendSms">,
  channel: "email" | "sms",
): Promise<boolean> => await ((channel === "email" ? sendMail : sendSms)?.canSend() ?? false);

type Asked = {
  readonly context: Context;
  readonly purpose: Purpose;
  readonly to: { channel: "email" | "sms"; address: string; organisation?: { number: string } };
  readonly person: string | undefined;
  readonly language: Language;
  readonly ip: string;
};

/**
 * Begins a code. Whether anybody has the address is not looked up here but by the job that sends
 * it, so neither the answer nor its time tells (enumeration).
 * @throws Problem `too-many-requests`, `cannot-send-now`: a code that waits is worth nothing when it comes
 */
export async function requestCode(ports: IdentityPorts, asked: Asked) {
  if (!(await canSend(ports, asked.to.channel))) throw problem("cannot-send-now");
  await admitBeginning(ports, attemptOf(asked.to, asked.ip), "code-requested");
  const id = randomUUID();
  const now = ports.now();
  const expires = minutesAfter(now, codeMinutes);
  await ports.withContext(asked.context, async (tx: Tx) => {
    await tx
      .insertInto("identity.codes")
      .values({
        id,
        purpose: asked.purpose,
        channel: asked.to.channel,
        address: asked.to.address,
        organisation_number: asked.to.organisation?.number ?? null,
        person_id: asked.person ?? null,
        language: asked.language,
        created_at: now,
        expires_at: expires,
      })
      .execute();
    await addJob(tx, sendCodeJob, { code: id });
  });
  return { code: id, expiresAt: expires.toISOString() };
}

type Guess = {
  readonly context: Context;
  readonly purpose: Purpose;
  readonly code: string;
  readonly digits: string;
  readonly ip: string;
};

/**
 * Tries a code. Every try counts, whatever becomes of it; the code stays until `useCode`.
 * @throws Problem `wrong-code` (also for one that never was, expired, or tried too often),
 * `too-many-requests`
 */
export async function guessCode(ports: IdentityPorts, guess: Guess) {
  const code = await ports.withContext(
    guess.context,
    async (tx: Tx) =>
      await tx
        .updateTable("identity.codes")
        .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
        .where("id", "=", guess.code)
        .where("purpose", "=", guess.purpose)
        .where("expires_at", ">", ports.now())
        .where("attempts", "<", mostGuessesPerCode)
        .returningAll()
        .executeTakeFirst(),
  );
  const attempt: Attempt = code
    ? attemptOf({ channel: channelOf(code), address: code.address }, guess.ip)
    : { method: "email-code", ip: guess.ip, tried: guess.code };
  await admitGuess(ports, attempt);
  if (!code || !sameDigits(digitsOf(ports.keys, code.id), guess.digits)) {
    throw await wrongCode(ports, attempt, code ? "wrong-code" : "no-such-code");
  }
  return { ...code, channel: channelOf(code), attempt };
}

/** The refusal of a code, written down. One answer for every reason. */
export async function wrongCode(ports: IdentityPorts, attempt: Attempt, reason: AttemptReason) {
  await logRefusal(ports, attempt, reason);
  return problem("wrong-code", { reason });
}

/** Uses a code up; false when another request was faster. */
export async function useCode(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.deleteFrom("identity.codes").where("id", "=", id).executeTakeFirst();
  return used.numDeletedRows > 0n;
}

const channelOf = (code: { channel: string }) => (code.channel === "email" ? "email" : "sms");

const sameDigits = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
