import { sql } from "kysely";
import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Answer } from "@terskel/platform/contract";
import { problem } from "@terskel/platform/problems";
import { z } from "zod";
import type { myPassages } from "../api/passages.ts";
import type { Tx } from "../tx.ts";
import { anyOf } from "./access-rows.ts";

type Page = Answer<typeof myPassages>;
export type PassageItem = Page["items"][number];
type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** A member's own passages, newest first. */
export async function listOwn(tx: Tx, member: string, query: PageQuery): Promise<Page> {
  return await page(selectPassages(tx).where("p.member_id", "=", member), query);
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
  return await page(selectPassages(tx).where("p.door_id", "=", anyOf(ids)), query);
}

export function selectPassages(tx: Tx) {
  return tx
    .selectFrom("access.passages as p")
    .innerJoin("access.doors as d", "d.id", "p.door_id")
    .leftJoin("kernel.memberships as m", "m.id", "p.member_id")
    .select([
      "p.id",
      "p.at",
      "p.received_at",
      "p.door_id",
      "d.name as door_name",
      "p.member_id",
      "m.name as member_name",
      "p.credential",
      "p.outcome",
      "p.reason",
    ]);
}

type Query = ReturnType<typeof selectPassages>;
type Row = Awaited<ReturnType<Query["execute"]>>[number];

export function toPassage(row: Row): PassageItem {
  return {
    id: row.id,
    at: row.at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    door: { id: row.door_id, name: row.door_name },
    ...(row.member_id !== null && row.member_name !== null
      ? { person: { id: row.member_id, name: row.member_name } }
      : {}),
    credential: row.credential,
    outcome: row.outcome as PassageItem["outcome"],
    reason: row.reason,
  };
}

async function page(passages: Query, { cursor, limit }: PageQuery): Promise<Page> {
  const after = readCursor(place, cursor);
  const rows = await passages
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb(eb.refTuple("p.at", "p.id"), "<", eb.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? "")),
      ),
    )
    .orderBy("p.at", "desc")
    .orderBy("p.id", "desc")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, (row) => [row.at.toISOString(), row.id], toPassage);
}
