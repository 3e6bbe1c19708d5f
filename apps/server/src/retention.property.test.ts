import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createKernel } from "@terskel/kernel";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import * as fc from "fast-check";
import { processings } from "./compose.ts";
import { people, populate } from "./test-population.ts";
import type { Populated } from "./test-population.ts";

let database: TestDatabase;
let kernel: ReturnType<typeof createKernel>;
before(async () => {
  database = await createTestDatabase();
  kernel = createKernel(database.app, processings);
});
after(async () => await database.drop());

const tables = processings.flatMap((p) => p.tables);
/** By table, when a row goes: a column, and so many days after it. Passages go by the partition (keep-log.test.ts). */
const timed = new Map(
  tables.flatMap(({ table, keep }): [string, { column: string; days: number }][] => {
    if (keep.kind === "until" && keep.droppedBy) return [];
    if (keep.kind === "until") return [[table, { column: keep.column, days: 0 }]];
    if (keep.kind === "used") return [[table, { column: keep.until, days: 0 }]];
    return keep.kind === "period" ? [[table, { column: keep.after, days: keep.days }]] : [];
  }),
);

/** By table, what hangs on its rows and goes with them. */
const hanging = Map.groupBy(
  tables.flatMap(({ table, keep }) =>
    keep.kind === "with" ? [{ table, column: keep.column, on: keep.table }] : [],
  ),
  ({ on }) => on,
);

const day = 86_400;
/** When a row's time is up, in seconds from now; not within the minute that a run may take. */
const seconds = fc
  .oneof(
    fc.integer({ min: -400 * day, max: 400 * day }),
    fc.integer({ min: -2 * day, max: 2 * day }),
    fc.integer({ min: -3600, max: 3600 }),
  )
  .filter((n) => Math.abs(n) > 60);
const holds = fc.array(
  fc.record({
    at: fc.nat({ max: 1 }),
    /** Of one person only, if they are there. */
    of: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    table: fc.option(fc.constantFrom(...timed.keys()), { nil: undefined }),
    seconds,
  }),
  { maxLength: 3 },
);
/** Whose use is restricted: of one person as one organisation knows them, or of their account. */
const restrictions = fc.array(
  fc.record({ of: fc.nat({ max: 3 }), at: fc.option(fc.nat({ max: 1 }), { nil: undefined }) }),
  { maxLength: 2 },
);
type Hold = (typeof holds extends fc.Arbitrary<infer T> ? T : never)[number];
type Row = Readonly<Record<string, unknown>>;

async function read(table: string): Promise<Row[]> {
  const { rows } = await database.owner.query<{ row: Row }>(
    `select to_jsonb(t) || jsonb_build_object('ctid', t.ctid) as row from ${table} t order by t::text`,
  );
  return rows.map(({ row }) => row);
}
const plain = (rows: readonly Row[]) =>
  rows.map(({ ctid: _, ...row }) => JSON.stringify(row)).sort();

const trailDays = timed.get("kernel.request_trail")?.days ?? 0;

/** What people do not bring with them: letters, trail, ledger, and requests that are answered. */
async function addRest(organisations: readonly string[], [span = 0]: readonly number[]) {
  for (const organisation of organisations)
    await database.owner.query(
      // A step is never changed: it comes with its time.
      `insert into kernel.request_trail (at, organisation_id, request_number, kind, step, by_role)
         select now() + make_interval(secs => ${span - trailDays * day}) * (n % 2), '${organisation}', n, 'access', 'received', 'person'
           from generate_series(1, 2) n;
       insert into kernel.retention_ledger (at, organisation_id, table_name, rule, cause, rows)
         select now(), '${organisation}', 'old', 'until:x', 'erasure', 1 from generate_series(1, 2);
       insert into kernel.letters (request_number, sealed, expires_at) values (1, '\\x00', now());
       update kernel.requests set state = 'answered', decision = 'granted', answered_at = now()
        where organisation_id = '${organisation}'`,
    );
}

/** Gives every row that a time decides one of these; then it is up in so many seconds. */
async function spread(times: readonly number[]) {
  let next = 0;
  for (const [table, { column, days }] of timed) {
    if (table === "kernel.holds" || table === "kernel.request_trail") continue;
    for (const { ctid } of await read(table))
      await database.owner.query(
        `update ${table} set ${column} = now() + make_interval(secs => $1) where ctid = $2::tid`,
        [(times[next++ % times.length] ?? 0) - days * day, ctid],
      );
  }
}

const keysOf = ({ account, addresses, members }: Populated, at: number) =>
  [account, ...addresses, members[at]].filter((key) => key !== undefined);

/** Which persons of an organisation a hold is for: all, or the one. */
const heldAt = (hold: Hold, populated: readonly Populated[]) =>
  populated.filter(
    ({ members }, index) => members[hold.at] && (hold.of === undefined || hold.of === index),
  );

