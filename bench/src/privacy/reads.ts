import { sql, type RawBuilder, type Transaction } from "kysely";
import { quantile } from "../measure.ts";
import type { Database } from "./database.ts";
import type { Population } from "./population.ts";

type Tx = Transaction<unknown>;
export type Layout = "partitions" | "one table";

const PAGE = 100;
const ROUNDS = 300;
const WARM_UP = 20;
const last = sql`'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ${PAGE}::integer`;
const newest = sql`order by at desc, id desc limit ${PAGE}`;

/** A page as the product reads it: with the names of doors and persons. */
async function page(tx: Tx, passages: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql`
    select p.*, d.name as door_name, m.id as member_id, m.name as member_name
      from ${passages} p join access.doors d on d.id = p.door_id
      left join access.log_holders h on h.id = p.holder_id
      left join kernel.memberships m on m.id = h.member_id
     order by p.at desc, p.id desc`.execute(tx);
  return rows.length;
}

/** The last 100 passages of a door, by who administers it. */
export async function readDoor(
  { withContext }: Database,
  { id, organisation, administrator }: Population["doors"][number],
  layout: Layout,
): Promise<number> {
  const passages =
    layout === "partitions"
      ? sql`access.read_log(array[${id}::uuid], null, ${last})`
      : sql`(select * from bench.log where door_id = ${id}::uuid ${newest})`;
  const activity = "access.read-door-log";
  return await withContext({ activity, organisation, member: administrator }, async (tx: Tx) =>
    page(tx, passages),
  );
}

/** A person's own last 100 passages. */
export async function readPerson(
  { withContext }: Database,
  { id, organisation }: Population["members"][number],
  layout: Layout,
): Promise<number> {
  const activity = "access.read-own-log";
  return await withContext({ activity, organisation, member: id }, async (tx: Tx) => {
    const found = await sql<{ id: string }>`
      select id from access.log_holders where member_id = ${id}::uuid`.execute(tx);
    const holder = found.rows[0]?.id;
    return await page(
      tx,
      layout === "partitions"
        ? sql`access.read_log(null, ${holder}::uuid, ${last})`
        : sql`(select * from bench.log where holder_id = ${holder}::uuid ${newest})`,
    );
  });
}

/** Milliseconds of each, turn about, so that a busy machine is busy for both. */
export async function compare<T>(
  subjects: readonly T[],
  read: (subject: T, layout: Layout) => Promise<number>,
): Promise<Record<Layout, { p50Ms: number; p95Ms: number }>> {
  const took: Record<Layout, number[]> = { partitions: [], "one table": [] };
  for (const [round, subject] of subjects.slice(0, ROUNDS + WARM_UP).entries()) {
    const both: Layout[] = ["partitions", "one table"];
    const counts = [];
    for (const layout of round % 2 ? both : both.toReversed()) {
      const started = performance.now();
      counts.push(await read(subject, layout));
      if (round >= WARM_UP) took[layout].push(performance.now() - started);
    }
    if (counts[0] !== counts[1]) throw new Error(`The layouts disagree: ${counts.join(" and ")}`);
  }
  const of = (values: number[]) => ({
    p50Ms: quantile(values, 0.5),
    p95Ms: quantile(values, 0.95),
  });
  return { partitions: of(took.partitions), "one table": of(took["one table"]) };
}
