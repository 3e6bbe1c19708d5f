import { createHash, createPublicKey, sign, verify } from "node:crypto";
import type { Keys } from "@terskel/platform/keys";
import canonicalize from "canonicalize";

/** A JSON value in the one form that is signed (RFC 8785), as UTF-8. */
export function canonical(value: object): Buffer {
  return Buffer.from(canonicalize(value) ?? "", "utf8");
}

/** An Ed25519 public key as JWK has it (RFC 8037): `x` is its 32 bytes, base64url. */
const jwkOf = (x: string) => ({ crv: "Ed25519", kty: "OKP", x });

/** The thumbprint of a public key (RFC 7638 § 3): its members that are needed, in canonical form. */
export const keyIdOf = (x: string) =>
  createHash("sha256")
    .update(canonical(jwkOf(x)))
    .digest("base64url");

/** This installation's key for hand-overs; used for nothing else. */
function ownKey(keys: Keys) {
  const { privateKey, publicKey } = keys.ed25519("kernel.handover");
  const { x } = publicKey.export({ format: "jwk" });
  if (!x) throw new Error("An Ed25519 key without x.");
  return { privateKey, x };
}

/** The key by which others recognise this installation's files. */
export function publishedKey(keys: Keys) {
  const { x } = ownKey(keys);
  return { kty: "OKP", crv: "Ed25519", x, kid: keyIdOf(x), use: "sig", alg: "EdDSA" } as const;
}

/** The file with its `signature`. */
export function signed<T extends object>(keys: Keys, file: T): T & { signature: string } {
  const { privateKey } = ownKey(keys);
  const signature = sign(null, canonical(file), privateKey).toString("base64url");
  return { ...file, signature };
}

/** Did the holder of this key sign the file as it is, `signature` apart? */
export function isSignedBy(x: string, { signature, ...file }: { signature: string }): boolean {
  const key = createPublicKey({ key: jwkOf(x), format: "jwk" });
  return verify(null, canonical(file), key, Buffer.from(signature, "base64url"));
}
