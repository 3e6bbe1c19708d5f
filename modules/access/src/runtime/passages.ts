import { sql, type RawBuilder } from "kysely";
import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Answer } from "@terskel/platform/contract";
import { problem } from "@terskel/platform/problems";
import { z } from "zod";
import type { myPassages } from "../api/passages.ts";
import type { Tx } from "../tx.ts";
import type { PassageRow } from "./log.ts";

type Page = Answer<typeof myPassages>;
export type PassageItem = Page["items"][number];
type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** A member's own passages, newest first. */
export async function listOwn(tx: Tx, member: string, query: PageQuery): Promise<Page> {
  const { rows } = await sql<{ id: string }>`
    select id from access.log_holders where member_id = ${member}::uuid`.execute(tx);
  return await page(tx, { holder: rows[0]?.id }, query);
}

/**
 * The passages of the doors that the acting member administers, newest first. Which doors those are the
 * database says (`access.administered`), and its row-level security has the last word on each row.
 * @throws Problem `not-found` for one door that the member does not administer
 */
export async function listOfDoors(
  tx: Tx,
  query: PageQuery & { readonly door?: string | undefined },
): Promise<Page> {
  const { door } = query;
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
  return await pageOfDoors(tx, ids, query);
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
      "s.time_zone",
      "p.expires_at",
      "m.id as member_id",
      "m.name as member_name",
      "p.credential",
      "p.outcome",
      "p.reason",
      "p.lost_since",
      "p.lost_opened",
      "p.lost_refused",
    ]);
}

type Query = ReturnType<typeof selectPassages>;
type Row = Awaited<ReturnType<Query["execute"]>>[number];

export function toPassage(row: Row): PassageItem {
  return {
    id: row.id,
    at: row.at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    door: { id: row.door_id, name: row.door_name, timeZone: row.time_zone },
    ...(row.member_id !== null && row.member_name !== null
      ? { person: { id: row.member_id, name: row.member_name } }
      : {}),
    credential: row.credential,
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

type Whose = { readonly doors: readonly string[] } | { readonly holder: string | undefined };

const FIRST = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"];

async function page(tx: Tx, whose: Whose, { cursor, limit }: PageQuery): Promise<Page> {
  const [at, id] = readCursor(place, cursor) ?? FIRST;
  const [doors, holder] = "doors" in whose ? [whose.doors, null] : [null, whose.holder ?? null];
  const read = sql<PassageRow>`access.read_log(${doors}::uuid[], ${holder}::uuid,
    ${at}::timestamptz, ${id}::uuid, ${limit + 1}::integer)`;
  const rows = await selectPassages(tx, read)
    .orderBy("p.at", "desc")
    .orderBy("p.id", "desc")
    .execute();
  return toPage(rows, limit, (row) => [row.at.toISOString(), row.id], toPassage);
}
