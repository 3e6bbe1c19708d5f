import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { admitBeginning, logAttempt, logRefusal } from "./attempts.ts";
import type { Attempt } from "./attempts.ts";
import type { Caller } from "./caller.ts";
import { claimByAccount } from "./claims.ts";
import { relyingParty } from "./passkeys.ts";
import { recall, remember } from "./pending.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { openSession } from "./sessions.ts";
import { reasonOf } from "./table-words.ts";
import type { Tx } from "./tx.ts";
import { verifyPasskey } from "./verify-passkey.ts";
import { webauthn } from "./webauthn.ts";

const context = { activity: "identity.sign-in" } as const;

/**
 * What the browser needs to ask for a passkey, whosever it is, and the id of the challenge.
 * @throws Problem `too-many-requests`
 */
export async function startPasskeySignIn(ports: IdentityPorts, caller: Caller) {
  const { rpID } = relyingParty(ports.config);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({ rpID, userVerification: "required" });
  const tried = options.challenge;
  await admitBeginning(ports, { method: "passkey", ip: caller.ip, tried }, "passkey-started");
  const { challenge } = options;
  return {
    options,
    pending: await remember(ports, { kind: "passkey", person: undefined, challenge }),
  };
}

/**
 * Signs in with the browser's answer.
 * @returns the session's token
 * @throws Problem `sign-in-expired`, `passkey-refused`
 */
export async function finishPasskeySignIn(
  ports: IdentityPorts,
  given: { response: unknown; pending: string | undefined },
  { caller, session }: { caller: Caller; session: string | undefined },
): Promise<string> {
  const response = given.response as AuthenticationResponseJSON;
  const id = typeof response.id === "string" ? response.id : "";
  const attempt: Attempt = { method: "passkey", ip: caller.ip, tried: `passkey:${id}` };
  try {
    const begun = await recall(ports, ["passkey"], given.pending);
    if (!begun?.challenge) throw problem("sign-in-expired");
    const { challenge } = begun;
    return await ports.withContext(context, async (tx: Tx) => {
      const person = await verifyPasskey(tx, ports, response, challenge);
      await claimByAccount(tx, person);
      const accepted = { outcome: "accepted", reason: "signed-in", person } as const;
      await logAttempt(tx, ports, attempt, accepted);
      const now = ports.now();
      const who = { person, method: "passkey", caller, replaces: session, provenAt: now } as const;
      return await openSession(tx, who, now);
    });
  } catch (error) {
    await logRefusal(ports, attempt, reasonOf(error));
    throw error;
  }
}
