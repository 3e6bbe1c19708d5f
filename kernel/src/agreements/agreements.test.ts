import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { keysFrom } from "@terskel/platform/keys";
import { createLog } from "@terskel/platform/log";
import type { Mail } from "@terskel/platform/mail";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import {
  account,
  furnish,
  house,
  kari,
  kariThere,
  ola,
  other,
  portsOf,
} from "../erasure/test-house.ts";
import { createEraser } from "../tombstones/eraser.ts";
import { clockJobs } from "./clock.ts";
import { datesOf } from "./end.ts";
import { planEnd } from "./plan.ts";
import type { AgreementPorts } from "./ports.ts";
import { readReport } from "./report.ts";

let database: TestDatabase;
let folder: string;
let ports: AgreementPorts;
const sent: Mail[] = [];
/** Whose lists were made anew. */
const changed: string[] = [];

before(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "terskel-agreements-"));
  ports = {
    ...portsOf(database, folder),
    keys: keysFrom(Buffer.alloc(32, 3)),
    log: createLog("silent"),
    sendMail: async (mail) => void sent.push(await Promise.resolve(mail)),
    now: () => new Date(),
    publicUrl: new URL("http://localhost:1/"),
    account: async () => await Promise.resolve(undefined),
    usableChanged: async (_tx, organisation) =>
      void changed.push(await Promise.resolve(organisation)),
  };
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await furnish(database);
  await database.owner.query("delete from kernel.ended_agreements");
  changed.splice(0);
});

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await database.owner.query<Row>(text, values)).rows;
const end = async (ended: string, goes: string, organisation = house) =>
  await query(
    `update kernel.organisations set agreement_ends_at = now() - $2::interval,
       data_goes_at = now() - $3::interval where id = $1`,
    [organisation, ended, goes],
  );
const job = async (name: string) =>
  await clockJobs(ports)
    .find((each) => each.name === name)
    ?.run({});
const tick = async () => await job("kernel.end-agreements");
const tickHourly = async () => await job("kernel.clear-ended-agreements");
const tables = [
  "kernel.organisations",
  "kernel.memberships",
  "shop.receipts",
  "shop.cards",
  "shop.visits",
  "shop.notes",
];
const everything = async () => {
  const found: Record<string, unknown> = {};
  for (const table of tables) found[table] = await query(`select * from ${table} order by id`);
  return found;
};
const left = async (table: string, organisation = house) =>
  (
    await query<{ n: number }>(
      `select count(*)::int as n from ${table} where ${table === "kernel.organisations" ? "id" : "organisation_id"} = $1`,
      [organisation],
    )
  )[0]?.n;
const ledger = async () =>
  (
    await query<{ what: string }>(
      `select format('%s %s %s %s', table_name, rule, cause, sum(rows)) as what
         from kernel.retention_ledger where organisation_id = $1 group by table_name, rule, cause order by 1`,
      [house],
    )
  ).map(({ what }) => what);
const report = async () =>
  await readReport(ports, { activity: "kernel.administer-organisations" }, house);

test("nothing goes before its time: not while the agreement runs, and not between its end and the agreed date", async () => {
  const before = await everything();
  await tick();
  await end("-1 hour", "-2 hours");
  await tick();
  assert.deepEqual(changed, []);
  await end("1 hour", "-1 hour");
  await tick();
  await tick();
  await tickHourly();
  assert.deepEqual(changed, [house], "the doors' lists are made anew once");
  const { "kernel.organisations": ours, ...rows } = await everything();
  const { "kernel.organisations": theirs, ...rowsBefore } = before;
  assert.equal((ours as unknown[]).length, (theirs as unknown[]).length);
  assert.deepEqual(rows, rowsBefore);
});

test("at its time everything of the organisation goes but what law keeps, and nothing of another's", async () => {
  await end("2 hours", "1 hour");
  const others = async () => {
    const found: unknown[] = [];
    for (const table of tables.slice(1))
      found.push(
        await query(`select * from ${table} where organisation_id = $1 order by id`, [other]),
      );
    return found;
  };
  const before = await others();
  const planned = await planEnd(ports, { id: house, country: "NO" });
  await tick();
  for (const table of ["kernel.memberships", "shop.cards", "shop.visits", "shop.notes"])
    assert.equal(await left(table), 0, table);
  assert.equal(await left("shop.receipts"), 2, "this year's, one a person");
  assert.equal(await left("kernel.organisations"), 1, "as long as something hangs on it");
  assert.deepEqual(await others(), before);
  const found = await report();
  assert.deepEqual(
    found.left.map(({ table, does, rows, article }) => [table, does, rows, article]),
    [["shop.receipts", "lock", 2, "bokføringsloven § 13"]],
  );
  const gone = (table: string) => found.deleted.find((each) => each.table === table)?.rows;
  for (const { table, does, rows } of planned)
    if (does === "delete") assert.equal(gone(table), rows, table);
  assert.ok(found.goneAt);
});

test("what law keeps is locked away, goes when its time is up, and the organisation's row with it", async () => {
  await end("2 hours", "1 hour");
  await tick();
  assert.equal(await left("kernel.locked_rows"), 2);
  // As if seven years had passed.
  await query("update shop.receipts set paid_at = paid_at - interval '9 years'");
  await query("update kernel.locked_rows set until = until - interval '9 years'");
  await tickHourly();
  for (const table of [...tables, "kernel.locked_rows"]) assert.equal(await left(table), 0, table);
  assert.deepEqual((await report()).left, []);
});

