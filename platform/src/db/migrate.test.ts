import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Pool } from "pg";
import { createTestDatabase } from "../testing/index.ts";
import type { TestDatabase } from "../testing/index.ts";
import { migrate, NewerDatabaseError } from "./migrate.ts";
import { createPool } from "./pool.ts";

let database: TestDatabase;
let pool: Pool;
let folder: string;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());
beforeEach(async () => {
  await database.owner.query("create database empty_for_migrations");
  const address = new URL(database.ownerUrl);
  address.pathname = "/empty_for_migrations";
  pool = createPool(address.href);
  folder = mkdtempSync(join(tmpdir(), "terskel-migrations-"));
});
afterEach(async () => {
  await pool.end();
  await database.owner.query("drop database empty_for_migrations with (force)");
  rmSync(folder, { recursive: true });
});

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const folders = () => [{ module: "trial", folder: pathToFileURL(`${folder}/`) }];
const tables = async () => {
  const { rows } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  return rows.map((row) => row.name);
};

test("files run in the order of their numbers, each once", async () => {
  write("0002_second.sql", "insert into first values ('second');");
  write("0001_first.sql", "create table first (text text); insert into first values ('first');");
  write("README.md", "not SQL");
  assert.deepEqual(await migrate(pool, folders()), ["00_trial/0001_first", "00_trial/0002_second"]);
  assert.deepEqual(await migrate(pool, folders()), []);
  write("0003_third.sql", "insert into first values ('third');");
  assert.deepEqual(await migrate(pool, folders()), ["00_trial/0003_third"]);
  const { rows } = await pool.query("select text from first");
  assert.deepEqual(rows, [{ text: "first" }, { text: "second" }, { text: "third" }]);
});

test("one that fails leaves nothing of what ran with it, and is named", async () => {
  write("0001_first.sql", "create table first (text text);");
  write("0002_second.sql", "create table second (text text); select 1/0;");
  await assert.rejects(
    migrate(pool, folders()),
    /^Error: Migration 00_trial\/0002_second failed: division by zero$/,
  );
  assert.deepEqual(await tables(), []);
  write("0002_second.sql", "create table second (text text);");
  await migrate(pool, folders());
  assert.deepEqual(await tables(), ["first", "second"]);
});

test("a database of a newer version is refused and left as it is", async () => {
  write("0001_first.sql", "create table first (text text);");
  write("0009_future.sql", "create table future (text text);");
  await migrate(pool, folders());
  rmSync(join(folder, "0009_future.sql"));
  write("0002_second.sql", "create table second (text text);");
  await assert.rejects(migrate(pool, folders()), (error: Error) => {
    assert.ok(error instanceof NewerDatabaseError);
    assert.match(error.message, /00_trial\/0009_future.*Start the newer version/);
    return true;
  });
  assert.deepEqual(await tables(), ["first", "future"]);
});

test("of several that start at once, one migrates and the others wait for it", async () => {
  write("0001_first.sql", "create table first (n integer); select pg_sleep(0.3);");
  const applied = await Promise.all([1, 2, 3, 4].map(async () => await migrate(pool, folders())));
  assert.deepEqual(applied.flat(), ["00_trial/0001_first"]);
});

test("a migration may take as long as it needs", async () => {
  write("0001_first.sql", "create table first as select current_setting('statement_timeout') as t");
  await migrate(pool, folders());
  assert.deepEqual((await pool.query("select t from first")).rows, [{ t: "0" }]);
});
