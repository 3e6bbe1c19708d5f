import { ProtocolError, parseFrame } from "@terskel/edge-protocol";
import type { Incoming, ListFiles } from "./list-files.ts";

export type Arrival = {
  /** Takes a part of a list. Returns the list when that was its last; whoever has it keeps or discards it. */
  take(message: Uint8Array): Incoming | undefined;
};

/**
 * Puts the parts of a list together. They come in order; one that came before is passed over, and where one is missing, or
 * another list begins, what has come is given up: the cloud sends the list again when the controller says which it has.
 */
export function createArrival(files: ListFiles): Arrival {
  let coming: { list: Incoming; revision: number; total: number; length: number } | undefined;
  return {
    take(message) {
      const { revision, total, offset, bytes } = parseFrame(message);
      if (offset === 0) {
        coming?.list.discard();
        coming = { list: files.begin(), revision, total, length: 0 };
      }
      if (coming?.revision !== revision || coming.total !== total)
        throw new ProtocolError("wrong-body", "a part of a list that was given up");
      if (offset > coming.length) {
        coming.list.discard();
        coming = undefined;
        throw new ProtocolError("wrong-body", "a part of the list is missing");
      }
      if (offset < coming.length) return undefined;
      coming.list.append(bytes);
      coming.length += bytes.length;
      if (coming.length < total) return undefined;
      const { list } = coming;
      coming = undefined;
      return list;
    },
  };
}
