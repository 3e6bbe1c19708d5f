import type { Language } from "@terskel/platform/i18n";
import { logAttempt } from "./attempts.ts";
import type { Caller } from "./caller.ts";
import { claimByAccount, claimMemberships } from "./claims.ts";
import { accountOfHolder, holderOf } from "./code-holders.ts";
import type { Address } from "./code-holders.ts";
import { guessCode, requestCode, useCode, wrongCode } from "./codes.ts";
import { readOrganisationNumber } from "./organisation-number.ts";
import { readPhone } from "./phone.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { openSession } from "./sessions.ts";
import { oneAtATime } from "./tx.ts";
import type { Tx } from "./tx.ts";

const context = { activity: "identity.sign-in" } as const;
const purpose = "sign-in";

type From = { readonly caller: Caller; readonly language: Language };

/** @throws Problem `too-many-requests` */
export async function requestEmailCode(ports: IdentityPorts, email: string, from: From) {
  const to = { channel: "email", address: email } as const;
  const { language, caller } = from;
  return await requestCode(ports, {
    context,
    purpose,
    to,
    person: undefined,
    language,
    ip: caller.ip,
  });
}

/**
 * A code by SMS for a telephone number at an employer (D1).
 * @throws Problem `sms-not-offered`, `invalid-phone`, `invalid-organisation-number`,
 * `too-many-requests`
 */
export async function requestSmsCode(
  ports: IdentityPorts,
  asked: { phone: string; organisationNumber: string },
  { language, caller }: From,
) {
  if (!ports.sendSms) throw problem("sms-not-offered");
  const organisation = readOrganisationNumber(asked.organisationNumber);
  const address = readPhone(asked.phone, organisation.country);
  const to = { channel: "sms", address, organisation } as const;
  return await requestCode(ports, {
    context,
    purpose,
    to,
    person: undefined,
    language,
    ip: caller.ip,
  });
}

/** The address that a stored code went to. */
export function addressOf(code: {
  channel: string;
  address: string;
  organisation_number: string | null;
}): Address {
  const { address } = code;
  if (code.channel === "email") return { channel: "email", address };
  const organisation = readOrganisationNumber(code.organisation_number ?? "");
  return { channel: "sms", address, organisation };
}

/**
 * Signs in with a code; the first time this makes the account, and each time what waits for the
 * address becomes the person's.
 * @returns the session's token
 * @throws Problem `wrong-code`, `too-many-requests`
 */
export async function signInByCode(
  ports: IdentityPorts,
  given: { code: string; digits: string },
  { caller, session }: { caller: Caller; session: string | undefined },
): Promise<string> {
  const code = await guessCode(ports, { context, purpose, ...given, ip: caller.ip });
  const { attempt } = code;
  const now = ports.now();
  const token = await ports.withContext(context, async (tx: Tx) => {
    await oneAtATime(tx, attempt.tried);
    const holder = await holderOf(tx, addressOf(code));
    if (!holder || !(await useCode(tx, code.id))) return undefined;
    const person = await accountOfHolder(tx, holder, now);
    await claimMemberships(tx, person, holder.proven);
    await claimByAccount(tx, person);
    const accepted = { outcome: "accepted", reason: "signed-in", person } as const;
    await logAttempt(tx, ports, attempt, accepted);
    return await openSession(
      tx,
      { person, method: attempt.method, caller, replaces: session },
      now,
    );
  });
  if (!token) throw await wrongCode(ports, attempt, "nobody-has-the-address");
  return token;
}
