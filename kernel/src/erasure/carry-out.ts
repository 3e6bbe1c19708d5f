import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import { planned, plannedLocks } from "./planned.ts";
import type { Locked, Planned } from "./planned.ts";
import type { Cause } from "../retention/ledger.ts";
import type { TableErasure } from "./rules.ts";

type Tx = Transaction<unknown>;

/** Why an erasure happens, and in whose ledger it counts what belongs to no organisation, such as an account. */
export type Run = {
  readonly cause: Exclude<Cause, "retention">;
  readonly organisation?: string | undefined;
};

/** Locks rows that a law keeps, each once. What is done stands in the ledger by the same statement. */
export async function lockRows(
  tx: Tx,
  table: string,
  { law, where, until }: TableErasure["locks"][number],
  cause: Cause,
): Promise<Planned[]> {
  const { rows } = await sql<Locked>`
    with locked as (
      insert into kernel.locked_rows (table_name, row_id, organisation_id, law, until)
      select ${table}, id, organisation_id, ${law}, ${sql.raw(until)}
        from ${sql.table(table)} where ${sql.raw(where)}
      on conflict do nothing returning organisation_id, until
    ), entered as (
      insert into kernel.retention_ledger (organisation_id, table_name, rule, cause, rows)
      select organisation_id, ${table}, ${`lock ${law}`}, ${cause}, count(*) from locked group by 1
    )
    select o.country, count(*) as rows, max(l.until) as until
      from locked l join kernel.organisations o on o.id = l.organisation_id group by o.country`.execute(
    tx,
  );
  return plannedLocks(table, law, rows);
}

/** Erases what one table holds of the person. What is done stands in the ledger by the same statement. */
export async function carryOut(tx: Tx, erasure: TableErasure, run: Run): Promise<Planned[]> {
  const { table, deletes, unlinks } = erasure;
  const locks = [];
  for (const lock of erasure.locks) locks.push(...(await lockRows(tx, table, lock, run.cause)));
  const from = sql.table(table);
  const of = sql.raw(erasure.organisation ?? "null::uuid");
  const deleted = deletes
    ? await enter(
        tx,
        erasure,
        "delete",
        run,
        sql`delete from ${from} where ${sql.raw(deletes)} returning ${of}`,
      )
    : 0;
  const anonymised = await anonymise(tx, erasure, run);
  const unlinked = unlinks
    ? await enter(
        tx,
        erasure,
        "unlink",
        run,
        sql`select ${of} from ${from} where ${sql.raw(unlinks)}`,
      )
    : 0;
  return [
    ...locks,
    ...planned(table, "delete", deleted),
    ...planned(table, "anonymise", anonymised + unlinked),
  ];
}

async function anonymise(tx: Tx, erasure: TableErasure, run: Run): Promise<number> {
  const { anonymises, table } = erasure;
  if (anonymises.length === 0) return 0;
  const columns = [...new Set(anonymises.flatMap((each) => each.columns))];
  // A row may be about the person in two ways, or about two persons of whom one stays.
  const values = columns.map((column) => {
    const by = anonymises.filter((each) => each.columns.includes(column));
    const where = sql.raw(by.map((each) => each.where).join(" or "));
    return sql`${sql.ref(column)} = case when ${where} then null else ${sql.ref(column)} end`;
  });
  const where = sql.raw(anonymises.map((each) => each.where).join(" or "));
  const of = sql.raw(erasure.organisation ?? "null::uuid");
  const change = sql`update ${sql.table(table)} set ${sql.join(values)} where ${where} returning ${of}`;
  return await enter(tx, erasure, "anonymise", run, change);
}

/** Runs what gives the organisation of each row it touched, and enters it in the ledger. */
async function enter(
  tx: Tx,
  { table }: TableErasure,
  rule: string,
  { cause, organisation }: Run,
  change: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    with touched (organisation_id) as (${change}), entered as (
      insert into kernel.retention_ledger (organisation_id, table_name, rule, cause, rows)
      select coalesce(organisation_id, ${organisation ?? null}::uuid), ${table}, ${rule}, ${cause}, count(*)
        from touched group by 1
    )
    select count(*) as rows from touched`.execute(tx);
  return rows[0]?.rows ?? 0;
}
