import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const pieceMs = 22 * hourMs;

let database: TestDatabase;
before(async () => (database = await createTestDatabase()));
after(async () => database.drop());

type Bounds = { name: string; from: Date; to: Date };

/** In the order of time. */
async function partitions(): Promise<Bounds[]> {
  const { rows } = await database.owner.query<{ name: string; ends: [Date, Date] }>(`
    select c.relname as name, array(select m[1]::timestamptz
             from regexp_matches(pg_get_expr(c.relpartbound, c.oid), '\\(''(.+?)''\\)', 'g') m) as ends
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'access.passages'::regclass`);
  return rows
    .map(({ name, ends: [from, to] }) => ({ name, from, to }))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
}

const lengthOf = ({ from, to }: Bounds) => to.getTime() - from.getTime();

async function make(days: number): Promise<void> {
  await database.owner.query("select access.make_log_partitions($1)", [days]);
}

test("two that need the same partitions in the same moment both get them", async () => {
  const { owner } = database;
  const [first, second] = [await owner.connect(), await owner.connect()];
  try {
    for (const each of [first, second]) await each.query("begin");
    await first.query("select access.make_log_partitions(30)");
    // Finds that there are none, and waits for the one who makes them.
    const waiting = second.query<{ made: number }>("select access.make_log_partitions(30) as made");
    await setTimeout(200);
    await first.query("commit");
    assert.equal((await waiting).rows[0]?.made, 0);
    await second.query("commit");
  } finally {
    for (const each of [first, second]) each.release(true);
  }
});

test("of what is far the pieces are split off whose time has come near, with all they hold", async () => {
  const { owner } = database;
  // As it stands once a part of the time has passed: what was far ahead begins within the year.
  const first = (await partitions()).at(-1)!.to.getTime() / pieceMs;
  await owner.query(`
    create table access_partitions.passages_far_${first}_${first + 3} partition of access.passages
      for values from (to_timestamp(${(first * pieceMs) / 1000})) to (to_timestamp(${((first + 3) * pieceMs) / 1000}))`);
  const passages = Array.from({ length: 60 }, (_, n) => ({
    id: randomUUID(),
    expires_at: new Date(first * pieceMs + n * 1.1 * hourMs),
    piece: `passages_${first + Math.floor((n * 1.1) / 22)}`,
  }));
  const client = await owner.connect();
  try {
    await client.query("select set_config('terskel.activity', 'access.run-controllers', false)");
    await client.query(
      `insert into access.passages (id, organisation_id, door_id, at, credential, outcome, reason, expires_at)
         select id, gen_random_uuid(), gen_random_uuid(), now(), 'card', 'opened', 'granted', expires_at
           from json_to_recordset($1) r (id uuid, expires_at timestamptz)`,
      [JSON.stringify(passages)],
    );
    const split: boolean[] = [];
    do {
      const { rows } = await client.query<{ done: boolean }>(
        "select access.split_log_partition() as done",
      );
      split.push(rows[0]!.done);
    } while (split.at(-1) && split.length < 10);
    assert.deepEqual(split, [true, true, true, false]);
    const { rows } = await client.query(
      "select id, expires_at, tableoid::regclass::text as piece from access.passages order by expires_at",
    );
    assert.deepEqual(
      rows,
      passages.map((each) => ({ ...each, piece: `access_partitions.${each.piece}` })),
    );
  } finally {
    client.release(true);
  }
  // Each has the indexes of the whole, and is asked for what is in it and nothing else.
  const { rows: indexes } = await owner.query<{ n: number }>(`
    select distinct (select count(*)::integer from pg_index x join pg_inherits h on h.inhrelid = x.indexrelid
                      where x.indrelid = i.inhrelid and x.indisvalid) as n
      from pg_inherits i where i.inhparent = 'access.passages'::regclass`);
  const { rows: wanted } = await owner.query<{ n: number }>(
    "select count(*)::integer as n from pg_index where indrelid = 'access.passages'::regclass",
  );
  assert.deepEqual(indexes, wanted);
  const { rows: constraints } = await owner.query(
    "select conname from pg_constraint where conname = 'bounds'",
  );
  assert.deepEqual(constraints, []);
});

test("what expires within ten years has one partition to lie in; for a year ahead it is of 22 hours", async () => {
  for (const days of [1, 3650, 14, 365]) {
    await make(days);
    const made = await partitions();
    const now = Date.now();
    assert.ok(made[0]!.from.getTime() <= now);
    for (const [at, each] of made.slice(1).entries()) assert.deepEqual(each.from, made[at]!.to);
    const far = made.findIndex((each) => lengthOf(each) !== pieceMs);
    if (days === 1) {
      assert.equal(far, -1);
      continue;
    }
    assert.ok(made.at(-1)!.to.getTime() > now + 3652 * dayMs);
    assert.ok(made[far]!.from.getTime() > now + 369 * dayMs);
    assert.ok(made.slice(far).every((each) => lengthOf(each) === 32 * pieceMs));
    assert.ok(made.length < 550, `${made.length} partitions`);
  }
});
