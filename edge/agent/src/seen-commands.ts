import type { DatabaseSync } from "node:sqlite";

/** Past its expiry a command is refused anyway; the hour is for a clock that is set back. */
const MARGIN_MS = 60 * 60 * 1000;

export type SeenCommands = {
  /** True the first time for an id, false ever after. Throws what SQLite throws: then it is not remembered. */
  firstTime(id: string, expiresAtMs: number, nowMs: number): boolean;
};

/** Which commands were carried out, across restarts. The broker delivers at least once; a door opens at most once. */
export function createSeenCommands(db: DatabaseSync): SeenCommands {
  const remember = db.prepare(
    "INSERT INTO command (id, forget_after_ms) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
  );
  const forget = db.prepare("DELETE FROM command WHERE forget_after_ms < ?");
  return {
    firstTime(id, expiresAtMs, nowMs) {
      forget.run(nowMs);
      return remember.run(id, expiresAtMs + MARGIN_MS).changes === 1;
    },
  };
}
