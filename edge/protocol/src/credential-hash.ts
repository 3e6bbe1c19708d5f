import { createHmac } from "node:crypto";
import type { ReaderCredentialKind } from "./words.ts";

/**
 * What a credential is hashed as. `duress`: a PIN that opens as the other one and calls somebody. `one-time-code`: a code
 * for one use. Both are told from the list by their hash alone.
 */
export type HashedKind = ReaderCredentialKind | "duress" | "one-time-code";

/**
 * One spelling for what readers and spreadsheets spell differently: no separators, upper case, and for a card or a fob no
 * leading zeros, because readers pad a number to different widths. A PIN or a code keeps them: 0123 is not 123.
 */
export function normaliseNumber(kind: HashedKind, number: string): string {
  const plain = number
    .normalize("NFKC")
    .replaceAll(/[\s:.\-_]/gu, "")
    .toUpperCase();
  return kind === "card" || kind === "fob" ? plain.replace(/^0+(?=.)/, "") : plain;
}

/**
 * The keyed hash under which the cloud stores a credential and the door looks it up; the number itself is stored nowhere.
 * HMAC-SHA256 (RFC 2104) over `kind:number`; keyed, because card numbers are few enough to try them all.
 *
 * `credentialKey`: base64url. Returns 43 characters of base64url.
 */
export function hashCredential(credentialKey: string, kind: HashedKind, number: string): string {
  return createHmac("sha256", Buffer.from(credentialKey, "base64url"))
    .update(`${kind}:${normaliseNumber(kind, number)}`)
    .digest("base64url");
}
