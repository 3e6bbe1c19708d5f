import type { DatabaseSync } from "node:sqlite";
import { createBuffer, type Buffer } from "./buffer.ts";
import type { Log } from "./log.ts";
import { createSeenCommands, type SeenCommands } from "./seen-commands.ts";
import { openInMemory } from "./store.ts";

/** What a controller remembers of what happened, in one database. */
export type Storage = { readonly buffer: Buffer; readonly seen: SeenCommands };

/** Passages kept on the disk until the cloud has them, when nothing else is said. */
export const MAX_PASSAGES = 200_000;
/** Those that are kept in memory while the disk takes nothing. */
const MAX_IN_MEMORY = 1000;

/** On the disk, and in memory for when the disk takes nothing; both number their events from one sequence. */
export function createStorages(
  db: DatabaseSync,
  maxPassages: number,
  log: Log,
): { readonly disk: Storage; readonly memory: Storage } {
  const found = db
    .prepare(
      `SELECT max(seq) AS seq FROM
         (SELECT seq FROM passage UNION ALL SELECT seq FROM loss UNION ALL SELECT seq FROM alarm)`,
    )
    .get();
  let seq = Number(found?.["seq"] ?? 0);
  const nextSeq = (): number => (seq += 1);
  const storage = (each: DatabaseSync, most: number): Storage => ({
    buffer: createBuffer(each, { maxPassages: most, nextSeq, log }),
    seen: createSeenCommands(each),
  });
  return { disk: storage(db, maxPassages), memory: storage(openInMemory(), MAX_IN_MEMORY) };
}
