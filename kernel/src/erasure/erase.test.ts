import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { Problem } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Scope } from "../scope.ts";
import { findMarked } from "../tombstones/present.ts";
import { readErased } from "../tombstones/erased.ts";
import { createEraser } from "../tombstones/eraser.ts";
import { erase, planErasure } from "./erase.ts";
import {
  account,
  email,
  furnish,
  house,
  kari,
  kariAtHouse,
  kariThere,
  ola,
  other,
  portsOf,
  processings,
  tombstoneKey,
} from "./test-house.ts";

let database: TestDatabase;
let ports: ReturnType<typeof portsOf>;
const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
before(async () => {
  database = await createTestDatabase();
  ports = portsOf(database, folder);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => await furnish(database));

const query = async (text: string) => {
  const { rows } = await database.owner.query<Record<string, unknown>>({ text });
  return rows;
};
const column = async (text: string) => (await query(text)).map((row) => Object.values(row)[0]);
/** Everything of a table that is not about Kari at the house, as text. */
const everything = async () =>
  (
    await Promise.all(
      ["kernel.memberships", "shop.receipts", "shop.cards", "shop.visits", "shop.notes"].map(
        async (table) => await column(`select '${table} ' || t::text from ${table} t order by 1`),
      ),
    )
  ).flat();
const hold = async (member: string | null, table: string | null, of = house) =>
  await database.owner.query(
    `insert into kernel.holds (organisation_id, member_id, table_name, reason, until)
     values ($1, $2, $3, 'a dispute', now() + interval '1 day')`,
    [of, member, table],
  );
const refuses = async (run: Promise<unknown>, code: string, reason: RegExp) =>
  await assert.rejects(run, (error) => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, reason);
    return true;
  });

describe("an erasure", () => {
  test("deletes, anonymises, unlinks and locks by the declarations, and leaves others alone", async () => {
    await erase(ports, kariAtHouse);
    assert.deepEqual(await column("select name from kernel.memberships order by organisation_id"), [
      "Ola",
      "Kari",
    ]);
    assert.deepEqual(await column("select said from shop.notes order by id"), [
      "Ola wants a blue one",
      "Ola thinks",
      "rang there",
    ]);
    assert.deepEqual(
      await column("select author from shop.notes where about is not null order by id"),
      [null, ola],
    );
    // Nothing leads from three of the nine visits to anyone; they were not touched.
    assert.deepEqual(
      await query(`select count(*)::int as all, count(c.id)::int as known
                     from shop.visits v left join shop.cards c on c.id = v.card_id`),
      [{ all: 9, known: 6 }],
    );
    assert.deepEqual(
      await column("select count(*)::int from shop.receipts where member_id is null"),
      [1],
    );
  });

  test("is planned beforehand as it is then carried out, and the ledger says the same", async () => {
    const before = await everything();
    const planned = await planErasure(ports, kariAtHouse);
    assert.deepEqual(await everything(), before, "planning does nothing");
    const done = await erase(ports, kariAtHouse);
    assert.deepEqual(done, planned);
    assert.deepEqual(
      done.map(({ table, does, rows }) => `${table} ${does} ${rows}`),
      [
        "shop.visits anonymise 3",
        "shop.cards delete 1",
        "shop.notes delete 2",
        "shop.notes anonymise 1",
        "shop.receipts lock 1",
        "shop.receipts delete 1",
        "kernel.memberships delete 1",
      ],
    );
    const lock = done.find(({ does }) => does === "lock");
    assert.equal(lock?.article, "bokføringsloven § 13");
    const goes = new Date(Date.UTC(new Date().getFullYear() + 6, 0, 1));
    assert.equal(lock?.until?.getTime(), goes.getTime() - 3_600_000);
    assert.deepEqual(
      await column(`select format('%s %s %s', table_name, split_part(rule, ' ', 1), rows)
                      from kernel.retention_ledger where cause = 'erasure' and organisation_id = '${house}' order by 1`),
      done
        .map(
          ({ table, does, rows }) =>
            `${table} ${table === "shop.visits" ? "unlink" : does} ${rows}`,
        )
        .sort(),
    );
  });

  test("of what law keeps leaves it to the law's activity alone", async () => {
    await erase(ports, kariAtHouse);
    const seen = async (activity: string) =>
      await ports.withContext(
        { activity, organisation: house },
        async (tx: Transaction<unknown>) =>
          (await sql<{ buyer: string }>`select buyer from shop.receipts order by 1`.execute(tx))
            .rows,
      );
    assert.deepEqual(await seen("shop.sell"), [{ buyer: "Ola" }]);
    assert.deepEqual(await seen("shop.keep-books"), [{ buyer: "Kari" }, { buyer: "Ola" }]);
  });

  test("goes on for a restricted person, and over what is past its time", async () => {
    await query(`insert into kernel.withholdings (organisation_id, member_id) values ('${house}', '${kari}');
      update shop.visits set at = now() - interval '40 days'`);
    const done = await erase(ports, kariAtHouse);
    assert.equal(done.find(({ table }) => table === "shop.visits")?.rows, 3);
    assert.deepEqual(await query("select 1 from kernel.withholdings"), []);
  });

  test("of an account takes all that leads to it, everywhere", async () => {
    const scope: Scope = {
      subjects: { account: [account], member: [kari, kariThere], address: [] },
      values: [email],
    };
    await erase(ports, scope);
    assert.deepEqual(await column("select name from kernel.memberships"), ["Ola"]);
    assert.deepEqual(await column(`select said from shop.notes where address is not null`), []);
  });

  test("is safe to run twice", async () => {
    await erase(ports, kariAtHouse);
    assert.deepEqual(await erase(ports, kariAtHouse), []);
  });
});

