import type { DatabaseSync } from "node:sqlite";
import { codeOf, type Log } from "./log.ts";

const HOUR_MS = 3_600_000;

/** Until when, by the cloud's word, the list in force was the newest. */
export type Freshness = {
  /** The list was the newest then. What says less than is known changes nothing. */
  heard(atMs: number): void;
  /** May a door that decides alone for so many hours not go by the list any more? Undefined: it may for ever. */
  isTooOld(aloneHours: number | undefined, nowMs: number): boolean;
};

/** Kept across restarts: a controller that is switched off and on again has not heard from the cloud by that. */
export function createFreshness(db: DatabaseSync, log: Log): Freshness {
  const save = db.prepare(
    `INSERT INTO heard (one, at_ms) VALUES (1, ?)
     ON CONFLICT (one) DO UPDATE SET at_ms = excluded.at_ms WHERE excluded.at_ms > heard.at_ms`,
  );
  let heardMs = Number(db.prepare("SELECT at_ms FROM heard").get()?.["at_ms"] ?? 0);
  return {
    heard(atMs) {
      // Written so that NaN is not later.
      if (!(atMs > heardMs)) return;
      heardMs = atMs;
      try {
        save.run(atMs);
      } catch (error) {
        // Known until the next restart, and told again before long.
        log("error", "confirmation-not-stored", { problem: codeOf(error) });
      }
    },
    // Written so that a clock that gives no time makes the list too old. One that is behind the cloud's word makes it new:
    // the cloud was there after it.
    isTooOld: (aloneHours, nowMs) =>
      aloneHours !== undefined && !(nowMs - heardMs < aloneHours * HOUR_MS),
  };
}
