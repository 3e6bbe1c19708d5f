import { sql, type Selectable } from "kysely";
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

/**
 * The intervals of doors, each of which this transaction alone now writes the log of: whether a passage is
 * there cannot be asked of an index, because each partition has its own.
 */
export async function lockLogs(tx: Tx, doors: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("access.doors")
    .select(["id", "log_days"])
    .where("id", "=", sql<string>`any(${doors}::uuid[])`)
    // In one order everywhere, so that two never wait for each other.
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row.log_days]));
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

/** Somebody whose passage at a door that keeps its log so long is to be written down. */
export type Passing = { readonly member: string; readonly logDays: number };

/**
 * What stands in the log for each of these members, made for who has nothing there yet. Their readers
 * look for passages of the intervals that they are known to bear, so these are noted first.
 */
export async function holdersOf(
  tx: Tx,
  organisation: string,
  passing: readonly Passing[],
): Promise<Map<string, string>> {
  if (passing.length === 0) return new Map();
  const members = [...Map.groupBy(passing, ({ member }) => member)]
    // In one order everywhere, so that two never wait for each other.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, those]) => ({
      organisation_id: organisation,
      member_id: member,
      log_days: [...new Set(those.map(({ logDays }) => logDays))],
    }));
  await tx
    .insertInto("access.log_holders as h")
    .values(members)
    .onConflict((conflict) =>
      conflict
        .column("member_id")
        .doUpdateSet({ log_days: sql`h.log_days || excluded.log_days` })
        .where(sql<boolean>`not h.log_days @> excluded.log_days`),
    )
    .execute();
  const rows = await tx
    .selectFrom("access.log_holders")
    .select(["id", "member_id"])
    .where("member_id", "=", sql<string>`any(${members.map((each) => each.member_id)}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.id]));
}
