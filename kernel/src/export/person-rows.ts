import type { CatalogueTable } from "@terskel/platform/db";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Subject, TableDeclaration } from "../declare.ts";
import { expiresAt } from "../expiry.ts";
import { isAnyRestricted, isRestricted } from "../retention/restricted.ts";
import type { Scope } from "../scope.ts";
import { isAbout, quote, subjectsOf } from "../subject-path.ts";

type Tx = Transaction<unknown>;

/** A row that is about the person, and by which of the table's subjects it is. Times are ISO 8601, UTC. */
export type PersonRow = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly as: readonly Subject[];
  /** When it goes, where its rule names a time. */
  readonly goesAt: string | undefined;
  /** Somebody whom it is about is under restriction (Art. 18): then it goes no sooner than that ends. */
  readonly restricted: boolean;
};

/** Fewer at a time where a row carries a picture. */
const batchOf = ({ columns }: TableDeclaration) =>
  Object.values(columns).some(([label]) => label === "picture") ? 4 : 1_000;

/** A name for each cursor of a transaction: it goes with it. */
let cursors = 0;

const timesOf = ({ columns }: CatalogueTable) =>
  columns.filter(({ type }) => type === "timestamp with time zone").map(({ name }) => name);

/** The time by which rows are read, newest first: when it happened, else when it came to be. */
function orderOf(live: CatalogueTable): string | undefined {
  const times = timesOf(live);
  return ["at", "created_at"].find((name) => times.includes(name)) ?? times[0];
}

type Some = Pick<Scope, "withoutEmployers"> & {
  /** These columns and no others; absent: all of them. */
  readonly only?: readonly string[];
  /** Leaves out so many, the newest. */
  readonly from?: number;
  /** So many are fetched at a time. */
  readonly atOnce?: number;
};

/**
 * The rows of the table that are about the person the transaction is for, newest first, a batch at a time:
 * however many there are, few are in memory.
 */
export async function* personRows(
  tx: Tx,
  table: TableDeclaration,
  live: CatalogueTable,
  { withoutEmployers = false, only, from = 0, atOnce }: Some = {},
): AsyncGenerator<PersonRow> {
  const subjects = subjectsOf(table);
  const order = orderOf(live);
  const goes = expiresAt(table.keep);
  const restricted = goes && (await isAnyRestricted(tx)) ? isRestricted(table) : undefined;
  const about = subjects.map((subject) => isAbout(table, subject));
  // Where there is one way only, the row is about the person by it.
  const as =
    subjects.length === 1
      ? "null"
      : `array[${about.map((each) => `coalesce(${each}, false)`).join(", ")}]`;
  const times = timesOf(live);
  // Read as text: for many rows, making a date of each and a text of each date takes longer than reading.
  const columns = (only ?? Object.keys(table.columns)).map((column) =>
    times.includes(column) ? `${quote(column)}::text` : quote(column),
  );
  const cursor = `person_rows_${(cursors += 1)}`;
  const batch = atOnce ?? batchOf(table);
  await sql
    .raw(
      `set local timezone = 'UTC'; declare ${cursor} no scroll cursor for
       select ${columns.join(", ")}, ${as} as " as", (${goes ?? "null"})::text as " goes",
              coalesce(${restricted ?? "false"}, false) as " restricted"
         from ${quote(table.table)} where (${about.join(" or ")}) ${withoutEmployers ? notEmployers(table) : ""}
        ${order ? `order by ${quote(table.table)}.${quote(order)} desc` : ""} offset ${from}`,
    )
    .execute(tx);
  for (;;) {
    const { rows } = await sql.raw<Row>(`fetch ${batch} from ${cursor}`).execute(tx);
    for (const values of rows) {
      for (const time of times) if (time in values) values[time] = inIso(values[time]);
      const by = values[" as"];
      yield {
        values,
        as: by === null ? subjects : subjects.filter((_, at) => by[at]),
        goesAt: inIso(values[" goes"]) ?? undefined,
        restricted: values[" restricted"],
      };
    }
    if (rows.length < batch) break;
  }
}

const notEmployers = ({ columns }: TableDeclaration) =>
  Object.hasOwn(columns, "organisation_id")
    ? `and (organisation_id is null or organisation_id not in
        (select o.id from kernel.organisations o where o.kind = 'employer'))`
    : "";

type Row = {
  " as": boolean[] | null;
  " goes": string | null;
  " restricted": boolean;
} & Record<string, string | null>;

/** PostgreSQL's `2026-11-24 12:00:00.5+00` as ISO 8601. What is no such time (`infinity`) stays. */
const inIso = (time: string | null | undefined) =>
  time?.endsWith("+00") ? `${time.slice(0, 10)}T${time.slice(11, -3)}Z` : (time ?? null);
