import type { DatabaseSync } from "node:sqlite";
import { standOf } from "@terskel/edge-decision";
import type { ListInForce } from "./list-in-force.ts";
import { codeOf, type Log } from "./log.ts";

export type FirstPerson = {
  /** When the door was opened last as far as that matters, in milliseconds since 1970 UTC; `-Infinity`: never. */
  readonly openedMs: (door: string) => number;
  /** Somebody with access has opened the door at its reader. Was that what it waited for? */
  readonly came: (door: string, atMs: number) => boolean;
};

/**
 * Remembers, also across a restart, that somebody came to a door that waits for the first person: when, and not who. Whoever comes
 * after that changes nothing. A disk that takes nothing keeps no door shut; then it is remembered until the restart.
 */
export function createFirstPerson(
  db: DatabaseSync,
  list: () => ListInForce | undefined,
  log: Log,
): FirstPerson {
  const opened = new Map(load(db, log));
  const openedMs = (door: string): number => opened.get(door) ?? -Infinity;
  const save = (door: string, atMs: number): void => {
    try {
      db.prepare(
        `INSERT INTO first_person (door, at_ms) VALUES (?, ?)
         ON CONFLICT (door) DO UPDATE SET at_ms = excluded.at_ms`,
      ).run(door, atMs);
    } catch (error) {
      log("error", "first-person-not-saved", { door, problem: codeOf(error) });
    }
  };
  return {
    openedMs,
    came(door, atMs) {
      const { compiled } = list() ?? {};
      const index = compiled?.doors.get(door);
      if (!compiled || index === undefined) return false;
      // Also where it is kept locked meanwhile: they are there when that ends.
      if (compiled.unlocks.firstPerson[index] !== 1) return false;
      const waits = standOf(compiled, index, atMs, openedMs(door));
      if (waits !== "waiting" && waits !== "kept-locked") return false;
      opened.set(door, atMs);
      save(door, atMs);
      return true;
    },
  };
}

function load(db: DatabaseSync, log: Log): [string, number][] {
  try {
    return db
      .prepare("SELECT door, at_ms FROM first_person")
      .all()
      .map((row) => [String(row["door"]), Number(row["at_ms"])]);
  } catch (error) {
    log("error", "first-person-not-read", { problem: codeOf(error) });
    return [];
  }
}
