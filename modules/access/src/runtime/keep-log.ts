import { recordGone } from "@terskel/kernel";
import { defineJob, type Job } from "@terskel/platform/jobs";
import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { lockLogs, type LogChoice } from "./log.ts";

type Ports = Pick<AccessPorts, "withContext" | "now" | "log">;

const context = { activity: "kernel.retention" };

/** So many rows a transaction: writers of the door's log wait for it. */
const BATCH = 2_000;

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
        // Last: readers may keep it waiting, and what is over is not to wait with it.
        await splitPartitions(ports);
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

type Gone = { readonly organisation_id: string | null; readonly passages: number };

/** What went stands in the kernel's ledger. */
async function enter(tx: Tx, at: Date, gone: readonly Gone[]): Promise<void> {
  const entries = gone.map(({ organisation_id: organisation, passages: rows }) => ({
    table: "access.passages",
    rule: "until:expires_at",
    organisation,
    rows,
  }));
  await recordGone(tx, { at, cause: "retention" }, entries);
}

export async function makePartitions({ withContext }: Ports): Promise<void> {
  await withContext(context, async (tx: Tx) => {
    await sql`select access.make_log_partitions()`.execute(tx);
  });
}

/** What is far ahead lies together until its time is near. A piece in a transaction of its own. */
async function splitPartitions({ withContext }: Ports): Promise<void> {
  for (let more = true; more;) {
    more = await withContext(context, async (tx: Tx) => {
      const { rows } = await sql<{ done: boolean }>`
        select access.split_log_partition() as done`.execute(tx);
      return rows[0]?.done ?? false;
    });
  }
}

/** Each in a transaction of its own: readers wait for one at most. */
export async function dropPartitions({ withContext, log, now }: Ports): Promise<void> {
  for (;;) {
    const rows = await withContext(context, async (tx: Tx) => {
      const dropped = await sql<Gone>`select * from access.drop_log_partition()`.execute(tx);
      await enter(tx, now(), dropped.rows);
      return dropped.rows;
    });
    if (rows.length === 0) return;
    const passages = rows.reduce((sum, row) => sum + row.passages, 0);
    log.info({ passages }, "a part of the log was past its time, and is gone");
  }
}

/**
 * Gives a door's passages the time that its interval gives them now, newest first, and takes their names away where
 * the log names nobody. What is past its time goes; what had expired before the change goes too. Safe to run twice, and to be cut off.
 */
async function restamp({ withContext, now }: Ports, door: string): Promise<void> {
  let [from, done]: [Date | undefined, LogChoice | undefined] = [undefined, undefined];
  for (;;) {
    const batch = await withContext(context, async (tx: Tx) => {
      const choice = (await lockLogs(tx, [door])).get(door);
      // Changed again meanwhile: from the beginning, with the newest choice.
      const before = isSame(choice, done) ? from : undefined;
      return await restampBatch(tx, { door, choice, before, now: now() });
    });
    if (!batch) return;
    [from, done] = [batch.from, batch.choice];
  }
}

const isSame = (one: LogChoice | undefined, other: LogChoice | undefined) =>
  one?.days === other?.days && one?.mode === other?.mode;

type Batch = {
  door: string;
  choice: LogChoice | undefined;
  before: Date | undefined;
  now: Date;
};

/** @returns where the next begins; undefined: there is none */
async function restampBatch(tx: Tx, { door, choice, before, now }: Batch) {
  const change = await tx
    .selectFrom("access.log_changes")
    .select("gone_until")
    .where("door_id", "=", door)
    .executeTakeFirst();
  if (!change || choice === undefined) return undefined;
  const until = before ?? "infinity";
  const { rows } = await sql<{ at: Date }>`
    select at from access.passages where door_id = ${door}::uuid and at < ${until}::timestamptz
     order by at desc offset ${BATCH - 1} limit 1`.execute(tx);
  const from = rows[0]?.at;
  const interval = sql`make_interval(hours => 24 * ${choice.days}::integer)`;
  const some = sql`door_id = ${door}::uuid and at < ${until}::timestamptz
    and at >= ${from ?? "-infinity"}::timestamptz`;
  const overtaken = sql`at <= greatest(${now}::timestamptz - ${interval}, ${change.gone_until}::timestamptz)`;
  const { rows: gone } = await sql<Gone>`
    with gone as (
      delete from access.passages p where ${some} and ${overtaken} and not coalesce(access.is_held(p), false)
      returning organisation_id)
    select organisation_id, count(*) as passages from gone group by 1`.execute(tx);
  await enter(tx, now, gone);
  await sql`select set_config('terskel.moves', 'on', true)`.execute(tx);
  // What is left of the overtaken is under a legal hold: over now, and not again visible.
  await sql`update access.passages set expires_at = ${now}::timestamptz
    where ${some} and ${overtaken} and expires_at > ${now}::timestamptz`.execute(tx);
  await sql`update access.passages set expires_at = at + ${interval}
    where ${some} and not ${overtaken} and expires_at <> at + ${interval}`.execute(tx);
  if (choice.mode !== "personal") await unname(tx, some, now);
  await sql`select set_config('terskel.moves', 'off', true)`.execute(tx);
  if (from) return { from, choice };
  await tx.deleteFrom("access.log_changes").where("door_id", "=", door).execute();
  return undefined;
}

/** Takes the names away. What is under a legal hold keeps its own and is over now, so that it is not visible again. */
async function unname(tx: Tx, some: RawBuilder<unknown>, now: Date): Promise<void> {
  await sql`update access.passages p set holder_id = null
    where ${some} and holder_id is not null and not coalesce(access.is_held(p), false)`.execute(tx);
  await sql`update access.passages set expires_at = ${now}::timestamptz
    where ${some} and holder_id is not null and expires_at > ${now}::timestamptz`.execute(tx);
}

/** What an unknown person did is cut apart, so that it is nobody's (GDPR recital 26). */
async function sever({ withContext }: Ports, holder: string): Promise<void> {
  for (;;) {
    const { numAffectedRows = 0n } = await withContext(context, async (tx: Tx) =>
      sql`update access.passages p set holder_id = null
            from (select id, expires_at from access.passages
                   where holder_id = ${holder}::uuid limit ${BATCH}) batch
           where p.id = batch.id and p.expires_at = batch.expires_at`.execute(tx),
    );
    if (numAffectedRows < BigInt(BATCH)) return;
  }
}
