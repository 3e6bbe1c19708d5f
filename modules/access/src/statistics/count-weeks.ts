import { Problem } from "@terskel/platform/problems";
import { defineJob, type Job } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import type { AccessPorts } from "../ports.ts";
import { FIRST, readLog } from "../runtime/passages.ts";
import type { Tx } from "../tx.ts";
import { cellsOf, type Use } from "./cells.ts";

type Ports = Pick<AccessPorts, "withContext" | "now">;

/** A controller that was away has so long to tell of the week. */
const settledAfterDays = 2;
/** As far back as is looked for weeks that nobody has counted. */
const weeksBack = 12;
/** More openings than a site has in a week. */
const ALL = 2_147_483_647;

type Site = { readonly site_id: string; readonly organisation_id: string };
type Week = { readonly week: string; readonly from: Date; readonly until: Date };

/**
 * Counts the weeks that are over, before the log that tells of them goes. Safe to run twice: a week is counted once.
 */
export function countWeeks(ports: Ports): Job {
  return defineJob({
    name: "access.count-weeks",
    cron: "10 4 * * *",
    payload: z.looseObject({}),
    run: async () => {
      const failures: unknown[] = [];
      for (const site of await sitesWithDoors(ports)) {
        // One that fails does not keep the others from their turn: their log goes meanwhile.
        await countSite(ports, site).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) {
        throw new AggregateError(
          failures,
          `The weeks of ${failures.length} sites were not counted.`,
        );
      }
    },
  });
}

const sitesWithDoors = async ({ withContext, now }: Ports): Promise<Site[]> =>
  await withContext({ activity: "access.run-controllers" }, async (tx: Tx) =>
    tx
      .selectFrom("access.doors as d")
      .innerJoin("kernel.organisations as o", "o.id", "d.organisation_id")
      .select(["d.site_id", "d.organisation_id"])
      .distinct()
      .where((eb) =>
        eb.or([eb("o.agreement_ends_at", "is", null), eb("o.agreement_ends_at", ">", now())]),
      )
      .execute(),
  );

async function countSite({ withContext, now }: Ports, site: Site): Promise<void> {
  const context = { activity: "access.statistics", organisation: site.organisation_id };
  try {
    const weeks = await withContext(context, async (tx: Tx) => openWeeks(tx, site, now()));
    for (const week of weeks) {
      await withContext(context, async (tx: Tx) => countWeek(tx, site, week));
    }
  } catch (error) {
    // Nobody is counted before the organisation's notice says so (docs/decisions/0025).
    if (!(error instanceof Problem && error.code === "not-announced")) throw error;
  }
}

/** Weeks that are over and not counted, by the clock on the site's wall. */
async function openWeeks(tx: Tx, { site_id }: Site, now: Date): Promise<Week[]> {
  const { rows } = await sql<Week>`
    select w.week, w.week::timestamp at time zone s.time_zone as "from", w.ends as until
      from kernel.sites s,
           lateral (select date_trunc('week', ${now}::timestamptz at time zone s.time_zone)::date as this) t,
           generate_series(1, ${weeksBack}::integer) as n,
           lateral (select t.this - 7 * n as week,
                           (t.this - 7 * n + 7)::timestamp at time zone s.time_zone as ends) w
     where s.id = ${site_id}
       and w.ends + make_interval(days => ${settledAfterDays}) <= ${now}::timestamptz
       and not exists (select from access.usage_weeks u where u.site_id = s.id and u.week = w.week)
     order by w.week`.execute(tx);
  return rows;
}

async function countWeek(tx: Tx, site: Site, { week, from, until }: Week): Promise<void> {
  const doors = await doorsWithAllOf(tx, site, from);
  if (doors.length === 0) return;
  const claimed = await tx
    .insertInto("access.usage_weeks")
    .values({ ...site, week })
    .onConflict((conflict) => conflict.doNothing())
    .returning("week")
    .execute();
  if (claimed.length === 0) return;
  const cells = cellsOf(await usesOf(tx, doors, from, until));
  if (cells.length === 0) return;
  await tx
    .insertInto("access.usage_cells")
    .values(cells.map(({ door, ...figures }) => ({ ...site, week, door_id: door, ...figures })))
    .execute();
}

/** The site's doors that were there then and whose log still has everything since. */
async function doorsWithAllOf(tx: Tx, { site_id }: Site, from: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from access.doors d
     where d.site_id = ${site_id} and d.created_at <= ${from}::timestamptz
       and access.log_start(d.id) <= ${from}::timestamptz`.execute(tx);
  return rows.map(({ id }) => id);
}

/** An opening of nobody known is not counted: many of them may be one person's. */
async function usesOf(tx: Tx, doors: string[], from: Date, until: Date): Promise<Use[]> {
  const during = {
    doors,
    outcome: "opened",
    from: from.toISOString(),
    until: until.toISOString(),
  } as const;
  const { rows } = await sql<Use>`
    select p.door_id as door, p.holder_id as holder, count(*)::integer as openings
      from ${readLog(during, FIRST, ALL)} p
     where p.holder_id is not null group by 1, 2`.execute(tx);
  return rows;
}
