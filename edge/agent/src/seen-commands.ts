import type { DatabaseSync } from "node:sqlite";

/** Past its expiry a command is refused anyway; the hour is for a clock that is set back. */
const MARGIN_MS = 60 * 60 * 1000;

/** A command that is to be carried out once; milliseconds since 1970 UTC. */
export type Once = { readonly id: string; readonly expiresAtMs: number; readonly nowMs: number };

/** Both methods throw what SQLite throws, and then have remembered nothing. */
export type SeenCommands = {
  /** True the first time for an id, false ever after. */
  firstTime(once: Once): boolean;
  has(id: string): boolean;
};

/** Which commands were carried out, across restarts. The broker delivers at least once; a door opens at most once. */
export function createSeenCommands(db: DatabaseSync): SeenCommands {
  const remember = db.prepare(
    "INSERT INTO command (id, forget_after_ms) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
  );
  const find = db.prepare("SELECT 1 FROM command WHERE id = ?");
  const forget = db.prepare("DELETE FROM command WHERE forget_after_ms < ?");
  return {
    has: (id) => find.get(id) !== undefined,
    firstTime({ id, expiresAtMs, nowMs }) {
      forget.run(nowMs);
      return remember.run(id, expiresAtMs + MARGIN_MS).changes === 1;
    },
  };
}
