import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../requests/tx.ts";
import { deskTitle } from "../desk-title.ts";
import type { Cause } from "../retention/ledger.ts";
import { ruleText } from "../retention/rule-text.ts";
import type { Context } from "../tenancy.ts";
import { planEnd } from "./plan.ts";
import type { AgreementPorts } from "./ports.ts";
import { showPlan } from "./show.ts";

type Page = { limit: number; cursor?: string | undefined };

const organisationOf = (row: { name: string; number: string; country: string; kind: string }) => ({
  name: row.name,
  number: row.number,
  country: row.country as "NO" | "SE",
  kind: row.kind as "housing" | "office" | "shop" | "employer",
});

type Ended = Parameters<typeof organisationOf>[0] & {
  organisation_id: string;
  ended_at: Date;
  data_goes_at: Date;
  gone_at: Date | null;
};

const shown = (row: Ended) => ({
  organisation: { id: row.organisation_id, ...organisationOf(row) },
  endedAt: row.ended_at.toISOString(),
  dataGoesAt: row.data_goes_at.toISOString(),
  ...(row.gone_at ? { goneAt: row.gone_at.toISOString() } : {}),
});

/** The agreements that have ended, the newest first. */
export async function listEnded({ withContext }: AgreementPorts, context: Context, page: Page) {
  const after = readCursor(z.tuple([z.iso.datetime(), z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.ended_agreements")
      .selectAll()
      .orderBy("ended_at", "desc")
      .orderBy("organisation_id")
      .limit(page.limit + 1);
    if (after) {
      const [at, id] = [new Date(after[0]), after[1]];
      query = query.where((eb) =>
        eb.or([
          eb("ended_at", "<", at),
          eb.and([eb("ended_at", "=", at), eb("organisation_id", ">", id)]),
        ]),
      );
    }
    return await query.execute();
  });
  return toPage(
    rows,
    page.limit,
    ({ ended_at, organisation_id }) => [ended_at.toISOString(), organisation_id],
    shown,
  );
}

/**
 * What was deleted of an organisation since its agreement ended, by which rule, and what is left of it now.
 * It outlives the organisation.
 * @throws Problem `not-found` where no agreement has ended
 */
export async function readReport(ports: AgreementPorts, context: Context, organisation: string) {
  const { ended, gone } = await ports.withContext(context, async (tx: Tx) => {
    const found = await tx
      .selectFrom("kernel.ended_agreements")
      .selectAll()
      .where("organisation_id", "=", organisation)
      .executeTakeFirst();
    if (!found) throw common("not-found");
    return { ended: found, gone: await sumsSince(tx, organisation, found.ended_at) };
  });
  const tables = ports.processings.flatMap((p) => p.tables);
  const deleted = gone.map(({ table, rule, cause, rows, at }) => {
    const title = deskTitle(tables.find((each) => each.table === table));
    return {
      table,
      ...(title ? { title } : {}),
      rule,
      why: ruleText(rule, cause),
      cause,
      rows,
      at: at.toISOString(),
    };
  });
  const left = await planEnd(ports, { id: organisation, country: ended.country });
  return { ...shown(ended), deleted, left: showPlan(ports, left, ended.data_goes_at) };
}

type Sum = { table: string; rule: string; cause: Cause; rows: number; at: Date };

/** Locking deletes nothing: what is locked is among what is left. */
async function sumsSince(tx: Tx, organisation: string, since: Date): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    select table_name as table, rule, cause, sum(rows)::bigint as rows, max(at) as at
      from kernel.retention_ledger
     where organisation_id = ${organisation}::uuid and at >= ${since} and rule not like 'lock %'
     group by table_name, rule, cause order by table_name, cause, rule`.execute(tx);
  return rows;
}
