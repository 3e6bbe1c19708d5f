import type { DatabaseSync } from "node:sqlite";
import { alarm as alarmSchema, type Alarm } from "@terskel/edge-protocol";
import type { Log } from "./log.ts";

type Told = { readonly seq: number; readonly event: Alarm };

/**
 * The alarms that the cloud has not receipted, and those that stand. A row an alarm: one that ends before its beginning was
 * delivered is told once, with both. Every method but `size` throws what SQLite throws.
 */
export type Alarms = {
  /** Writes down that one began, or ended. */
  put(alarm: Alarm, seq: number): void;
  /** Those that have not ended. */
  standing(): Alarm[];
  after(seq: number, limit: number): Told[];
  remove(ids: readonly string[]): void;
  /** How many wait for their receipt. */
  size(): number;
};

/** No house has as many while its broker is away; a contact that flutters has. */
const MAX_ALARMS = 10_000;

export function createAlarms(db: DatabaseSync, log: Log): Alarms {
  const put = db.prepare(
    `INSERT INTO alarm (alarm, id, door, kind, began, ended, seq)
     VALUES ($alarm, $id, $door, $kind, $began, $ended, $seq)
     ON CONFLICT (alarm) DO UPDATE SET id = excluded.id, ended = excluded.ended, seq = excluded.seq
     WHERE alarm.ended IS NULL`,
  );
  const columns = "SELECT alarm, id, door, kind, began, ended, seq FROM alarm";
  const standing = db.prepare(`${columns} WHERE ended IS NULL ORDER BY began`);
  const after = db.prepare(`${columns} WHERE seq > ? ORDER BY seq LIMIT ?`);
  const forget = db.prepare("DELETE FROM alarm WHERE id = ? AND ended IS NOT NULL");
  const receipted = db.prepare("UPDATE alarm SET seq = NULL WHERE id = ?");
  const size = db.prepare("SELECT count(*) AS count FROM alarm WHERE seq IS NOT NULL");
  const drop = db.prepare(
    `DELETE FROM alarm WHERE alarm =
       (SELECT alarm FROM alarm WHERE seq IS NOT NULL AND ended IS NOT NULL ORDER BY seq LIMIT 1)`,
  );
  const count = (): number => Number(size.get()?.["count"]);
  const parse = (row: Record<string, unknown>): Alarm => {
    const { seq: _seq, ended, ...rest } = row;
    return alarmSchema.parse(ended === null ? rest : { ...rest, ended });
  };

  return {
    put(alarm, seq) {
      if (count() >= MAX_ALARMS && drop.run().changes > 0)
        log("warn", "alarm-lost", { door: alarm.door });
      put.run({ ...alarm, ended: alarm.ended ?? null, seq });
    },
    standing: () => standing.all().map(parse),
    after: (from, limit) =>
      after.all(from, limit).map((row) => ({ seq: Number(row["seq"]), event: parse(row) })),
    remove(ids) {
      for (const id of ids) {
        forget.run(id);
        // It stands on; its end is told by another id.
        receipted.run(id);
      }
    },
    size: count,
  };
}
