import { createHash } from "node:crypto";
import { privateKey, type PrivateKey } from "@terskel/edge-protocol";
import type { Keys } from "@terskel/platform/keys";

/** What a controller signs in to the broker with; base64url. Another `generation` makes it void. */
export function controllerToken(keys: Keys, id: string, generation: number): string {
  return keys.derive(`controller-token:${id}:${generation}`).toString("base64url");
}

/** The key of the card hashes of one organisation, for `hashCredential`; base64url. */
export function credentialKey(keys: Keys, organisation: string): string {
  return keys.derive(`credential:${organisation}`).toString("base64url");
}

/** The number of the phone pass that is this credential, as `writePass` takes it: kept nowhere, and no controller can reckon it. */
export function passNumber(keys: Keys, credential: string): string {
  return keys.derive(`phone-pass:${credential}`).subarray(0, 16).toString("hex").toUpperCase();
}

/** The Ed25519 key (JWK, RFC 8037) with which the cloud signs what it sends to the doors. */
export function cloudSigningKey(keys: Keys): PrivateKey {
  const { kty, crv, x, d } = keys.ed25519("cloud-signing").privateKey.export({ format: "jwk" });
  // The thumbprint of RFC 7638 § 3: the required members only, in this order.
  const kid = createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
  return privateKey.parse({ kty, crv, x, d, kid });
}
