import { createHash } from "node:crypto";
import {
  DOCUMENT_HEADER_BYTES,
  MAX_LIST_BYTES,
  ProtocolError,
  bodyOf,
  type ListManifest,
  type Verifier,
} from "@terskel/edge-protocol";

/** Where a signed list lies: on the disk, or in memory while the disk takes nothing. */
export type Source = {
  readonly length: number;
  /** Fills `into` with what lies from `at` on. Throws where that cannot be read. */
  read(into: Uint8Array, at: number): void;
};

/** A list whose manifest is verified and whose body is not read yet. */
export type Opened = {
  readonly source: Source;
  readonly manifest: ListManifest;
  readonly sizes: ReturnType<typeof bodyOf>["sizes"];
  readonly bodyAt: number;
  readonly bodyLength: number;
};

const CHUNK_BYTES = 256 * 1024;

/** Rejects with a ProtocolError; nothing of the manifest is read before its signature holds. */
export async function openSource(verify: Verifier, source: Source): Promise<Opened> {
  const header = Buffer.alloc(DOCUMENT_HEADER_BYTES);
  if (source.length < header.length) throw incomplete();
  source.read(header, 0);
  const bodyAt = header.length + header.readUInt32LE();
  if (bodyAt > source.length) throw incomplete();
  const jws = Buffer.alloc(bodyAt - header.length);
  source.read(jws, header.length);
  const manifest = await verify("manifest", jws);
  const { sizes, length } = bodyOf(manifest);
  if (bodyAt + length !== source.length) throw incomplete();
  return { source, manifest, sizes, bodyAt, bodyLength: length };
}

/** Throws ProtocolError `wrong-body` for another body than the signed one. Holds no more of it than one chunk. */
export function checkBodyOf(opened: Opened): void {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  readBody(opened, (at) => chunk.subarray(0, Math.min(CHUNK_BYTES, opened.bodyLength - at)));
}

/** Brings the body into memory, which has to be resizable; it is hashed as it comes. Throws as `checkBodyOf` does. */
export function fill(memory: ArrayBuffer, opened: Opened): void {
  memory.resize(opened.bodyLength);
  readBody(
    opened,
    (at) => new Uint8Array(memory, at, Math.min(CHUNK_BYTES, opened.bodyLength - at)),
  );
}

/** Memory for one list after the other. What it may grow to is an address range and costs nothing. */
export const newMemory = (): ArrayBuffer => new ArrayBuffer(0, { maxByteLength: MAX_LIST_BYTES });

function readBody(
  { source, manifest, bodyAt, bodyLength }: Opened,
  into: (at: number) => Uint8Array,
): void {
  const hash = createHash("sha256");
  for (let at = 0; at < bodyLength; at += CHUNK_BYTES) {
    const chunk = into(at);
    source.read(chunk, bodyAt + at);
    hash.update(chunk);
  }
  if (hash.digest("base64url") !== manifest.body.sha256)
    throw new ProtocolError("wrong-body", "another body than the signed one");
}

const incomplete = (): ProtocolError =>
  new ProtocolError("wrong-body", "not as long as it was signed");
