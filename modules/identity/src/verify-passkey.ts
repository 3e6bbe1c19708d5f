import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { relyingParty, userHandle } from "./passkeys.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";
import { webauthn } from "./webauthn.ts";

/**
 * Verifies the signature and gives the passkey's owner.
 * @param person whose it has to be, where that is known beforehand
 * @throws Problem `passkey-refused`
 */
export async function verifyPasskey(
  tx: Tx,
  ports: IdentityPorts,
  response: AuthenticationResponseJSON,
  challenge: string,
  person?: string,
): Promise<string> {
  const id = typeof response.id === "string" ? response.id : "";
  // Locked: two answers with the same counter must not both be the newest.
  const passkey = await tx
    .selectFrom("identity.passkeys")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!passkey) throw problem("passkey-refused", { reason: "nobody's passkey" });
  // WebAuthn § 7.2, 6: where nobody was named beforehand, the passkey has to name its owner itself; else it need not.
  const named = response.response?.userHandle ?? (person && userHandle(passkey.person_id));
  if (
    named !== userHandle(person ?? passkey.person_id) ||
    passkey.person_id !== (person ?? passkey.person_id)
  ) {
    throw problem("passkey-refused", { reason: "of another account" });
  }
  const { rpID, origin } = relyingParty(ports.config);
  const { verifyAuthenticationResponse } = await webauthn();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // A counter that does not grow tells of a copied authenticator (WebAuthn § 6.1.1): refused there.
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
    },
  }).catch((cause: unknown) => {
    throw problem("passkey-refused", { cause, reason: String(cause) });
  });
  if (!verified) throw problem("passkey-refused", { reason: "wrong signature" });
  await tx
    .updateTable("identity.passkeys")
    .set({ counter: authenticationInfo.newCounter, last_used_at: ports.now() })
    .where("id", "=", passkey.id)
    .execute();
  return passkey.person_id;
}
