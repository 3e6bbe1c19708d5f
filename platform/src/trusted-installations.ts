import { createPublicKey } from "node:crypto";
import { z } from "zod";

const form = /^(https?:\/\/[^\s=]+)=([\w-]{43})$/;

/** `https://other.example=KEY …` as pairs of a public origin and an Ed25519 public key (base64url). */
export const trustedInstallations = z.string().transform((text, context) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => {
      const [, origin = "", key = ""] = form.exec(entry) ?? [];
      if (URL.parse(origin)?.origin === origin && isPublicKey(key)) {
        return { installation: origin, key };
      }
      context.addIssue({
        code: "custom",
        message: `must be origins with their public keys, such as https://other.example=KEY; this is not: ${entry}`,
      });
      return z.NEVER;
    }),
);

/** 32 bytes, written in the one way that base64url has for them, that are an Ed25519 key. */
function isPublicKey(x: string): boolean {
  if (Buffer.from(x, "base64url").toString("base64url") !== x) return false;
  try {
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return true;
  } catch {
    return false;
  }
}
