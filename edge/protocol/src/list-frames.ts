import { MAX_LIST_BYTES } from "./list-body.ts";
import { ProtocolError } from "./problem.ts";

/** What a broker takes as one message whatever its settings are: they begin at one megabyte. */
const FRAME_BYTES = 256 * 1024;
const HEADER_BYTES = 12;

/** A part of a list on its way. `offset` and `total` in bytes; nothing of it counts before the whole is verified. */
export type ListFrame = {
  readonly revision: number;
  readonly total: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
};

/** A list as messages, in order. A small house's is one. Three numbers before each: revision, length of the whole, offset. */
export function* framesOf(document: Uint8Array, revision: number): Generator<Uint8Array> {
  for (let offset = 0; offset < document.length; offset += FRAME_BYTES) {
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(revision, 0);
    header.writeUInt32LE(document.length, 4);
    header.writeUInt32LE(offset, 8);
    yield Buffer.concat([header, document.subarray(offset, offset + FRAME_BYTES)]);
  }
}

/** @throws ProtocolError `not-of-the-protocol`, or `list-too-large` for a part of one that no controller takes */
export function parseFrame(message: Uint8Array): ListFrame {
  if (message.length <= HEADER_BYTES || message.length > HEADER_BYTES + FRAME_BYTES)
    throw new ProtocolError("not-of-the-protocol", "not a part of a list");
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const revision = view.getUint32(0, true);
  const total = view.getUint32(4, true);
  const offset = view.getUint32(8, true);
  const bytes = message.subarray(HEADER_BYTES);
  if (total > MAX_LIST_BYTES)
    throw new ProtocolError("list-too-large", `${total} bytes, and ${MAX_LIST_BYTES} at most`);
  if (offset + bytes.length > total)
    throw new ProtocolError("not-of-the-protocol", "a part that is not of the whole");
  return { revision, total, offset, bytes };
}
