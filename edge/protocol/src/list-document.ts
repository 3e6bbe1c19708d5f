import { createHash } from "node:crypto";
import type { AccessList } from "./access-list.ts";
import type { Signer } from "./down.ts";
import {
  bodyLength,
  encodeBody,
  MAX_CARDHOLDERS,
  MAX_LIST_BYTES,
  type BodySizes,
} from "./list-body.ts";
import type { ListManifest } from "./list-manifest.ts";
import { ProtocolError } from "./problem.ts";

/** The length of the signed manifest, before it. */
export const DOCUMENT_HEADER_BYTES = 4;

/** An access list, ready to be signed. */
export type ListDraft = {
  readonly manifest: ListManifest;
  readonly body: Uint8Array;
};

/**
 * Lays an access list out for a controller. Throws ProtocolError `too-many-cardholders` or `list-too-large` for one that no
 * controller takes, RangeError for one that cannot be decided on.
 */
export function draftList(list: AccessList): ListDraft {
  const { persons, credentials: _, doors, ...rest } = list;
  checkCardholders(persons.length);
  const { sizes, bytes } = encodeBody(list);
  const { doors: __, ...counted } = sizes;
  checkLength(bytes.length);
  return {
    manifest: {
      ...rest,
      doors: doors.map(({ grants: _grants, ...door }) => door),
      body: { sha256: createHash("sha256").update(bytes).digest("base64url"), ...counted },
    },
    body: bytes,
  };
}

/** The list as it is sent and as it lies on the controller's disk: the manifest as JWS, its length before it, and the body. */
export async function signList(sign: Signer, { manifest, body }: ListDraft): Promise<Uint8Array> {
  const jws = Buffer.from(await sign("manifest", manifest), "ascii");
  const header = Buffer.alloc(DOCUMENT_HEADER_BYTES);
  header.writeUInt32LE(jws.length);
  checkLength(header.length + jws.length + body.length);
  return Buffer.concat([header, jws, body]);
}

/**
 * How long the body of a verified manifest is, and of what. Throws ProtocolError as `draftList` does.
 */
export function bodyOf(manifest: ListManifest): { sizes: BodySizes; length: number } {
  const { sha256: _, ...counted } = manifest.body;
  checkCardholders(counted.persons);
  const sizes = { ...counted, doors: manifest.doors.length };
  const length = bodyLength(sizes);
  checkLength(length);
  return { sizes, length };
}

function checkCardholders(count: number): void {
  if (count > MAX_CARDHOLDERS)
    throw new ProtocolError("too-many-cardholders", `${count}, and ${MAX_CARDHOLDERS} at most`);
}

function checkLength(bytes: number): void {
  if (bytes > MAX_LIST_BYTES)
    throw new ProtocolError("list-too-large", `${bytes} bytes, and ${MAX_LIST_BYTES} at most`);
}
