import { sites } from "@terskel/kernel";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { writing } from "../constraints.ts";
import type { ByName } from "../place-in-list.ts";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";

/** By name, each with how many doors it has. */
export async function listSites(tx: Tx, limit: number, after: ByName) {
  let query = tx
    .selectFrom("kernel.sites as s")
    .select([
      "s.id",
      "s.name",
      "s.address",
      "s.time_zone",
      sql<number>`(select count(*) from access.doors d where d.site_id = s.id)`.as("doors"),
    ])
    .orderBy("s.name")
    .orderBy("s.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("s.name", "s.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/** @throws Problem `malformed-request` for a time zone that is none, `name-taken` */
export async function addSite(
  tx: Tx,
  organisation: string,
  site: { name: string; address: string; timeZone: string },
): Promise<string> {
  refuseUnfit(site);
  const id = await sites.addSite(tx, organisation, site);
  if (!id) throw problem("name-taken");
  return id;
}

type SiteChange = {
  name?: string | undefined;
  address?: string | undefined;
  timeZone?: string | undefined;
};

/** @throws Problem `not-found`, `name-taken`, `malformed-request` for a time zone that is none */
export async function changeSite(tx: Tx, id: string, change: SiteChange): Promise<void> {
  refuseUnfit(change);
  if (!(await writing(sites.changeSite(tx, id, change)))) throw common("not-found");
}

/** @throws Problem `not-found`; `site-in-use` while there are doors, controllers or units */
export async function removeSite(tx: Tx, id: string): Promise<void> {
  if (!(await sites.lockSite(tx, id))) throw common("not-found");
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from access.doors where site_id = ${id}::uuid)
        or exists (select from access.controllers where site_id = ${id}::uuid)
        or exists (select from access.units where site_id = ${id}::uuid) as used`.execute(tx);
  if (rows[0]?.used !== false) throw problem("site-in-use");
  await sites.removeSite(tx, id);
}

function refuseUnfit({ timeZone }: SiteChange): void {
  if (timeZone === undefined || isTimeZone(timeZone)) return;
  throw common("malformed-request", {
    errors: [{ path: "body.timeZone", code: "unknown_time_zone" }],
  });
}

/** Is this the name of a zone in the IANA Time Zone Database, as Europe/Oslo is? No offset. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
