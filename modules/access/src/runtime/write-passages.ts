import { sql } from "kysely";
import type { Insertable } from "kysely";
import type { AccessTables } from "../tables.ts";
import type { Tx } from "../tx.ts";
import { findPassages } from "./log.ts";

export type NewPassage = Insertable<AccessTables["access.passages"]> & {
  readonly at: Date;
  readonly expires_at: Date;
};

type Where = {
  /** None of these was stored as having happened earlier. */
  readonly since: Date;
  /** What came before came as it comes now: no clock was astray, and no interval is being changed. */
  readonly areSettled: boolean;
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
 *
 * What comes a second time says the same as the first, and so lies where it would be put again: there the index knows it. Only where
 * that does not hold is every partition looked into, which takes longer than everything else: when clocks or intervals have changed,
 * and for what the portal asked for, which we wrote down before the door did it.
 */
export async function write(
  tx: Tx,
  passages: readonly NewPassage[],
  { since, areSettled }: Where,
  now: Date,
): Promise<Stored> {
  const isHere = ({ credential }: NewPassage) => areSettled && credential !== "remote";
  const anywhere = await correctOrInsert(
    tx,
    passages.filter((each) => !isHere(each)),
    since,
    now,
  );
  const here = await insertOnce(tx, passages.filter(isHere), now);
  return {
    changed: [...anywhere.changed, ...here.changed],
    foreign: anywhere.foreign + here.foreign,
    late: anywhere.late + here.late,
  };
}

async function correctOrInsert(
  tx: Tx,
  passages: readonly NewPassage[],
  since: Date,
  now: Date,
): Promise<Stored> {
  if (passages.length === 0) return none;
  const rows = await tx
    .selectFrom(findPassages(idsOf(passages), since).as("p"))
    .select(["p.id", "p.door_id", "p.outcome", "p.credential", "p.expires_at"])
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const fresh = new Map<string, NewPassage>();
  const changed: string[] = [];
  let foreign = 0;
  for (const passage of passages) {
    const before = known.get(passage.id);
    const door = before?.door_id ?? fresh.get(passage.id)?.door_id ?? passage.door_id;
    if (door !== passage.door_id) foreign += 1;
    else if (!before) {
      if (!fresh.has(passage.id)) fresh.set(passage.id, passage);
    } else if (before.outcome === "unanswered" && before.credential === passage.credential) {
      await correct(tx, before.expires_at, passage, now);
      known.set(passage.id, { ...before, outcome: passage.outcome });
      changed.push(passage.id);
    }
  }
  const inserted = await insertOnce(tx, [...fresh.values()], now);
  return { ...inserted, changed: [...changed, ...inserted.changed], foreign };
}

/**
 * Those that are not there yet. As one parameter: a statement with a parameter for each value of each row takes as long to read as to carry
 * out. What is written may be hidden from who writes it, as a restricted person's is: so nothing is returned, and no
 * conflict named, which both would have it be seen.
 */
async function insertOnce(tx: Tx, passages: readonly NewPassage[], now: Date): Promise<Stored> {
  const inTime = passages.filter(({ expires_at }) => expires_at > now);
  const late = passages.length - inTime.length;
  if (inTime.length === 0) return { ...none, late };
  const { numAffectedRows: stored = 0n } = await sql`
    insert into access.passages
           (id, organisation_id, door_id, holder_id, at, received_at, credential, access_point, outcome, reason, expires_at,
            lost_since, lost_opened, lost_refused)
    select id, organisation_id, door_id, holder_id, at, received_at, credential, access_point, outcome, reason, expires_at,
           lost_since, lost_opened, lost_refused
      from json_populate_recordset(null::access.passages, ${JSON.stringify(inTime)}::json)
        on conflict do nothing`.execute(tx);
  const areNew = Number(stored) === inTime.length;
  return {
    // Of some that came again it is said that they are there: whoever listens reads them, and knows them.
    changed: stored === 0n ? [] : idsOf(inTime),
    foreign: areNew ? 0 : await countForeign(tx, inTime),
    late,
  };
}

/** How many of these ids are another door's. */
async function countForeign(tx: Tx, passages: readonly NewPassage[]): Promise<number> {
  const times = passages.map(({ expires_at }) => expires_at);
  const rows = await tx
    .selectFrom("access.passages")
    .select(["id", "door_id"])
    .where("id", "=", sql<string>`any(${idsOf(passages)}::uuid[])`)
    .where("expires_at", "=", sql<Date>`any(${times}::timestamptz[])`)
    .execute();
  const doors = new Map(rows.map(({ id, door_id }) => [id, door_id]));
  return passages.filter(({ id, door_id }) => (doors.get(id) ?? door_id) !== door_id).length;
}

const none: Stored = { changed: [], foreign: 0, late: 0 };
const idsOf = (passages: readonly NewPassage[]) => passages.map(({ id }) => id);

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