describe("what was erased", () => {
  const marked = async (since: ReturnType<typeof ports.tombstones.position>) => {
    const { marks } = readErased({ folder, key: tombstoneKey }, since, 365, new Date());
    return await findMarked(database.owner, processings, tombstoneKey, marks);
  };

  test("stands in the tombstones, and is erased again by them: there, and nowhere else", async () => {
    const since = ports.tombstones.position();
    await erase(ports, kariAtHouse);
    await furnish(database);
    const again = await marked(since);
    assert.deepEqual(
      again.map(({ kind, id, organisation }) => [kind, id, organisation]),
      [
        ["member", kari, undefined],
        ["address", email, house],
        ["address", "+4799999991", house],
      ],
    );
    for (const subject of again) await createEraser(ports)(subject);
    assert.deepEqual(await marked(since), []);
    assert.deepEqual(await column("select said from shop.notes where address is not null"), [
      "rang there",
    ]);
  });

  test("is in no tombstone when it was rolled back", async () => {
    const since = ports.tombstones.position();
    await hold(kari, null);
    await refuses(erase(ports, kariAtHouse), "erasure-under-hold", /hold/);
    assert.deepEqual(await marked(since), []);
  });
});

describe("nothing is done, and it is said why,", () => {
  test("under a hold on the person, on a table or on the organisation", async () => {
    for (const [member, table] of [
      [kari, null],
      [null, "shop.notes"],
      [null, null],
    ] as const) {
      await furnish(database);
      await hold(member, table);
      const before = await everything();
      await refuses(erase(ports, kariAtHouse), "erasure-under-hold", /shop\.\w+ is under the hold/);
      assert.deepEqual(await everything(), before);
      const [first] = await planErasure(ports, kariAtHouse);
      assert.equal(first?.does, "kept-by-hold");
      assert.ok(first.rows > 0 && first.hold && first.until);
    }
  });

  test("under a hold on a person who is restricted, too", async () => {
    await hold(kari, null);
    await query(
      `insert into kernel.withholdings (organisation_id, member_id) values ('${house}', '${kari}')`,
    );
    await refuses(erase(ports, kariAtHouse), "erasure-under-hold", /hold/);
  });

  test("but a hold on another person, elsewhere or of the past keeps nothing", async () => {
    await query(`delete from shop.notes where about = '${kari}' and author = '${ola}'`);
    await hold(ola, null);
    await hold(null, null, other);
    await query(
      `insert into kernel.holds (organisation_id, reason, until) values ('${house}', 'old', now())`,
    );
    assert.ok((await erase(ports, kariAtHouse)).length > 0);
  });

  test("under a hold on another person, for a row that is about both", async () => {
    await hold(ola, "shop.notes");
    await refuses(erase(ports, kariAtHouse), "erasure-under-hold", /shop\.notes is under the hold/);
    const [first] = await planErasure(ports, kariAtHouse);
    assert.equal(first?.rows, 1);
  });

  test("when something of the person is left somewhere, with table and column for the operator", async () => {
    await query(`insert into shop.notes (organisation_id, about, said)
      values ('${house}', '${ola}', 'Write to KARI@nabo.example'), ('${other}', null, 'and to ${email}')`);
    const before = await everything();
    await refuses(erase(ports, kariAtHouse), "erasure-incomplete", /left in shop\.notes\.said\.$/);
    assert.deepEqual(await everything(), before);
    assert.deepEqual(await query("select 1 from kernel.retention_ledger"), []);
    assert.deepEqual(await query("select 1 from kernel.locked_rows"), []);
  });

  test("when the database fails in the middle", async () => {
    await query(`create function shop.fail() returns trigger language plpgsql as
        $$ begin raise 'the disk is full'; end $$;
      create trigger fail before delete on kernel.memberships for each row execute function shop.fail()`);
    const before = await everything();
    await assert.rejects(erase(ports, kariAtHouse), /the disk is full/);
    assert.deepEqual(await everything(), before);
    assert.deepEqual(await query("select 1 from kernel.retention_ledger"), []);
    await query("drop function shop.fail cascade");
  });
});