function covers(
  hold: Hold,
  table: string,
  row: Row,
  organisation: string,
  all: readonly Populated[],
) {
  if (hold.seconds < 0 || (hold.table !== undefined && hold.table !== table)) return false;
  const whose = row.organisation_id;
  // What belongs to no organisation is held with its person.
  if (whose !== undefined && whose !== organisation) return false;
  if (whose === organisation && hold.of === undefined) return true;
  const keys = new Set<unknown>(heldAt(hold, all).flatMap((person) => keysOf(person, hold.at)));
  return Object.values(row).some((value) => keys.has(value));
}

/** Writes the restrictions down that are of somebody who is there. @returns the keys of whom they keep */
async function restrict(
  wanted: readonly { of: number; at: number | undefined }[],
  organisations: readonly string[],
  all: readonly Populated[],
): Promise<Set<unknown>> {
  const keys = new Set<unknown>();
  for (const { of, at } of wanted) {
    const member = at === undefined ? undefined : all[of]?.members[at];
    const account = at === undefined ? all[of]?.account : undefined;
    if (!member && !account) continue;
    await database.owner.query(
      `insert into kernel.withholdings (organisation_id, member_id, person_id) values ($1, $2, $3)
         on conflict do nothing`,
      [member ? organisations[at ?? 0] : null, member ?? null, account ?? null],
    );
    // An account's holds for everything that its memberships have.
    const kept = member ? [member] : [account, ...(all[of]?.members ?? [])];
    for (const key of kept) if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** What retention writes down itself. */
const isOwn = (table: string, row: Row) =>
  table === "kernel.retention_ledger" && row.cause === "retention";

test("whoever the people are, retention takes what is past its time and under no hold of its organisation, of nobody under restriction, and nothing else", async () => {
  const times = fc.array(seconds, { minLength: 5, maxLength: 25 });
  let went = 0;
  await fc.assert(
    fc.asyncProperty(people, times, holds, restrictions, async (all, spans, wanted, limits) => {
      await database.owner.query(
        "delete from kernel.holds; delete from kernel.withholdings; truncate kernel.request_trail; delete from kernel.retention_ledger; delete from kernel.letters",
      );
      const { organisations, populated } = await populate(database, all);
      await addRest(organisations, spans);
      await spread(spans);
      const placed = wanted.filter(
        (hold) => heldAt(hold, populated).length > 0 || hold.of === undefined,
      );
      for (const { at, of, table, seconds: span } of placed)
        await database.owner.query(
          `insert into kernel.holds (organisation_id, member_id, table_name, reason, until)
             values ($1, $2, $3, 'A claim', now() + make_interval(secs => $4))`,
          [
            organisations[at],
            of === undefined ? null : populated[of]?.members[at],
            table ?? null,
            span,
          ],
        );
      const restricted = await restrict(limits, organisations, populated);
      const isRestricted = (row: Row) => Object.values(row).some((value) => restricted.has(value));
      const found = new Map<string, Row[]>();
      for (const { table } of tables) found.set(table, await read(table));
      const now = Date.now();
      const kept = new Set<Row>();
      const goes = new Set<Row>();
      for (const { table } of tables) {
        const rule = timed.get(table);
        const isOver = (row: Row) =>
          rule !== undefined &&
          typeof row[rule.column] === "string" &&
          Date.parse(row[rule.column] as string) + rule.days * day * 1000 <= now;
        const isHeld = (row: Row) =>
          table !== "kernel.holds" &&
          placed.some((hold) => covers(hold, table, row, organisations[hold.at] ?? "", populated));
        for (const row of found.get(table) ?? []) {
          if (isHeld(row) || isRestricted(row)) kept.add(row);
          if (isOver(row)) goes.add(row);
        }
      }
      const hangOn = (table: string, { id }: Row) =>
        (hanging.get(table) ?? []).flatMap((each) =>
          (found.get(each.table) ?? [])
            .filter((row) => row[each.column] === id)
            .map((row) => [each.table, row] as const),
        );
      const within = (table: string, row: Row): Row[] => [
        row,
        ...hangOn(table, row).flatMap(([its, one]) => within(its, one)),
      ];
      const gone = new Set<Row>();
      for (const [table, rows] of found)
        for (const row of rows) {
          const all = goes.has(row) ? within(table, row) : [];
          // What something keeps, keeps what it hangs on.
          if (!all.some((each) => kept.has(each))) for (const each of all) gone.add(each);
        }
      went += gone.size;
      await kernel.runRetention();
      for (const { table } of tables) {
        const left = await read(table);
        const others = left.filter((row) => !isOwn(table, row));
        const stays = (found.get(table) ?? []).filter((row) => !gone.has(row));
        assert.deepEqual(plain(others), plain(stays), table);
      }
    }),
    { numRuns: 10 },
  );
  assert.ok(went > 10, `only ${went} rows went`);
});
