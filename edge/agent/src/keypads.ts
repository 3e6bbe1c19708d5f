import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { AlarmKind } from "@terskel/edge-protocol";
import type { Journal } from "./journal.ts";
import { codeOf, type Log } from "./log.ts";

/** What was typed at doors that was wrong, and whose keypads take nothing for a while because of it. */
export type Keypads = {
  readonly isClosed: (door: string, nowMs: number) => boolean;
  /** What was typed is no PIN and no code. */
  readonly wrong: (door: string, nowMs: number) => void;
  /** What was typed has opened the door. */
  readonly right: (door: string) => void;
  /** Somebody has said by their PIN that they are made to open. Nothing at the door shows it, nor does the agent's log. */
  readonly duress: (door: string, nowMs: number) => void;
};

/** `closings`: how often in a row the keypad was closed. Times are milliseconds since 1970 UTC. */
type Count = {
  readonly wrong: number;
  readonly closings: number;
  readonly lastMs: number;
  readonly closedUntilMs: number;
};

const WRONG_IN_A_ROW = 5;
const MINUTE_MS = 60_000;
const LONGEST_MS = 15 * MINUTE_MS;
/**
 * So long after the last wrong one the count begins anew: whoever waits for that has four tries an hour. Ten minutes would
 * let them have six hundred a day, and never be heard of.
 */
const FORGOTTEN_MS = 60 * MINUTE_MS;

const closedFor = (closings: number): number =>
  Math.min(LONGEST_MS, MINUTE_MS * 2 ** (closings - 1));

/** One wrong more. From the fifth in a row on each closes the keypad, for twice as long as the one before. */
export function countWrong(before: Count | undefined, nowMs: number): Count {
  // At a clock that was set back it is as if it had been now.
  const isForgotten = !before || nowMs - before.lastMs > FORGOTTEN_MS;
  const wrong = (isForgotten ? 0 : before.wrong) + 1;
  const closings = (isForgotten ? 0 : before.closings) + (wrong >= WRONG_IN_A_ROW ? 1 : 0);
  const closedUntilMs = closings === 0 ? -1 : nowMs + closedFor(closings);
  return { wrong, closings, lastMs: nowMs, closedUntilMs };
}

/**
 * Kept across restarts, or pulling the plug would begin the count anew. A disk that takes nothing keeps no door shut: then it is
 * counted until the restart.
 */
export function createKeypads(
  db: DatabaseSync,
  journal: Pick<Journal, "alarm">,
  pump: () => void,
  log: Log,
): Keypads {
  const counts = new Map(load(db, log));
  const keep = (door: string, count: Count | undefined): void => {
    if (count) counts.set(door, count);
    else counts.delete(door);
    try {
      save(db, door, count);
    } catch (error) {
      log("error", "keypad-not-saved", { door, problem: codeOf(error) });
    }
  };
  /** Over as it happens: nobody has to say that it ended. */
  const tell = (kind: AlarmKind, door: string, nowMs: number): void => {
    const id = randomUUID();
    const at = new Date(nowMs).toISOString();
    journal.alarm({ id, alarm: id, door, kind, began: at, ended: at });
    pump();
  };

  return {
    isClosed(door, nowMs) {
      const count = counts.get(door);
      if (!count) return false;
      const leftMs = count.closedUntilMs - nowMs;
      // The clock was set back: no keypad is closed for longer than that.
      if (leftMs > LONGEST_MS)
        keep(door, { ...count, closedUntilMs: nowMs + closedFor(count.closings) });
      return leftMs > 0;
    },
    wrong(door, nowMs) {
      const count = countWrong(counts.get(door), nowMs);
      keep(door, count);
      if (count.closings === 0) return;
      log("warn", "keypad-closed", { door, seconds: closedFor(count.closings) / 1000 });
      if (count.closings === 1) tell("pin-guessed", door, nowMs);
    },
    right(door) {
      if (counts.has(door)) keep(door, undefined);
    },
    duress: (door, nowMs) => tell("duress", door, nowMs),
  };
}

function save(db: DatabaseSync, door: string, count: Count | undefined): void {
  if (!count) {
    db.prepare("DELETE FROM keypad WHERE door = ?").run(door);
    return;
  }
  db.prepare(
    `INSERT INTO keypad (door, wrong, closings, last_ms, closed_until_ms)
     VALUES ($door, $wrong, $closings, $lastMs, $closedUntilMs)
     ON CONFLICT (door) DO UPDATE SET wrong = excluded.wrong, closings = excluded.closings,
       last_ms = excluded.last_ms, closed_until_ms = excluded.closed_until_ms`,
  ).run({ door, ...count });
}

function load(db: DatabaseSync, log: Log): [string, Count][] {
  try {
    return db
      .prepare("SELECT door, wrong, closings, last_ms, closed_until_ms FROM keypad")
      .all()
      .map((row) => [
        String(row["door"]),
        {
          wrong: Number(row["wrong"]),
          closings: Number(row["closings"]),
          lastMs: Number(row["last_ms"]),
          closedUntilMs: Number(row["closed_until_ms"]),
        },
      ]);
  } catch (error) {
    log("error", "keypads-not-read", { problem: codeOf(error) });
    return [];
  }
}
