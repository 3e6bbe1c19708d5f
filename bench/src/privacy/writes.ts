import type { Pool } from "pg";
import { quantile } from "../measure.ts";

const BATCH = 5_000;

/**
 * What has gone with its partition is deleted from the one table, a batch a transaction, by its index; counted
 * by organisation for the ledger, as the partition is.
 */
export async function deleteExpired(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ until: Date }>(
    `select min(to_timestamp(substring(c.relname from '\\d+$')::bigint * 22 * 3600)) as until
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'access.passages'::regclass`,
  );
  for (;;) {
    const gone = await owner.query<{ passages: number }>(
      `with gone as (delete from bench.log where ctid = any (array(
         select ctid from bench.log where expires_at < $1 order by expires_at limit ${BATCH})) returning organisation_id)
       select organisation_id, count(*) as passages from gone group by 1`,
      [rows[0]?.until],
    );
    if (gone.rows.reduce((sum, { passages }) => sum + passages, 0) < BATCH) return;
  }
}

/** Nothing leads from the passages to the person any more. */
export const forget = async (owner: Pool, holder: string) =>
  owner.query("delete from access.log_holders where id = $1", [holder]);

export const anonymise = async (owner: Pool, holder: string) =>
  owner.query("update bench.log set holder_id = null where holder_id = $1", [holder]);

/** What the job does afterwards, when nobody waits for it. */
export async function sever(owner: Pool, holder: string): Promise<void> {
  for (;;) {
    const { rowCount } = await owner.query(
      `update access.passages p set holder_id = null
         from (select id, expires_at from access.passages where holder_id = $1 limit 2000) batch
        where p.id = batch.id and p.expires_at = batch.expires_at`,
      [holder],
    );
    if ((rowCount ?? 0) < 2000) return;
  }
}

/** All passages of one person out of each layout, as an export reads them: turn about, the median of five. */
export async function readAll(owner: Pool, holder: string) {
  const read = async (table: string) => {
    const started = performance.now();
    await owner.query(`select * from ${table} where holder_id = $1 order by at`, [holder]);
    return performance.now() - started;
  };
  const [ours, one]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    ours.push(await read("access.passages"));
    one.push(await read("bench.log"));
  }
  return { partitionsMs: quantile(ours, 0.5), oneTableMs: quantile(one, 0.5) };
}
