import { defineJob, type Job } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { lockLogs } from "./log.ts";

type Ports = Pick<AccessPorts, "withContext" | "now" | "log">;

const context = { activity: "kernel.retention" };

/** So many rows a transaction: writers of the door's log wait for it. */
const BATCH = 2_000;

/** A partition's, as modules/access/sql makes them. */
const WIDTH_S = 22 * 3600;

/** What keeps the log for as long as each door's interval says, and no longer (C5). */
export function logJobs(ports: Ports): readonly Job[] {
  return [
    defineJob({
      name: "access.log-partitions",
      // A partition holds 22 hours: the first of it is gone within 24, with tries to spare.
      cron: "*/10 * * * *",
      payload: z.looseObject({}),
      run: async () => {
        await makePartitions(ports);
        await dropPartitions(ports);
      },
    }),
    defineJob({
      name: "access.restamp-log",
      payload: z.strictObject({ door: z.uuid() }),
      run: async ({ door }) => restamp(ports, door),
    }),
    defineJob({
      name: "access.sever-log",
      payload: z.strictObject({ holder: z.uuid() }),
      run: async ({ holder }) => sever(ports, holder),
    }),
  ];
}

export async function makePartitions({ withContext }: Ports): Promise<void> {
  await withContext(context, async (tx: Tx) => {
    await sql`select access.make_log_partitions()`.execute(tx);
  });
}

/**
 * Drops what is over, each partition in a transaction of its own: readers wait for one at most. What went
 * stands in the ledger; what a legal hold keeps was put aside before, and goes when none keeps it any more.
 */
export async function dropPartitions({ withContext }: Ports): Promise<void> {
  for (;;) {
    const dropped = await withContext(context, dropOldest);
    if (!dropped) break;
  }
  await withContext(context, async (tx: Tx) => {
    await sql`delete from access.held_passages h
      where access.held_until(row(h.id, h.organisation_id, h.door_id, h.holder_id, h.at, h.received_at,
        h.credential, h.outcome, h.reason, h.expires_at)::access.passages) is null`.execute(tx);
  });
}

async function dropOldest(tx: Tx): Promise<boolean> {
  const found = await sql<{ n: number | null }>`
    select access.expired_log_partition() as n`.execute(tx);
  const n = found.rows[0]?.n ?? null;
  if (n === null) return false;
  const gone = await sql<Gone>`
    select * from access.clear_log_partition(${n}::integer)`.execute(tx);
  await enter(tx, gone.rows);
  await sql`select access.drop_log_partition(${n}::integer)`.execute(tx);
  return true;
}

type Gone = { organisation_id: string; passages: number };

/** Into the ledger, which tells no more than how many. */
async function enter(tx: Tx, gone: readonly Gone[]): Promise<void> {
  const rows = gone.filter(({ passages }) => passages > 0);
  if (rows.length === 0) return;
  await tx
    .insertInto("kernel.retention_ledger")
    .values(
      rows.map(({ organisation_id, passages }) => ({
        organisation_id,
        table_name: "access.passages",
        rule: "until expires_at",
        cause: "retention",
        rows: passages,
      })),
    )
    .execute();
}

/**
 * Gives a door's passages the time that its interval gives them now, newest first. What is past it goes;
 * what had expired before the change goes too. Safe to run twice, and to be cut off.
 */
async function restamp({ withContext, now }: Ports, door: string): Promise<void> {
  let [from, days]: [Date | undefined, number | undefined] = [undefined, undefined];
  for (;;) {
    const batch = await withContext(context, async (tx: Tx) => {
      const logDays = (await lockLogs(tx, [door])).get(door);
      // Changed again meanwhile: from the beginning, with the newest interval.
      const before = logDays === days ? from : undefined;
      return await restampBatch(tx, { door, logDays, before, now: now() });
    });
    if (!batch) return;
    [from, days] = [batch.from, batch.days];
  }
}

type Batch = { door: string; logDays: number | undefined; before: Date | undefined; now: Date };

/** @returns where the next begins; undefined: there is none */
async function restampBatch(tx: Tx, { door, logDays, before, now }: Batch) {
  const change = await tx
    .selectFrom("access.log_changes")
    .select("gone_until")
    .where("door_id", "=", door)
    .executeTakeFirst();
  if (!change || logDays === undefined) return undefined;
  const until = before ?? "infinity";
  const { rows } = await sql<{ at: Date }>`
    select at from access.passages where door_id = ${door}::uuid and at < ${until}::timestamptz
     order by at desc offset ${BATCH - 1} limit 1`.execute(tx);
  const from = rows[0]?.at;
  const interval = sql`make_interval(hours => 24 * ${logDays}::integer)`;
  const some = sql`door_id = ${door}::uuid and at < ${until}::timestamptz
    and at >= ${from ?? "-infinity"}::timestamptz`;
  await sql`delete from access.passages where ${some}
    and at <= greatest(${now}::timestamptz - ${interval}, ${change.gone_until}::timestamptz)`.execute(
    tx,
  );
  await sql`update access.passages set expires_at = at + ${interval}
    where ${some} and expires_at <> at + ${interval}`.execute(tx);
  if (from) return { from, days: logDays };
  await tx.deleteFrom("access.log_changes").where("door_id", "=", door).execute();
  return undefined;
}

/**
 * What an unknown person did is cut apart, so that it is nobody's (GDPR recital 26): a partition's width of
 * expiry at a time, or each statement would be planned for all partitions.
 */
async function sever({ withContext }: Ports, holder: string): Promise<void> {
  const widths = await withContext(context, async (tx: Tx) =>
    sql<{ from: Date; to: Date }>`
      select distinct to_timestamp(n * ${WIDTH_S}) as from, to_timestamp((n + 1) * ${WIDTH_S}) as to
        from (select floor(extract(epoch from expires_at) / ${WIDTH_S})::float8 as n
                from access.passages where holder_id = ${holder}::uuid) some`.execute(tx),
  );
  for (const { from, to } of widths.rows) {
    await withContext(context, async (tx: Tx) => {
      await sql`update access.passages set holder_id = null where holder_id = ${holder}::uuid
        and expires_at >= ${from}::timestamptz and expires_at < ${to}::timestamptz`.execute(tx);
    });
  }
  await withContext(context, async (tx: Tx) => {
    await tx
      .updateTable("access.held_passages")
      .set({ holder_id: null })
      .where("holder_id", "=", holder)
      .execute();
  });
}
