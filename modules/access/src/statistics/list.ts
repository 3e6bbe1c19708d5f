import type { Answer } from "@terskel/platform/contract";
import { sql } from "kysely";
import { z } from "zod";
import type { usage } from "../api/statistics.ts";
import { anyOf } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";

type Item = Answer<typeof usage>["items"][number];

/** A week and a site. */
export const byWeek = z.tuple([z.iso.date(), z.uuid()]);
type ByWeek = z.infer<typeof byWeek> | undefined;

/** Weeks that have been counted, newest first, each with what may be shown of it. */
export async function listWeeks(
  tx: Tx,
  { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  after: ByWeek,
): Promise<Item[]> {
  const weeks = await tx
    .selectFrom("access.usage_weeks as w")
    .innerJoin("kernel.sites as s", "s.id", "w.site_id")
    .select(["w.week", "s.id", "s.name"])
    .$if(from !== undefined, (some) => some.where("w.week", ">=", from!))
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb.or([
          eb("w.week", "<", after![0]),
          eb.and([eb("w.week", "=", after![0]), eb("s.id", ">", after![1])]),
        ]),
      ),
    )
    .orderBy("w.week", "desc")
    .orderBy("s.id")
    .limit(limit)
    .execute();
  const cells = Map.groupBy(await readCells(tx, weeks), (cell) => keyOf(cell.week, cell.site_id));
  return weeks.map(({ week, ...site }) => ({
    week,
    site,
    cells: (cells.get(keyOf(week, site.id)) ?? []).map(toCell),
  }));
}

const readCells = async (tx: Tx, weeks: readonly { week: string; id: string }[]) =>
  await tx
    .selectFrom("access.usage_cells as c")
    .leftJoin("access.doors as d", "d.id", "c.door_id")
    .select(["c.week", "c.site_id", "c.door_id", "d.name as door_name", "c.openings", "c.people"])
    .where("c.week", "=", sql<string>`any(${weeks.map(({ week }) => week)}::date[])`)
    .where("c.site_id", "=", anyOf(weeks.map(({ id }) => id)))
    .orderBy("d.name")
    .execute();

const keyOf = (week: string, site: string) => `${week} ${site}`;

function toCell({
  door_id,
  door_name,
  openings,
  people,
}: Awaited<ReturnType<typeof readCells>>[number]) {
  const door = door_id !== null && door_name !== null && { id: door_id, name: door_name };
  return { ...(door ? { door } : {}), openings, people };
}
