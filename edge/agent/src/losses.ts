import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { loss as lossSchema, type Loss, type Passage } from "@terskel/edge-protocol";
import type { Log } from "./log.ts";

type Counted = { readonly seq: number; readonly event: Loss };

/**
 * How many passages of each door there was no room for. A door's count grows until it is to be delivered; from then on it
 * stays as it is, since the cloud counts an id once, and what is lost later is another. Every method but `size` throws
 * what SQLite throws.
 */
export type Losses = {
  count(passage: Passage): void;
  /** Takes over what another database held. */
  take(loss: Loss, seq: number): void;
  /** Ends the counts that grow, where none of the same door waits to be receipted: two a door are enough. */
  end(): void;
  after(seq: number, limit: number): Counted[];
  remove(ids: readonly string[]): void;
  /** How many counts there are. */
  size(): number;
};

export function createLosses(db: DatabaseSync, nextSeq: () => number, log: Log): Losses {
  const add = db.prepare(
    `UPDATE loss SET since = min(since, $at), at = max(at, $at),
       opened = opened + $opened, refused = refused + $refused
     WHERE door = $door AND seq IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO loss (id, door, since, at, opened, refused, seq)
     VALUES ($id, $door, $since, $at, $opened, $refused, $seq) ON CONFLICT (id) DO NOTHING`,
  );
  const growing = db.prepare(
    `SELECT id FROM loss WHERE seq IS NULL
       AND door NOT IN (SELECT door FROM loss WHERE seq IS NOT NULL)`,
  );
  const place = db.prepare("UPDATE loss SET seq = ? WHERE id = ?");
  const after = db.prepare("SELECT * FROM loss WHERE seq > ? ORDER BY seq LIMIT ?");
  const remove = db.prepare("DELETE FROM loss WHERE id = ? AND seq IS NOT NULL");
  const size = db.prepare("SELECT count(*) AS count FROM loss");

  return {
    count({ door, at, outcome }) {
      const opened = Number(outcome === "opened");
      const one = { door, at, opened, refused: 1 - opened };
      if (add.run(one).changes > 0) return;
      insert.run({ ...one, id: randomUUID(), since: at, seq: null });
      log("warn", "passages-lost", { door });
    },
    take: (loss, seq) => void insert.run({ ...loss, seq }),
    end() {
      for (const row of growing.all()) place.run(nextSeq(), String(row["id"]));
    },
    after: (from, limit) =>
      after.all(from, limit).map(({ seq, ...row }) => ({
        seq: Number(seq),
        event: lossSchema.parse(row),
      })),
    remove(ids) {
      for (const id of ids) remove.run(id);
    },
    size: () => Number(size.get()?.["count"]),
  };
}
