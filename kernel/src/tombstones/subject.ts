import { createHmac } from "node:crypto";

/** Who or what an erasure is about. `id` is a UUID, or an e-mail address or telephone number. */
export type ErasureSubject = {
  readonly kind: "account" | "member" | "address" | "organisation";
  readonly id: string;
  /** For an address: the one organisation at which it was erased, not everywhere. */
  readonly organisation?: string | undefined;
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
export function markOf(key: Uint8Array, { kind, id, organisation }: ErasureSubject): string {
  const at = organisation === undefined ? "" : ` at ${organisation.toLowerCase()}`;
  return createHmac("sha256", key).update(`${kind}:${id.toLowerCase()}${at}`).digest("base64url");
}
