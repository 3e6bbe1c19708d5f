import type { DatabaseSync } from "node:sqlite";
import { bodyOf, draftList, type Verifier } from "@terskel/edge-protocol";
import type { Opened } from "./list-source.ts";

/**
 * The list that an agent of version 4 or earlier left in the store, signed whole: good until a newer one is kept. Rejects
 * with ProtocolError where it does not verify.
 */
export async function openEarlierList(
  db: DatabaseSync,
  verify: Verifier,
): Promise<Opened | undefined> {
  const row = db.prepare("SELECT jws FROM access_list").get();
  if (!row) return undefined;
  const { manifest, body } = draftList(await verify("list", String(row["jws"])));
  const { sizes, length } = bodyOf(manifest);
  const read = (into: Uint8Array, at: number): void =>
    into.set(body.subarray(at, at + into.length));
  return { source: { length, read }, manifest, sizes, bodyAt: 0, bodyLength: length };
}
