import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { erase } from "../erasure/erase.ts";
import { furnish, house, kariAtHouse, other, portsOf } from "../erasure/test-house.ts";
import { createRetention } from "./retention.ts";

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

const query = async (text: string) => (await database.owner.query<{ one: string }>(text)).rows;
const column = async (text: string) => (await query(text)).map(({ one }) => one);
const run = async () => await createRetention(ports).job.run(undefined);
const late = async () => await createRetention(ports).late();
/** The law's time of every lock ends then. */
const endsIn = async (interval: string) =>
  await query(`update kernel.locked_rows set until = now() + interval '${interval}'`);
const buyers = async () =>
  await column(
    `select buyer as one from shop.receipts where organisation_id = '${house}' order by 1`,
  );
const locks = async () => await column("select table_name as one from kernel.locked_rows");
const hold = async (organisation: string, table: string | null = null) =>
  await query(`insert into kernel.holds (organisation_id, table_name, reason, until)
    values ('${organisation}', ${table ? `'${table}'` : "null"}, 'a dispute', now() + interval '1 day')`);
const ledger = async () =>
  await column(`select format('%s %s %s', table_name, rule, rows) as one from kernel.retention_ledger
    where cause = 'retention' and organisation_id = '${house}' and table_name = 'shop.receipts'`);
const readAs = async (activity: string) =>
  await ports.withContext({ activity, organisation: house }, async (tx: Transaction<unknown>) =>
    (await sql<{ buyer: string }>`select buyer from shop.receipts order by 1`.execute(tx)).rows.map(
      ({ buyer }) => buyer,
    ),
  );

describe("what an erasure left to a law", () => {
  beforeEach(async () => {
    await furnish(database);
    await query("delete from shop.receipts where paid_at < now() - interval '20 years'");
    await erase(ports, kariAtHouse);
    assert.deepEqual(await locks(), ["shop.receipts"]);
  });

  test("stays until the law's time is up", async () => {
    await endsIn("1 minute");
    await run();
    assert.deepEqual(await buyers(), ["Kari", "Ola"]);
    assert.deepEqual(await locks(), ["shop.receipts"]);
    assert.deepEqual(await ledger(), []);
  });

  test("goes then, with its lock, and the ledger says under which law", async () => {
    await endsIn("-1 second");
    await run();
    assert.deepEqual(await buyers(), ["Ola"]);
    assert.deepEqual(await locks(), []);
    assert.deepEqual(await ledger(), ["shop.receipts lock:bookkeeping-primary 1"]);
    await run();
    assert.deepEqual(await ledger(), ["shop.receipts lock:bookkeeping-primary 1"]);
  });

  test("is invisible from that second, to the law's activity too", async () => {
    assert.deepEqual(await readAs("shop.keep-books"), ["Kari", "Ola"]);
    await endsIn("-1 second");
    assert.deepEqual(await readAs("shop.keep-books"), ["Ola"]);
    assert.deepEqual(await readAs("shop.sell"), ["Ola"]);
  });

  test("stays under a hold, on its table or its organisation, and goes when that is lifted", async () => {
    await endsIn("-2 days");
    for (const table of ["shop.receipts", null]) {
      await hold(house, table);
      await run();
      assert.deepEqual(await buyers(), ["Kari", "Ola"]);
      assert.deepEqual(await locks(), ["shop.receipts"]);
      assert.deepEqual(await late(), [], "what a hold keeps is not late");
      await query("delete from kernel.holds");
    }
    assert.deepEqual(await late(), ["shop.receipts"]);
    await hold(other);
    await run();
    assert.deepEqual(await buyers(), ["Ola"]);
    assert.deepEqual(await late(), []);
  });

  test("takes its lock along when its own keep rule ends first", async () => {
    await query(
      "update shop.receipts set paid_at = now() - interval '30 years' where buyer = 'Kari'",
    );
    await run();
    assert.deepEqual(await locks(), []);
    assert.deepEqual(await ledger(), ["shop.receipts law:bookkeeping-primary:paid_at 1"]);
  });

  test("and was deleted by another way leaves no lock behind when the time is up", async () => {
    await query("delete from shop.receipts where buyer = 'Kari'");
    await endsIn("-1 second");
    await run();
    assert.deepEqual(await locks(), []);
    assert.deepEqual(await ledger(), []);
  });

  test("goes in batches, each with its locks", async () => {
    await query(`insert into shop.receipts (organisation_id, buyer, paid_at)
        select '${house}', 'Many', now() from generate_series(1, 5100);
      insert into kernel.locked_rows (table_name, row_id, organisation_id, law, until)
        select 'shop.receipts', id, organisation_id, 'bookkeeping-primary', now()
          from shop.receipts where buyer = 'Many'`);
    await run();
    assert.deepEqual(await buyers(), ["Kari", "Ola"]);
    assert.deepEqual(await locks(), ["shop.receipts"]);
    assert.deepEqual(await ledger(), ["shop.receipts lock:bookkeeping-primary 5100"]);
  });

  test("is never another organisation's row, whatever its number", async () => {
    await query(
      `update shop.receipts set organisation_id = '${other}' where buyer = 'Kari' and member_id is null`,
    );
    await endsIn("-1 second");
    await run();
    const left = await column(
      `select buyer as one from shop.receipts where organisation_id = '${other}'`,
    );
    assert.deepEqual(left, ["Kari", "Kari"]);
  });

  test("stays whole with its lock and the ledger when its deletion fails", async () => {
    await query(`create function shop.fail() returns trigger language plpgsql as
        $$ begin raise 'the disk is full'; end $$;
      create trigger fail after insert on kernel.retention_ledger for each row execute function shop.fail()`);
    await endsIn("-1 second");
    try {
      await assert.rejects(run(), /was not deleted in shop\.receipts/);
      assert.deepEqual(await buyers(), ["Kari", "Ola"]);
      assert.deepEqual(await locks(), ["shop.receipts"]);
    } finally {
      await query("drop function shop.fail cascade");
    }
  });
});
