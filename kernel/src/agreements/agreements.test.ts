import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { furnish, house, kari, kariThere, ola, other } from "../erasure/test-house.ts";
import { createEraser } from "../tombstones/eraser.ts";
import { datesOf } from "./end.ts";
import { planEnd } from "./plan.ts";
import { endingIn } from "./test-ending.ts";

let database: TestDatabase;
let ending: ReturnType<typeof endingIn>;
const folder = mkdtempSync(join(tmpdir(), "terskel-agreements-"));
before(async () => {
  database = await createTestDatabase();
  ending = endingIn(database, folder);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await furnish(database);
  await ending.forget();
});

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
  for (const table of tables)
    found[table] = await ending.query(`select * from ${table} order by id`);
  return found;
};
test("nothing goes before its time: not while the agreement runs, and not between its end and the agreed date", async () => {
  const before = await everything();
  await ending.tick();
  await ending.end("-1 hour", "-2 hours");
  await ending.tick();
  assert.deepEqual(ending.changed, []);
  await ending.end("1 hour", "-1 hour");
  await ending.tick();
  await ending.tick();
  await ending.tickHourly();
  assert.deepEqual(ending.changed, [house], "the doors' lists are made anew once");
  const { "kernel.organisations": ours, ...rows } = await everything();
  const { "kernel.organisations": theirs, ...rowsBefore } = before;
  assert.equal((ours as unknown[]).length, (theirs as unknown[]).length);
  assert.deepEqual(rows, rowsBefore);
});

test("at its time everything of the organisation goes but what law keeps, and nothing of another's", async () => {
  await ending.end("2 hours", "1 hour");
  const others = async () => {
    const found: unknown[] = [];
    for (const table of tables.slice(1))
      found.push(
        await ending.query(`select * from ${table} where organisation_id = $1 order by id`, [
          other,
        ]),
      );
    return found;
  };
  const before = await others();
  const planned = await planEnd(ending.ports, { id: house, country: "NO" });
  await ending.tick();
  for (const table of ["kernel.memberships", "shop.cards", "shop.visits", "shop.notes"])
    assert.equal(await ending.left(table), 0, table);
  assert.equal(await ending.left("shop.receipts"), 2, "this year's, one a person");
  assert.equal(await ending.left("kernel.organisations"), 1, "as long as something hangs on it");
  assert.deepEqual(await others(), before);
  const found = await ending.report();
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
  await ending.end("2 hours", "1 hour");
  await ending.tick();
  assert.equal(await ending.left("kernel.locked_rows"), 2);
  // As if seven years had passed.
  await ending.query("update shop.receipts set paid_at = paid_at - interval '9 years'");
  await ending.query("update kernel.locked_rows set until = until - interval '9 years'");
  await ending.tickHourly();
  for (const table of [...tables, "kernel.locked_rows"])
    assert.equal(await ending.left(table), 0, table);
  assert.deepEqual((await ending.report()).left, []);
});

test("a second run changes nothing and writes no tombstone", async () => {
  await ending.end("2 hours", "1 hour");
  await ending.tick();
  const [rows, entries] = [await everything(), await ending.ledger()];
  const bytes = () =>
    readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const written = bytes();
  await ending.tick();
  await ending.tickHourly();
  assert.deepEqual(await everything(), rows);
  assert.deepEqual(await ending.ledger(), entries);
  assert.equal(bytes(), written);
});

describe("a hold", () => {
  const hold = async (member: string | null, table: string | null) =>
    await ending.query(
      `insert into kernel.holds (organisation_id, member_id, table_name, reason, until)
       values ($1, $2, $3, 'A claim', now() + interval '1 hour')`,
      [house, member, table],
    );

  test("on the organisation keeps all of it, and the report says so", async () => {
    const before = await everything();
    await hold(null, null);
    await ending.end("2 hours", "1 hour");
    await ending.tick();
    const { "kernel.organisations": _ours, ...rows } = await everything();
    const { "kernel.organisations": _before, ...rowsBefore } = before;
    assert.deepEqual(rows, rowsBefore);
    const found = await ending.report();
    assert.ok(
      found.left.some(({ table, does }) => table === "shop.notes" && does === "kept-by-hold"),
    );
  });

  test("on one person keeps theirs and lets the others go; lifted, theirs go", async () => {
    // What Kari wrote about Ola would keep her too.
    await ending.query("delete from shop.notes where about <> author");
    await hold(ola, null);
    await ending.end("2 hours", "1 hour");
    await ending.tick();
    const members = async () =>
      (await ending.query<{ id: string }>("select id from kernel.memberships order by id")).map(
        ({ id }) => id,
      );
    assert.deepEqual(await members(), [ola, kariThere]);
    assert.equal(await ending.left("shop.visits"), 3);
    await ending.query("delete from kernel.holds");
    await ending.tickHourly();
    assert.deepEqual(await members(), [kariThere]);
    assert.equal(await ending.left("shop.visits"), 0);
    assert.ok(
      (await ending.ledger()).some((line) =>
        /^shop\.visits while:agreement agreement-ended 6$/.test(line),
      ),
    );
  });
});

