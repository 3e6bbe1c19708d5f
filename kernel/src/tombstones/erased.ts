import { linesSince, readFiles } from "./folder.ts";
import type { Position } from "./folder.ts";

export type Erased = {
  /** The marks of who was erased since the position. */
  readonly marks: ReadonlySet<string>;
  /** Erasures of which it is not known how they ended; they count as done. */
  readonly open: number;
};

/**
 * Who was erased since a backup: whoever's erasure had not ended when it was made. By place in the files
 * and not by the clock, which may have been wrong.
 * @param keepDays files older than this are gone by rule
 * @throws TombstoneError when the files are not those of the time of the backup or later
 */
export function readErased(
  { folder, key }: { readonly folder: string; readonly key: Uint8Array },
  position: Position,
  keepDays: number,
  now: Date,
): Erased {
  const files = readFiles(folder, key);
  const since = new Set(linesSince(files, position, keepDays, now).map((line) => line.erasure));
  const all = [...files.values()].flat();
  const ends = new Map(
    all.filter((line) => line.state !== "begun").map((line) => [line.erasure, line.state]),
  );
  const erased = all.filter(
    (line) =>
      line.state === "begun" &&
      ends.get(line.erasure) !== "void" &&
      // Begun before the backup and open until now: it may have ended after it.
      (since.has(line.erasure) || !ends.has(line.erasure)),
  );
  return {
    marks: new Set(erased.flatMap((line) => line.subjects)),
    open: erased.filter((line) => !ends.has(line.erasure)).length,
  };
}
