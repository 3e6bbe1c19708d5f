import { sql } from "kysely";
import type { Context } from "@terskel/kernel";
import type { Answer } from "@terskel/platform/contract";
import type { livePassages } from "../api/passages.ts";
import type { AccessPorts } from "../ports.ts";
import { administeredDoors } from "../administration.ts";
import type { Caller } from "../administration.ts";
import { readOrders, toOrder } from "../orders/read.ts";
import type { Tx } from "../tx.ts";
import { anyOf, readBelonging, selectHeldDoors } from "./access-rows.ts";
import { ALWAYS, findPassages, type PassageRow } from "./log.ts";
import { selectPassages, toPassage } from "./passages.ts";
import type { News } from "./pending.ts";

export type LiveEvent = Answer<typeof livePassages>;
type LockEvent = Extract<LiveEvent, { event: "lock" }>;
type Ports = Pick<AccessPorts, "withContext" | "now">;
type Reader = Context & { readonly organisation: string; readonly member: string };

/** `received_at` is set when a transaction begins; it may be seen this much later, when it commits. */
const COMMIT_WITHIN_MS = 60_000;
const PAGE = 100;
const SPAN_MS = 7 * 24 * 3600 * 1000;

/**
 * What is new, as far as the listener may see it: passages by row-level security (their own, or of doors
 * they administer), locks of the doors they have access to, alarms of those that they administer.
 */
export async function* readNews(
  { withContext, now }: Ports,
  context: Reader,
  news: News,
): AsyncGenerator<LiveEvent, void> {
  const { organisation } = context;
  const ids = [...news.passages];
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = ids.slice(from, from + PAGE);
    yield* await withContext(context, async (tx: Tx) =>
      readPassages(tx, organisation, some, news.from ?? ALWAYS),
    );
  }
  if (news.since) yield* readSince({ withContext, now }, context, news.since);
  yield* await withContext(context, async (tx: Tx) => readAlarms(tx, context, news));
  if (news.doors.size === 0 && !news.since) return;
  const doors = news.since ? undefined : [...news.doors];
  yield* await withContext(context, async (tx: Tx) => readLocks(tx, context, now(), doors));
}

async function readPassages(
  tx: Tx,
  organisation: string,
  ids: readonly string[],
  from: Date,
): Promise<LiveEvent[]> {
  const rows = await selectPassages(tx, findPassages(ids, from))
    .orderBy("p.received_at")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ event: "passage", organisation, passage: toPassage(row) }));
}

/** Everything that came in since then: a page at a time, of a week at a time, of few partitions at a time. */
async function* readSince(
  { withContext, now }: Ports,
  context: Reader,
  since: Date,
): AsyncGenerator<LiveEvent, void> {
  const received = new Date(since.getTime() - COMMIT_WITHIN_MS);
  const oldestMs = await withContext(context, longestKept);
  const latestMs = now().getTime() + SPAN_MS;
  for (let toMs = latestMs; toMs > latestMs - SPAN_MS - oldestMs; toMs -= SPAN_MS) {
    let after: [Date, string] = [received, "00000000-0000-0000-0000-000000000000"];
    for (;;) {
      const rows = await withContext(context, async (tx: Tx) =>
        selectPassages(tx, receivedSince(after, new Date(toMs - SPAN_MS), new Date(toMs)))
          .orderBy("p.received_at")
          .orderBy("p.id")
          .execute(),
      );
      const { organisation } = context;
      for (const row of rows) yield { event: "passage", organisation, passage: toPassage(row) };
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      after = [last.received_at, last.id];
    }
  }
}

const receivedSince = ([at, id]: [Date, string], from: Date, to: Date) =>
  sql<PassageRow>`access.received_since(${at}::timestamptz, ${id}::uuid, ${from}::timestamptz,
    ${to}::timestamptz, ${PAGE}::integer)`;

async function longestKept(tx: Tx): Promise<number> {
  const { rows } = await sql<{ days: number | null }>`
    select max(day) as days from unnest(access.log_days_borne(null)) day`.execute(tx);
  return (rows[0]?.days ?? 0) * 24 * 3600 * 1000;
}

/** At which of the doors that the listener administers there is something to read of alarms. */
async function readAlarms(tx: Tx, reader: Reader, { alarms, since }: News): Promise<LiveEvent[]> {
  if (alarms.size === 0 && !since) return [];
  // As they are now: they may be no administrator any more.
  const caller = await tx
    .selectFrom("kernel.memberships")
    .select("id as member")
    .select((eb) => eb.ref("role").$castTo<Caller["role"]>().as("role"))
    .where("id", "=", reader.member)
    .executeTakeFirst();
  if (!caller) return [];
  const rows = await tx
    .selectFrom("access.doors as d")
    .select("d.id")
    .where("d.id", "in", administeredDoors(caller))
    .where((eb) =>
      eb.or([
        eb("d.id", "=", anyOf([...alarms])),
        ...(since ? [eb("d.id", "in", toldSince(tx, since))] : []),
      ]),
    )
    .execute();
  const { organisation } = reader;
  return rows.map(({ id }) => ({ event: "alarm", organisation, door: id }));
}

const toldSince = (tx: Tx, since: Date) => {
  const from = new Date(since.getTime() - COMMIT_WITHIN_MS);
  return tx
    .selectFrom("access.door_alarms")
    .select("door_id")
    .where((eb) =>
      eb.or([
        eb("received_at", ">=", from),
        eb("ended_at", ">=", from),
        eb("acknowledged_at", ">=", from),
      ]),
    );
};

/** A lock tells when somebody passes, so it is shown only to those with access to the door. */
async function readLocks(
  tx: Tx,
  { organisation, member }: Reader,
  at: Date,
  doors: readonly string[] | undefined,
): Promise<LockEvent[]> {
  const held = selectHeldDoors(tx, member, await readBelonging(tx, member), at);
  const rows = await tx
    .selectFrom("access.doors as d")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .select(["d.id", "d.lock", "d.position", "c.online"])
    .where("d.id", "in", held)
    .$if(doors !== undefined, (some) => some.where("d.id", "=", anyOf(doors ?? [])))
    .execute();
  const orders = new Map(
    (await readOrders(tx, rows, at)).map((row) => [row.door_id, toOrder(row)]),
  );
  const orderOf = (door: string) => {
    const order = orders.get(door);
    return order ? { order } : {};
  };
  return rows.map((row) => ({
    event: "lock",
    organisation,
    door: row.id,
    lock: row.lock as LockEvent["lock"],
    position: row.position as LockEvent["position"],
    online: row.online ?? false,
    ...orderOf(row.id),
  }));
}
