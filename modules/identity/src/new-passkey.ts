import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { isDuplicate } from "./duplicates.ts";
import { relyingParty, userHandle } from "./passkeys.ts";
import { recall, remember } from "./pending.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";
import { webauthn } from "./webauthn.ts";

type Context = Parameters<IdentityPorts["withContext"]>[0];

/** What the browser needs to make a passkey, and the id of the challenge that waits for it. */
export async function startPasskey(ports: IdentityPorts, context: Context, person: string) {
  const { rpName, rpID } = relyingParty(ports.config);
  const { account, known } = await ports.withContext(context, async (tx: Tx) => ({
    account: await tx
      .selectFrom("identity.persons")
      .select(["name", "email"])
      .where("id", "=", person)
      .executeTakeFirstOrThrow(),
    known: await tx
      .selectFrom("identity.passkeys")
      .select(["id", "transports"])
      .where("person_id", "=", person)
      .execute(),
  }));
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName,
    rpID,
    userID: new Uint8Array(Buffer.from(userHandle(person), "base64url")),
    userName: account.email ?? account.name,
    userDisplayName: account.name,
    attestationType: "none",
    excludeCredentials: known,
    // Found without a user name, and opened by the owner's finger, face or PIN.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const pending = await remember(ports, {
    kind: "new-passkey",
    person,
    challenge: options.challenge,
  });
  return { options, pending };
}

/**
 * Keeps the passkey that the browser made.
 * @throws Problem `sign-in-expired`, `passkey-refused`, `national-identity-number`
 */
export async function addPasskey(
  ports: IdentityPorts,
  context: Context,
  person: string,
  made: { name: string; response: unknown; pending: string | undefined },
): Promise<string> {
  const begun = await recall(ports, ["new-passkey"], made.pending);
  if (!begun?.challenge || begun.person_id !== person) throw problem("sign-in-expired");
  const { rpID, origin } = relyingParty(ports.config);
  const response = made.response as RegistrationResponseJSON;
  const { verifyRegistrationResponse } = await webauthn();
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: begun.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch((cause: unknown) => {
    throw problem("passkey-refused", { cause, reason: String(cause) });
  });
  if (!registrationInfo) throw problem("passkey-refused", { reason: "not verified" });
  const { credential } = registrationInfo;
  await ports
    .withContext(context, async (tx: Tx) => {
      await tx
        .insertInto("identity.passkeys")
        .values({
          id: credential.id,
          person_id: person,
          name: made.name,
          public_key: Buffer.from(credential.publicKey),
          counter: credential.counter,
          transports: transportsOf(response),
          created_at: ports.now(),
        })
        .execute();
    })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? problem("passkey-refused", { reason: "there already" }) : error;
    });
  return credential.id;
}

/** How the browser may reach the authenticator again: a few short words, whatever was sent. */
function transportsOf({ response }: RegistrationResponseJSON): string[] {
  const words = z.array(z.string().regex(/^[a-z-]{1,20}$/)).safeParse(response.transports);
  return words.success ? words.data.slice(0, 8) : [];
}
