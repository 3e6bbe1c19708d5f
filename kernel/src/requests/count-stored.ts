import type { Answer } from "@terskel/platform/contract";
import { sql } from "kysely";
import type { myData } from "../api/my-data.ts";
import type { Processing, TableDeclaration } from "../declare.ts";
import { expiresAt, isExpired } from "../expiry.ts";
import { keepText } from "../keep-text.ts";
import { labels } from "../labels.ts";
import type { Tx } from "./tx.ts";

type Stored = Answer<typeof myData>["places"][number]["stored"][number];

/** By which column a table knows since when it has a row. */
const since = ["created_at", "at", "received_at", "since", "updated_at"];

/**
 * How much of what is stored about the transaction's persons: at the organisation, or, without one, what
 * belongs to none. Row-level security shows no one else's rows.
 */
export async function countStored(
  tx: Tx,
  processings: readonly Processing[],
  organisation: string | undefined,
): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const table of processings.flatMap((p) => p.tables)) {
    const ofOrganisation = Object.hasOwn(table.columns, "organisation_id");
    if (!("subjects" in table) || ofOrganisation !== (organisation !== undefined)) continue;
    const counted = await count(tx, table, organisation);
    if (counted.records === 0) continue;
    stored.push({
      table: table.table,
      title: table.title,
      holds: holdsOf(table),
      records: counted.records,
      ...(counted.since ? { since: counted.since.toISOString() } : {}),
      keep: keepText(table.keep),
      ...(counted.past > 0 ? { keptPast: counted.past } : {}),
      ...(counted.until ? { until: counted.until.toISOString() } : {}),
      activities: [...new Set(Object.values(table.columns).flatMap(([, ...uses]) => uses))],
    });
  }
  return stored;
}

type Counted = { records: number; past: number; since: Date | null; until: Date | null };

async function count(tx: Tx, table: TableDeclaration, organisation: string | undefined) {
  const column = since.find((name) => Object.hasOwn(table.columns, name));
  const first = column ? sql`min(${sql.ref(column)})` : sql`null::timestamptz`;
  const [expires, expired] = [expiresAt(table.keep), isExpired(table) ?? "false"];
  const last = sql.raw(`max(${expires ?? "null::timestamptz"})`);
  const where = organisation ? sql`where organisation_id = ${organisation}` : sql``;
  // What is past its time and seen here is kept by a restriction.
  const { rows } = await sql<Counted>`
    select count(*) as records, count(*) filter (where ${sql.raw(expired)}) as past, ${first} as since,
           ${last} filter (where (${sql.raw(expired)}) is not true) as until
      from ${sql.table(table.table)} ${where}`.execute(tx);
  return rows[0] ?? { records: 0, past: 0, since: null, until: null };
}

/** Each kind of personal data in it once, in the order of the columns. */
const holdsOf = (table: TableDeclaration) =>
  [...new Set(Object.values(table.columns).map(([label]) => label))]
    .filter((label) => label !== "technical" && label !== "pseudonym" && label !== "time")
    .map((label) => labels[label].text);
