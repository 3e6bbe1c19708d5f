import { sql, type RawBuilder } from "kysely";
import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Answer } from "@terskel/platform/contract";
import { problem } from "@terskel/platform/problems";
import { z } from "zod";
import type { myPassages } from "../api/passages.ts";
import { memberOrNone } from "../members.ts";
import type { Tx } from "../tx.ts";
import type { PassageRow } from "./log.ts";

type Page = Answer<typeof myPassages>;
export type PassageItem = Page["items"][number];
type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };
export type LogFilter = {
  readonly door?: string | undefined;
  /** A membership. */
  readonly person?: string | undefined;
  readonly outcome?: PassageItem["outcome"] | undefined;
  /** Instants: from then on, and before then. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** A member's own passages, newest first. */
export async function listOwn(tx: Tx, member: string, query: PageQuery): Promise<Page> {
  return await page(tx, { holder: (await holderOf(tx, member)) ?? NOBODY }, query);
}

/** The passages that the filter leaves of the doors that the acting member administers, newest first. */
export async function listOfDoors(tx: Tx, query: PageQuery & LogFilter): Promise<Page> {
  return await page(tx, await searched(tx, query), query);
}

/**
 * What a filter means. Which doors the acting member administers the database says (`access.administered`), and
 * its row-level security has the last word on each row.
 * @throws Problem `not-found` for a door that the member does not administer, or a person who is none here
 */
export async function searched(tx: Tx, { door, person, ...rest }: LogFilter): Promise<Search> {
  const administered = sql<string>`(select door_id from access.administered(kernel.member()))`;
  const doors = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("id", "in", administered)
    .$if(door !== undefined, (some) => some.where("id", "=", door ?? ""))
    .execute();
  if (door !== undefined && doors.length === 0) {
    throw problem("not-found", { reason: "does not administer the door" });
  }
  const ids = doors.map((each) => each.id);
  if (person === undefined) return { doors: ids, ...rest };
  await memberOrNone(tx, person);
  return { doors: ids, holder: (await holderOf(tx, person)) ?? NOBODY, ...rest };
}

async function holderOf(tx: Tx, member: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from access.log_holders where member_id = ${member}::uuid`.execute(tx);
  return rows[0]?.id;
}

/** The passages of these doors, newest first, as far as row-level security shows them. */
export const pageOfDoors = async (
  tx: Tx,
  doors: readonly string[],
  query: PageQuery,
): Promise<Page> => await page(tx, { doors }, query);

/** @param passages what to read of the log, with names to it */
export function selectPassages(tx: Tx, passages: RawBuilder<PassageRow>) {
  return tx
    .selectFrom(passages.as("p"))
    .innerJoin("access.doors as d", "d.id", "p.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.log_holders as h", "h.id", "p.holder_id")
    .leftJoin("kernel.memberships as m", "m.id", "h.member_id")
    .select([
      "p.id",
      "p.at",
      "p.received_at",
      "p.door_id",
      "d.name as door_name",
      "s.name as site_name",
      "s.time_zone",
      "p.expires_at",
      "m.id as member_id",
      "m.name as member_name",
      "p.credential",
      "p.access_point",
      "p.outcome",
      "p.reason",
      "p.lost_since",
      "p.lost_opened",
      "p.lost_refused",
    ]);
}

type Query = ReturnType<typeof selectPassages>;
export type LogRow = Awaited<ReturnType<Query["execute"]>>[number];

export function toPassage(row: LogRow): PassageItem {
  return {
    id: row.id,
    at: row.at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    door: { id: row.door_id, name: row.door_name, timeZone: row.time_zone },
    ...(row.member_id !== null && row.member_name !== null
      ? { person: { id: row.member_id, name: row.member_name } }
      : {}),
    credential: row.credential,
    ...(row.access_point === null
      ? {}
      : { accessPoint: row.access_point as NonNullable<PassageItem["accessPoint"]> }),
    outcome: row.outcome as PassageItem["outcome"],
    reason: row.reason,
    keptUntil: row.expires_at.toISOString(),
    ...(row.lost_since !== null
      ? {
          lost: {
            since: row.lost_since.toISOString(),
            opened: row.lost_opened ?? 0,
            refused: row.lost_refused ?? 0,
          },
        }
      : {}),
  };
}

/** Doors, a holder, or a holder at doors; of a search also what else it goes by. */
export type Search = Pick<LogFilter, "outcome" | "from" | "until"> &
  (
    | { readonly doors: readonly string[]; readonly holder?: string }
    | { readonly doors?: undefined; readonly holder: string }
  );
/** Before this place in the log: when and its id. */
export type Place = readonly [at: string | Date, id: string];

/** Who has no holder has passed nowhere yet. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
export const FIRST: Place = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"];

/** So many passages that the search finds before a place, in no order, with nothing to them. */
export const readLog = (search: Search, [at, id]: Place, wanted: number) =>
  sql<PassageRow>`access.read_log(${search.doors ?? null}::uuid[], ${search.holder ?? null}::uuid,
    ${at}::timestamptz, ${id}::uuid, ${wanted}::integer, ${search.outcome ?? null}::text,
    ${toTime(search.from)}::timestamptz, ${toTime(search.until)}::timestamptz)`;

const toTime = (instant: string | undefined) => (instant === undefined ? null : new Date(instant));

/** The same with names to them, newest first. */
export const readRows = async (tx: Tx, search: Search, before: Place, wanted: number) =>
  await selectPassages(tx, readLog(search, before, wanted))
    .orderBy("p.at", "desc")
    .orderBy("p.id", "desc")
    .execute();

async function page(tx: Tx, search: Search, { cursor, limit }: PageQuery): Promise<Page> {
  const rows = await readRows(tx, search, readCursor(place, cursor) ?? FIRST, limit + 1);
  return toPage(rows, limit, (row) => [row.at.toISOString(), row.id], toPassage);
}
