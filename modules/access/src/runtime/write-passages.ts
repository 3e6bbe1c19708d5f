import type { Insertable } from "kysely";
import type { AccessTables } from "../tables.ts";
import type { Tx } from "../tx.ts";
import { findPassages } from "./log.ts";

export type NewPassage = Insertable<AccessTables["access.passages"]> & {
  readonly at: Date;
  readonly expires_at: Date;
};

type Stored = {
  /** Ids of what is new or corrected. */
  readonly changed: readonly string[];
  /** How many ids stand for a passage of another door: a controller that guesses, or worse. */
  readonly foreign: number;
  /** How many came after their time at that door: none of these is stored. */
  readonly late: number;
};

/**
 * Stores what is new. An opening that we logged as unanswered is corrected by what the door did, never
 * the other way, and only by the door it was for; who asked for it we know better than the door. The doors' logs are locked (`lockLogs`).
 * @param since none of these was stored as having happened earlier
 */
export async function write(
  tx: Tx,
  passages: readonly NewPassage[],
  since: Date,
  now: Date,
): Promise<Stored> {
  if (passages.length === 0) return { changed: [], foreign: 0, late: 0 };
  const ids = passages.map(({ id }) => id);
  const rows = await tx
    .selectFrom(findPassages(ids, since).as("p"))
    .select(["p.id", "p.door_id", "p.outcome", "p.credential", "p.expires_at"])
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const fresh = new Map<string, NewPassage>();
  const changed: string[] = [];
  let [foreign, late] = [0, 0];
  for (const passage of passages) {
    const before = known.get(passage.id);
    const door = before?.door_id ?? fresh.get(passage.id)?.door_id ?? passage.door_id;
    if (door !== passage.door_id) foreign += 1;
    else if (!before) {
      if (passage.expires_at <= now) late += 1;
      else if (!fresh.has(passage.id)) fresh.set(passage.id, passage);
    } else if (before.outcome === "unanswered" && before.credential === passage.credential) {
      await correct(tx, before.expires_at, passage, now);
      known.set(passage.id, { ...before, outcome: passage.outcome });
      changed.push(passage.id);
    }
  }
  if (fresh.size > 0) {
    await tx
      .insertInto("access.passages")
      .values([...fresh.values()])
      .execute();
  }
  return { changed: [...changed, ...fresh.keys()], foreign, late };
}

/**
 * Says of a passage that was logged as unanswered what the door did, and when: unless by the door's clock
 * it would be past its time already, though it was asked for just now.
 */
export async function correct(
  tx: Tx,
  expiresAt: Date,
  said: Pick<NewPassage, "id" | "at" | "received_at" | "outcome" | "reason" | "expires_at">,
  now: Date,
): Promise<void> {
  const { id, at, received_at, outcome, reason, expires_at } = said;
  await tx
    .updateTable("access.passages")
    .set({ received_at, outcome, reason, ...(expires_at > now ? { at, expires_at } : {}) })
    .where("id", "=", id)
    .where("expires_at", "=", expiresAt)
    .execute();
}