describe("a request that is not answered when the data goes", () => {
  const ask = async (member: string, language: string) =>
    await ending.query(
      `insert into kernel.requests (organisation_id, kind, member_id, made, identity_check, language, received_at, due_at)
       values ($1, 'access', $2, 'staff', 'document', $3, now(), now() + interval '20 days')`,
      [house, member, language],
    );
  const toldOf = async (request: RegExp) =>
    (await ending.letters()).filter(({ subject }) => request.test(subject ?? ""));

  test("ends with it, and whoever asked is told so in their language, once", async () => {
    await ask(ola, "sv");
    await ending.end("2 hours", "1 hour");
    await ending.tick();
    const [letter, ...more] = await toldOf(/^Begäran nr \d+ har avslutats utan svar$/);
    assert.equal(letter?.to, "ola@nabo.example");
    assert.match(letter.text ?? "", /^Hej Ola,/);
    assert.match(letter.text ?? "", /tillgång till dina uppgifter.*\n\n.*raderas nu/s);
    assert.match(letter.text ?? "", /Datatilsynet/);
    assert.deepEqual(more, []);
    await ending.tick();
    await ending.tickHourly();
    assert.deepEqual(await toldOf(/avslutats/), []);
    assert.deepEqual(
      await ending.query(
        "select step, by_role from kernel.request_trail where organisation_id = $1",
        [house],
      ),
      [{ step: "cancelled", by_role: "system" }],
    );
  });

  test("of somebody under restriction waits with their data", async () => {
    await ask(kari, "nb");
    await ending.query(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [house, kari],
    );
    await ending.end("2 hours", "1 hour");
    await ending.tick();
    assert.deepEqual(await toldOf(/avsluttet/), []);
    assert.deepEqual(await ending.query("select state from kernel.requests"), [
      { state: "received" },
    ]);
    await ending.query("delete from kernel.withholdings");
    await ending.tickHourly();
    assert.equal((await toldOf(/avsluttet uten svar/)).length, 1);
  });

  test("in a database from before the end, it ends without a second letter", async () => {
    await ask(ola, "sv");
    await createEraser(ending.ports)({ kind: "organisation", id: house });
    assert.deepEqual(await toldOf(/avslutats/), []);
    assert.equal(await ending.left("kernel.requests"), 0);
  });
});

test("whose agreement has ended is in no result of any activity but what is still owed for the data", async () => {
  const seen = async (activity: string) =>
    await ending.ports.withContext<{ "shop.notes": { said: string } }, number>(
      { activity, organisation: house },
      async (tx) => (await tx.selectFrom("shop.notes").selectAll().execute()).length,
    );
  assert.equal(await seen("shop.sell"), 4);
  await ending.end("1 second", "-1 hour");
  assert.equal(await seen("shop.sell"), 0);
  assert.equal(await seen("kernel.retention"), 5);
});

test("in a database from before the end, the organisation goes again", async () => {
  await createEraser(ending.ports)({ kind: "organisation", id: house });
  assert.equal(await ending.left("kernel.memberships"), 0);
  assert.equal(await ending.left("kernel.memberships", other), 1);
  assert.ok((await ending.ledger()).every((line) => /restore \d+$/.test(line)));
  assert.deepEqual(
    await ending.query("select id from kernel.memberships where id = $1", [kari]),
    [],
  );
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
        await ending.query(
          "update kernel.organisations set agreement_ends_at = $1, data_goes_at = $2 where id = $3",
          [endsAt, at, house],
        );
      await set(dataGoesAt);
      await assert.rejects(set(new Date(dataGoesAt.getTime() + 86_400_000)), /six_months/);
    }
  });
});
