import { createHmac, timingSafeEqual } from "node:crypto";
import type { Keys } from "@terskel/platform/keys";

/** Which invitation, and whose: all that is needed to look for it, and nothing else to be seen. */
export type InvitationName = { readonly id: string; readonly organisation: string };

const uuidBytes = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const toUuid = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const nameBytes = 32;
const macBytes = 32;

function mac(keys: Keys, name: Uint8Array): Buffer {
  return createHmac("sha256", keys.derive("invitation")).update(name).digest();
}

/**
 * What the link in an invitation carries: the invitation's and the organisation's ids with an
 * HMAC-SHA256 over both, base64url. It is made anew when it is needed and stored nowhere.
 */
export function writeInvitationToken(keys: Keys, { id, organisation }: InvitationName): string {
  const name = Buffer.concat([uuidBytes(id), uuidBytes(organisation)]);
  return Buffer.concat([name, mac(keys, name)]).toString("base64url");
}

/** Undefined for what `writeInvitationToken` did not write. */
export function readInvitationToken(keys: Keys, token: string): InvitationName | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== nameBytes + macBytes || bytes.toString("base64url") !== token) {
    return undefined;
  }
  const name = bytes.subarray(0, nameBytes);
  if (!timingSafeEqual(bytes.subarray(nameBytes), mac(keys, name))) return undefined;
  return { id: toUuid(name.subarray(0, 16)), organisation: toUuid(name.subarray(16)) };
}