test("a second run changes nothing and writes no tombstone", async () => {
  await end("2 hours", "1 hour");
  await tick();
  const [rows, entries] = [await everything(), await ledger()];
  const bytes = () =>
    readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const written = bytes();
  await tick();
  await tickHourly();
  assert.deepEqual(await everything(), rows);
  assert.deepEqual(await ledger(), entries);
  assert.equal(bytes(), written);
});

describe("a hold", () => {
  const hold = async (member: string | null, table: string | null) =>
    await query(
      `insert into kernel.holds (organisation_id, member_id, table_name, reason, until)
       values ($1, $2, $3, 'A claim', now() + interval '1 hour')`,
      [house, member, table],
    );

  test("on the organisation keeps all of it, and the report says so", async () => {
    const before = await everything();
    await hold(null, null);
    await end("2 hours", "1 hour");
    await tick();
    const { "kernel.organisations": _ours, ...rows } = await everything();
    const { "kernel.organisations": _before, ...rowsBefore } = before;
    assert.deepEqual(rows, rowsBefore);
    const found = await report();
    assert.ok(
      found.left.some(({ table, does }) => table === "shop.notes" && does === "kept-by-hold"),
    );
  });

  test("on one person keeps theirs and lets the others go; lifted, theirs go", async () => {
    // What Kari wrote about Ola would keep her too.
    await query("delete from shop.notes where about <> author");
    await hold(ola, null);
    await end("2 hours", "1 hour");
    await tick();
    const members = async () =>
      (await query<{ id: string }>("select id from kernel.memberships order by id")).map(
        ({ id }) => id,
      );
    assert.deepEqual(await members(), [ola, kariThere]);
    assert.equal(await left("shop.visits"), 3);
    await query("delete from kernel.holds");
    await tickHourly();
    assert.deepEqual(await members(), [kariThere]);
    assert.equal(await left("shop.visits"), 0);
    assert.ok(
      (await ledger()).some((line) =>
        /^shop\.visits while:agreement agreement-ended 6$/.test(line),
      ),
    );
  });
});

test("what an account's restriction hides does not go unseen with the organisation; lifted, it goes", async () => {
  await query("insert into kernel.withholdings (person_id) values ($1)", [account]);
  await query("delete from shop.receipts where member_id <> $1", [kari]);
  await end("2 hours", "1 hour");
  await tick();
  await tickHourly();
  assert.equal(await left("kernel.organisations"), 1);
  assert.equal(
    await left("shop.receipts"),
    2,
    "what a law keeps, and what it kept, is still there",
  );
  await query("delete from kernel.withholdings");
  await tickHourly();
  assert.equal(await left("shop.receipts"), 1, "this year's");
  assert.equal(await left("kernel.memberships"), 0);
});

test("whose agreement has ended is in no result of any activity but what is still owed for the data", async () => {
  const seen = async (activity: string) =>
    await ports.withContext<{ "shop.notes": { said: string } }, number>(
      { activity, organisation: house },
      async (tx) => (await tx.selectFrom("shop.notes").selectAll().execute()).length,
    );
  assert.equal(await seen("shop.sell"), 4);
  await end("1 second", "-1 hour");
  assert.equal(await seen("shop.sell"), 0);
  assert.equal(await seen("kernel.retention"), 5);
});

test("in a database from before the end, the organisation goes again", async () => {
  await createEraser(ports)({ kind: "organisation", id: house });
  assert.equal(await left("kernel.memberships"), 0);
  assert.equal(await left("kernel.memberships", other), 1);
  assert.ok((await ledger()).every((line) => /restore \d+$/.test(line)));
  assert.deepEqual(await query("select id from kernel.memberships where id = $1", [kari]), []);
});

describe("the agreed date", () => {
  const goes = (lastDay: string, months: number) =>
    datesOf("NO", lastDay, months).dataGoesAt.toISOString();

  test("is counted in months by the calendar, over the change of the clocks and the end of the month", () => {
    assert.equal(datesOf("SE", "2027-07-31", 6).endsAt.toISOString(), "2027-07-31T21:59:59.000Z");
    assert.equal(goes("2027-07-31", 6), "2028-01-31T22:59:59.000Z");
    assert.equal(goes("2027-08-31", 6), "2028-02-29T22:59:59.000Z");
    assert.equal(goes("2027-12-31", 0), "2027-12-31T22:59:59.000Z");
  });

  test("is never more than six months after the end, whoever writes it", async () => {
    for (const day of ["2027-07-31", "2027-08-31", "2027-01-31", "2028-02-29"]) {
      const { endsAt, dataGoesAt } = datesOf("NO", day, 6);
      const set = async (at: Date) =>
        await query(
          "update kernel.organisations set agreement_ends_at = $1, data_goes_at = $2 where id = $3",
          [endsAt, at, house],
        );
      await set(dataGoesAt);
      await assert.rejects(set(new Date(dataGoesAt.getTime() + 86_400_000)), /six_months/);
    }
  });
});
