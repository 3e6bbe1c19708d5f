import type { DatabaseSync } from "node:sqlite";
import { passage as passageSchema, type Passage } from "@terskel/edge-protocol";
import type { Verdict } from "./hardware.ts";
import { atomically } from "./store.ts";

type Buffered = { readonly seq: number; readonly passage: Passage };

/** The passages that the cloud has not receipted. Every method but `count` throws what SQLite throws. */
export type Buffer = {
  /**
   * Writes a passage whose outcome is not known yet; it is not delivered before it is settled. `claim` runs in the same
   * transaction: when it is false, nothing is written and the answer is false.
   */
  begin(passage: Passage, claim: () => boolean): boolean;
  /** Says what came of a passage begun, and frees it for delivery. */
  settle(passage: Passage, verdict: Verdict): void;
  /** Writes a passage whose outcome is known. One that is there already stays as it is. */
  add(passage: Passage): void;
  /** Settled passages in order of delivery, those after `seq`. */
  after(seq: number, limit: number): Buffered[];
  /** Forgets what is receipted. Ids that are not there are no error: a receipt may come twice. */
  remove(ids: readonly string[]): void;
  count(): number;
};

export function createBuffer(db: DatabaseSync): Buffer {
  const insert = db.prepare(
    "INSERT INTO passage (id, body, seq) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
  );
  const settle = db.prepare("UPDATE passage SET body = ?, seq = ? WHERE id = ? AND seq IS NULL");
  const after = db.prepare("SELECT seq, body FROM passage WHERE seq > ? ORDER BY seq LIMIT ?");
  const remove = db.prepare("DELETE FROM passage WHERE id = ? AND seq IS NOT NULL");

  const found = db.prepare("SELECT count(*) AS count, max(seq) AS seq FROM passage").get();
  let count = Number(found?.["count"] ?? 0);
  let seq = Number(found?.["seq"] ?? 0);
  settleInterrupted(db, () => (seq += 1));

  const put = (passage: Passage, at: number | null): void => {
    count += Number(insert.run(passage.id, JSON.stringify(passage), at).changes);
  };

  return {
    begin(passage, claim) {
      const before = count;
      try {
        return atomically(db, () => {
          const claimed = claim();
          if (claimed) put(passage, null);
          return claimed;
        });
      } catch (error) {
        count = before;
        throw error;
      }
    },
    settle(passage, verdict) {
      settle.run(JSON.stringify({ ...passage, ...verdict }), (seq += 1), passage.id);
    },
    add: (passage) => put(passage, (seq += 1)),
    after: (from, limit) =>
      after.all(from, limit).map((row) => ({
        seq: Number(row["seq"]),
        passage: passageSchema.parse(JSON.parse(String(row["body"]))),
      })),
    remove(ids) {
      count -= atomically(db, () =>
        ids.reduce((sum, id) => sum + Number(remove.run(id).changes), 0),
      );
    },
    count: () => count,
  };
}

/**
 * Passages begun when the agent died: the lock was told to open or about to be. They are delivered as begun, as opened: a
 * log that may say one opening too many is better than one that misses an opening.
 */
function settleInterrupted(db: DatabaseSync, nextSeq: () => number): void {
  const settle = db.prepare("UPDATE passage SET seq = ? WHERE id = ?");
  for (const row of db.prepare("SELECT id FROM passage WHERE seq IS NULL ORDER BY rowid").all()) {
    settle.run(nextSeq(), String(row["id"]));
  }
}
