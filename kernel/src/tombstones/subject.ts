import { createHmac } from "node:crypto";

/** Who or what an erasure is about. `id` is a UUID, or an e-mail address or telephone number. */
export type ErasureSubject = {
  readonly kind: "account" | "member" | "address" | "organisation";
  readonly id: string;
};

/**
 * Erases one subject as a request would: what law keeps is locked. Safe to run twice.
 * @throws Error when it is not done whole
 */
export type Eraser = (subject: ErasureSubject) => Promise<void>;

/**
 * What stands for a subject in a tombstone: HMAC-SHA-256 (RFC 2104) of kind and id, base64url. Without
 * the installation's secret nobody can tell whom it is about, nor try addresses.
 */
export function markOf(key: Uint8Array, { kind, id }: ErasureSubject): string {
  return createHmac("sha256", key).update(`${kind}:${id.toLowerCase()}`).digest("base64url");
}
