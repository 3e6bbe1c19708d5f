import { createHmac } from "node:crypto";
import { problem } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Limit } from "./limits.ts";
import { defaultLimits } from "./limits.ts";
import type { IdentityPorts } from "./ports.ts";
import type { AttemptReason } from "./table-words.ts";
import { minutesAfter } from "./time.ts";
import { oneAtATime } from "./tx.ts";
import type { Tx } from "./tx.ts";

export type Method = "eid" | "email-code" | "sms-code" | "passkey";

/** A try to sign in, as it is counted and logged (A9). */
export type Attempt = {
  readonly method: Method;
  readonly ip: string;
  /** What was tried: an address, an eID's identifier. Kept as a keyed hash only. */
  readonly tried: string;
};

/** A proof begun counts against its person, not the address: they are signed in. @throws Problem `too-many-requests` */
export async function admitProof(ports: IdentityPorts, attempt: Attempt) {
  const { proofsPerPerson } = ports.limits ?? defaultLimits;
  await admit(ports, attempt, "proof-started", async (tx) => [
    await secondsOver(tx, ports, proofsPerPerson, ofKey(ports, attempt.tried, "proof-started")),
  ]);
}

/** A sign-in that got this far counts against the caller's IP address. */
type Begun = "eid-started" | "code-requested" | "passkey-started";
type Proof = "proof-started";

const context = { activity: "identity.prevent-misuse" } as const;

const keyOf = ({ keys }: Pick<IdentityPorts, "keys">, tried: string) =>
  createHmac("sha256", keys.derive("identity.attempts")).update(tried).digest();

type Outcome = {
  outcome: "accepted" | "refused" | "limited";
  reason: AttemptReason;
  person?: string;
};

/** Writes an attempt down within a transaction that may see the log. */
export async function logAttempt(tx: Tx, ports: IdentityPorts, attempt: Attempt, what: Outcome) {
  await tx
    .insertInto("identity.sign_in_attempts")
    .values({
      at: ports.now(),
      method: attempt.method,
      ip: attempt.ip,
      key: keyOf(ports, attempt.tried),
      outcome: what.outcome,
      reason: what.reason,
      person_id: what.person ?? null,
    })
    .execute();
}

/** Writes a refusal down, also when all else of the sign-in is undone. */
export async function logRefusal(ports: IdentityPorts, attempt: Attempt, reason: AttemptReason) {
  await ports.withContext(context, async (tx: Tx) => {
    await logAttempt(tx, ports, attempt, { outcome: "refused", reason });
  });
}

/**
 * Lets a sign-in begin, and writes it down.
 * @throws Problem `too-many-requests` with `retryAfterSeconds`
 */
export async function admitBeginning(ports: IdentityPorts, attempt: Attempt, begun: Begun) {
  const { attemptsPerIp, codesPerAddress } = ports.limits ?? defaultLimits;
  await admit(ports, attempt, begun, async (tx) => [
    await secondsOver(tx, ports, attemptsPerIp, ofIp(attempt.ip)),
    ...(begun === "code-requested"
      ? [await secondsOver(tx, ports, codesPerAddress, ofKey(ports, attempt.tried, begun))]
      : []),
  ]);
}

/**
 * Lets a one-time code be tried.
 * @throws Problem `too-many-requests` with `retryAfterSeconds`
 */
export async function admitGuess(ports: IdentityPorts, attempt: Attempt) {
  const { attemptsPerIp, wrongCodesPerAddress } = ports.limits ?? defaultLimits;
  await admit(ports, attempt, undefined, async (tx) => [
    await secondsOver(tx, ports, attemptsPerIp, ofIp(attempt.ip)),
    await secondsOver(tx, ports, wrongCodesPerAddress, ofKey(ports, attempt.tried, "wrong-code")),
  ]);
}

async function admit(
  ports: IdentityPorts,
  attempt: Attempt,
  begun: Begun | Proof | undefined,
  count: (tx: Tx) => Promise<number[]>,
) {
  const waitSeconds = await ports.withContext(context, async (tx: Tx) => {
    await oneAtATime(tx, `ip ${attempt.ip}`);
    await oneAtATime(tx, `tried ${attempt.tried}`);
    const seconds = Math.max(...(await count(tx)));
    if (seconds > 0)
      await logAttempt(tx, ports, attempt, { outcome: "limited", reason: "limited" });
    else if (begun) await logAttempt(tx, ports, attempt, { outcome: "accepted", reason: begun });
    return seconds;
  });
  if (waitSeconds > 0) {
    throw problem("too-many-requests", {
      reason: `${attempt.method} limited`,
      extra: { retryAfterSeconds: waitSeconds },
    });
  }
}

/** Somebody with an IPv6 network has 2^64 addresses: they count as one (RFC 6177). */
const ofIp = (ip: string) =>
  sql<boolean>`ip <<= network(set_masklen(${ip}::inet, case family(${ip}::inet) when 6 then 64 else 32 end))
    and outcome <> 'limited' and reason not in ('signed-in', 'proof-started', 'proof-given')`;

const ofKey = (ports: IdentityPorts, tried: string, reason: string) =>
  sql<boolean>`key = ${keyOf(ports, tried)} and reason = ${reason}`;

/** Seconds until one more is within the limit; 0 when it already is. */
async function secondsOver(
  tx: Tx,
  ports: IdentityPorts,
  limit: Limit,
  which: ReturnType<typeof ofIp>,
): Promise<number> {
  const now = ports.now();
  const oldest = await tx
    .selectFrom("identity.sign_in_attempts")
    .select("at")
    .where("at", ">", minutesAfter(now, -limit.windowMinutes))
    .where(which)
    .orderBy("at", "desc")
    .offset(limit.most - 1)
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return 0;
  const free = minutesAfter(oldest.at, limit.windowMinutes);
  return Math.max(1, Math.ceil((free.getTime() - now.getTime()) / 1000));
}
