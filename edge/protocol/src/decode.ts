import { createHash } from "node:crypto";
import type { AccessList } from "./access-list.ts";
import type { Verifier } from "./down.ts";
import { LISTED_HASH_BYTES, personAt, viewsOf } from "./list-body.ts";
import { bodyOf, DOCUMENT_HEADER_BYTES } from "./list-document.ts";
import { parseFrame } from "./list-frames.ts";

/** As a controller has it: a credential's hash is the half that is listed, and its kind is not told. */
export type DecodedList = Omit<AccessList, "credentials"> & {
  readonly credentials: readonly { readonly hash: string; readonly person: number }[];
};

/** The lists that lie in these messages, in order, written out for reading: for tests, and to look into one. */
export async function decodeLists(
  verify: Verifier,
  messages: readonly Uint8Array[],
): Promise<DecodedList[]> {
  const lists: DecodedList[] = [];
  let parts: Uint8Array[] = [];
  for (const message of messages) {
    const { offset, total, bytes } = parseFrame(message);
    if (offset === 0) parts = [];
    parts.push(bytes);
    const document = Buffer.concat(parts);
    if (document.length === total) lists.push(await decodeDocument(verify, document));
  }
  return lists;
}

async function decodeDocument(verify: Verifier, document: Buffer): Promise<DecodedList> {
  const end = DOCUMENT_HEADER_BYTES + document.readUInt32LE();
  const manifest = await verify("manifest", document.subarray(DOCUMENT_HEADER_BYTES, end));
  const { sizes, length } = bodyOf(manifest);
  const bytes = Uint8Array.from(document.subarray(end));
  const { body: signed, ...facts } = manifest;
  if (
    bytes.length !== length ||
    createHash("sha256").update(bytes).digest("base64url") !== signed.sha256
  )
    throw new Error("another body than the signed one");
  const body = viewsOf(bytes.buffer, sizes);
  const { rows } = body;
  const instantOf = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString() : undefined);
  return {
    ...facts,
    doors: facts.doors.map((door, index) => ({
      ...door,
      grants: range(rows.doorStart, index).map((at) => {
        const term = rows.grantTerms[at]!;
        const from = instantOf(rows.terms.validityMs[2 * term]!);
        const until = instantOf(rows.terms.validityMs[2 * term + 1]!);
        return {
          subject: rows.grantSubjects[at]!,
          schedule: rows.terms.schedules[term]!,
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
        };
      }),
    })),
    persons: Array.from({ length: sizes.persons }, (_, index) => ({
      id: personAt(body, index),
      subjects: range(rows.personStart, index).map((at) => rows.personSubjects[at]!),
    })),
    credentials: Array.from({ length: sizes.credentials }, (_, index) => ({
      hash: Buffer.from(
        body.credentialHashes.subarray(index * LISTED_HASH_BYTES, (index + 1) * LISTED_HASH_BYTES),
      ).toString("base64url"),
      person: body.credentialPersons[index]!,
    })),
  };
}

const range = (start: Uint32Array, row: number): number[] =>
  Array.from({ length: start[row + 1]! - start[row]! }, (_, at) => start[row]! + at);
