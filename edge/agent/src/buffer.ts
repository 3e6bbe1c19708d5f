import type { DatabaseSync } from "node:sqlite";
import {
  passage as passageSchema,
  type Alarm,
  type Loss,
  type Passage,
} from "@terskel/edge-protocol";
import { createAlarms } from "./alarms.ts";
import type { Verdict } from "./hardware.ts";
import type { Log } from "./log.ts";
import type { LogChoices } from "./log-choice.ts";
import { createLosses } from "./losses.ts";
import { atomically } from "./store.ts";

/** `seq`: its place in the order of delivery. */
export type Buffered = { readonly seq: number; readonly event: Passage | Loss | Alarm };

/**
 * The passages and alarms that the cloud has not receipted, in one database. What there is no room for is counted as lost; the count
 * is an event like any other. Every method but `count` throws what SQLite throws, and then has changed nothing.
 */
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
  /** Writes that an alarm began or ended. */
  alarm(alarm: Alarm): void;
  /** Alarms that have not ended, delivered or not. */
  standing(): Alarm[];
  /** Takes over what another buffer held. */
  take(events: readonly Buffered[]): void;
  /** Passages begun and not settled, in order. */
  begun(): Passage[];
  /** Puts the counts of what was lost so far into the order of delivery; see `Losses`. */
  endCounts(): void;
  /** Settled passages, alarms and ended counts in order of delivery, those after `seq`. */
  after(seq: number, limit: number): Buffered[];
  /** Takes out who passed at these doors, or all that happened there: what is not sent yet is not to say more than the log. */
  follow(choices: LogChoices): void;
  /** Forgets what is receipted. Ids that are not there are no error: a receipt may come twice. */
  remove(ids: readonly string[]): void;
  count(): number;
};

type Options = {
  readonly maxPassages: number;
  readonly nextSeq: () => number;
  readonly log: Log;
};

export function createBuffer(db: DatabaseSync, { maxPassages, nextSeq, log }: Options): Buffer {
  const insert = db.prepare(
    `INSERT INTO passage (id, body, seq, refused) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, seq = excluded.seq, refused = excluded.refused
     WHERE passage.seq IS NULL AND excluded.seq IS NOT NULL`,
  );
  const known = db.prepare("SELECT 1 FROM passage WHERE id = ?");
  const settle = db.prepare(
    "UPDATE passage SET body = ?, seq = ?, refused = ? WHERE id = ? AND seq IS NULL",
  );
  const settled = "SELECT seq, id, body FROM passage WHERE seq > ?";
  const after = db.prepare(`${settled} ORDER BY seq LIMIT ?`);
  const oldest = db.prepare(`${settled} ORDER BY seq LIMIT 1`);
  const oldestRefused = db.prepare(`${settled} AND refused = 1 ORDER BY seq LIMIT 1`);
  const begun = db.prepare("SELECT body FROM passage WHERE seq IS NULL ORDER BY rowid");
  const remove = db.prepare("DELETE FROM passage WHERE id = ? AND seq IS NOT NULL");
  const unname = db.prepare(
    "UPDATE passage SET body = json_remove(body, '$.person') WHERE body ->> 'door' = ?",
  );
  const drop = db.prepare("DELETE FROM passage WHERE body ->> 'door' = ? AND seq IS NOT NULL");
  const losses = createLosses(db, nextSeq, log);
  const alarms = createAlarms(db, log);
  let passages = Number(db.prepare("SELECT count(*) AS count FROM passage").get()?.["count"] ?? 0);

  const parse = (row: Record<string, unknown>): Passage =>
    passageSchema.parse(JSON.parse(String(row["body"])));

  /**
   * Room for one more, or false. Full, the oldest refusal makes room, else the oldest opening: who came in says more than
   * who did not. A refusal takes no opening's place, or whoever holds unknown cards to a reader could empty the log.
   */
  const makeRoom = (newcomer: Passage): boolean => {
    if (passages < maxPassages) return true;
    const row = oldestRefused.get(0) ?? (isRefusal(newcomer) ? undefined : oldest.get(0));
    losses.count(row ? parse(row) : newcomer);
    if (!row) return false;
    passages -= Number(remove.run(String(row["id"])).changes);
    return true;
  };

  const put = (passage: Passage, seq: number | null): void => {
    const isNew = known.get(passage.id) === undefined;
    if (isNew && !makeRoom(passage)) return;
    insert.run(passage.id, JSON.stringify(passage), seq, Number(isRefusal(passage)));
    if (isNew) passages += 1;
  };

  const changing = <Result>(run: () => Result): Result => {
    const before = passages;
    try {
      return atomically(db, run);
    } catch (error) {
      passages = before;
      throw error;
    }
  };

  return {
    begin: (passage, claim) =>
      changing(() => {
        const claimed = claim();
        if (claimed) put(passage, null);
        return claimed;
      }),
    settle(passage, verdict) {
      const told = { ...passage, ...verdict };
      settle.run(JSON.stringify(told), nextSeq(), Number(isRefusal(told)), passage.id);
    },
    add: (passage) => changing(() => put(passage, nextSeq())),
    alarm: (alarm) => changing(() => alarms.put(alarm, nextSeq())),
    standing: () => alarms.standing(),
    take: (events) =>
      changing(() => {
        for (const { seq, event } of events) {
          if ("outcome" in event) put(event, seq);
          else if ("alarm" in event) alarms.put(event, seq);
          else losses.take(event, seq);
        }
      }),
    begun: () => begun.all().map(parse),
    endCounts: () => losses.end(),
    after(from, limit) {
      const rows = after.all(from, limit).map((row) => ({
        seq: Number(row["seq"]),
        event: parse(row),
      }));
      return [...rows, ...losses.after(from, limit), ...alarms.after(from, limit)]
        .toSorted((a, b) => a.seq - b.seq)
        .slice(0, limit);
    },
    remove: (ids) =>
      changing(() => {
        for (const id of ids) passages -= Number(remove.run(id).changes);
        losses.remove(ids);
        alarms.remove(ids);
      }),
    follow: ({ anonymous, off }) =>
      changing(() => {
        for (const door of anonymous) unname.run(door);
        // One that is begun is settled first, and goes with the next list or is refused by the cloud.
        for (const door of off) passages -= Number(drop.run(door).changes);
      }),
    count: () => passages + losses.size() + alarms.size(),
  };
}

const isRefusal = ({ outcome }: Passage): boolean => outcome === "refused";
