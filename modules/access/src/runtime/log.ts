import { sql, type Selectable } from "kysely";
import type { LogMode } from "../api/log.ts";
import type { AccessTables } from "../tables.ts";
import type { Tx } from "../tx.ts";

export type PassageRow = Selectable<AccessTables["access.passages"]>;

const DAY_MS = 24 * 3600 * 1000;

/** An id is a passage's for so long; what comes later with the same id is something new. */
const KNOWN_FOR_MS = 7 * DAY_MS;

/** Further back than any passage is kept. */
export const ALWAYS = new Date(0);

/** When a passage that happened `at` goes, at a door whose log is kept so many days. */
export const expiry = (at: Date, logDays: number) => new Date(at.getTime() + logDays * DAY_MS);

/** How a door's log is kept: what its administrator has chosen. */
export type LogChoice = {
  readonly days: number;
  readonly mode: LogMode;
  /** Another number of days is being carried out: until then some of its passages lie where they lay before. */
  readonly isChanging: boolean;
};

/**
 * The choices for doors, each of which this transaction alone now writes the log of: whether a passage is
 * there cannot be asked of an index, because each partition has its own.
 */
export async function lockLogs(tx: Tx, doors: readonly string[]): Promise<Map<string, LogChoice>> {
  const rows = await tx
    .selectFrom("access.doors")
    .select(["id", "log_days"])
    .select((eb) => eb.ref("log_mode").$castTo<LogMode>().as("log_mode"))
    .select(
      sql<boolean>`exists (select from access.log_changes c where c.door_id = doors.id)`.as(
        "changing",
      ),
    )
    .where("id", "=", sql<string>`any(${doors}::uuid[])`)
    // In one order everywhere, so that two never wait for each other.
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { days: row.log_days, mode: row.log_mode, isChanging: row.changing },
    ]),
  );
}

/** Those of these passages that the transaction may see, of what happened since `from`. */
export const findPassages = (ids: readonly string[], from: Date) =>
  sql<PassageRow>`access.find_passages(${ids}::uuid[], ${from}::timestamptz)`;

/** Is this the id of a passage of the organisation, whose ever it is? */
export async function isPassage(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select access.is_passage(${id}::uuid, ${knownSince(at)}::timestamptz) as is`.execute(tx);
  return rows[0]?.is ?? false;
}

export const knownSince = (at: Date) => new Date(at.getTime() - KNOWN_FOR_MS);

/** What stands in the log for each of these members; made for who has nothing there yet. */
export async function holdersOf(
  tx: Tx,
  organisation: string,
  members: readonly string[],
): Promise<Map<string, string>> {
  if (members.length === 0) return new Map();
  const sorted = [...new Set(members)].toSorted();
  const found = await readHolders(tx, sorted);
  const missing = sorted.filter((member) => !found.has(member));
  if (missing.length === 0) return found;
  await tx
    .insertInto("access.log_holders")
    .values(missing.map((member) => ({ organisation_id: organisation, member_id: member })))
    .onConflict((conflict) => conflict.column("member_id").doNothing())
    .execute();
  return new Map([...found, ...(await readHolders(tx, missing))]);
}

async function readHolders(tx: Tx, members: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("access.log_holders")
    .select(["id", "member_id"])
    .where("member_id", "=", sql<string>`any(${members}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.id]));
}
