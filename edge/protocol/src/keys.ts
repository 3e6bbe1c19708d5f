import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

const base64urlKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** An Ed25519 public key as a JWK (RFC 8037). */
export const publicKey = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: base64urlKey,
  kid: z.string().min(1),
});
export type PublicKey = z.infer<typeof publicKey>;

/** The same with its private part. Never leaves the cloud. */
export const privateKey = publicKey.extend({ d: base64urlKey });
export type PrivateKey = z.infer<typeof privateKey>;

/** A new signing key; its `kid` is the key's thumbprint (RFC 7638). */
export async function generateSigningKey(): Promise<PrivateKey> {
  const pair = await generateKeyPair("Ed25519", { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return privateKey.parse({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, d: jwk.d, kid });
}

export function publicKeyOf({ kty, crv, x, kid }: PrivateKey): PublicKey {
  return { kty, crv, x, kid };
}
