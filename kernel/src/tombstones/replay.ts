import type { Pool } from "pg";
import type { Processing } from "../declare.ts";
import { readErased } from "./erased.ts";
import type { Position } from "./folder.ts";
import { findMarked } from "./present.ts";
import type { Eraser } from "./subject.ts";

export type Replayed = {
  /** Subjects that were in the restored database and are erased again. */
  readonly erased: number;
  /** Erasures of which it is not known how they ended; carried out too. */
  readonly open: number;
};

/**
 * Carries out in a restored database every erasure that happened since its backup. Safe to run again
 * from the start when it fails in the middle.
 * @param erase the product's own erasure; throws when it finds that someone is still there
 * @throws TombstoneError when the tombstones are not those of the time of the backup or later
 */
export async function replayTombstones(options: {
  readonly owner: Pool;
  readonly processings: readonly Processing[];
  readonly folder: string;
  readonly key: Uint8Array;
  readonly position: Position;
  readonly keepDays: number;
  readonly now: Date;
  readonly erase: Eraser;
}): Promise<Replayed> {
  const { owner, processings, key, position, keepDays, now } = options;
  const { marks, open } = readErased(options, position, keepDays, now);
  const subjects = await findMarked(owner, processings, key, marks);
  for (const subject of subjects) await options.erase(subject);
  return { erased: subjects.length, open };
}
