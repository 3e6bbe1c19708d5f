import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { removeEmbedded } from "./cluster.ts";
import { startBeside, startEmbedded } from "./embedded.ts";
import { findRunning } from "./leftover.ts";
import { createPool } from "./pool.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "terskel-beside-"));
});
afterEach(() => {
  removeEmbedded(data);
  rmSync(data, { recursive: true, force: true });
});

async function ask(url: string, sql: string) {
  const pool = createPool(url, { max: 1 });
  try {
    return (await pool.query(sql)).rows as unknown[];
  } finally {
    await pool.end();
  }
}
const tables = async (url: string) =>
  await ask(url, "select relname from pg_class where relname in ('old', 'new')");

/** A data folder whose database has the table `old`. */
async function makeOld() {
  const old = await startEmbedded(data);
  await ask(old.url, "create table old ()");
  await old.stop();
}
async function whatIsThere() {
  const database = await startEmbedded(data);
  try {
    return await tables(database.url);
  } finally {
    await database.stop();
  }
}

test("a running server is found by its folder, and one that has stopped is not", async () => {
  assert.equal(findRunning(data), undefined);
  const database = await startEmbedded(data);
  try {
    assert.equal(findRunning(data), database.url);
    assert.deepEqual(await ask(findRunning(data) ?? "", "select 1 as one"), [{ one: 1 }]);
  } finally {
    await database.stop();
  }
  assert.equal(findRunning(data), undefined);
});

test("a database made beside takes the old one's place whole, and the old one is gone", async () => {
  await makeOld();
  const beside = await startBeside(data);
  await ask(beside.url, "create table new ()");
  await beside.putInPlace();
  assert.deepEqual(readdirSync(data), ["postgres"]);
  assert.deepEqual(await whatIsThere(), [{ relname: "new" }]);
});

test("one that is given up leaves what was there, and nothing of itself", async () => {
  await makeOld();
  const beside = await startBeside(data);
  await beside.remove();
  assert.deepEqual(readdirSync(data), ["postgres"]);
  assert.deepEqual(await whatIsThere(), [{ relname: "old" }]);
});

test("one whose process was killed is ended and removed by the next start", async () => {
  await makeOld();
  // Nobody stops it: so it is when the restore is killed.
  const beside = await startBeside(data);
  assert.deepEqual(await whatIsThere(), [{ relname: "old" }]);
  await beside.ended;
  assert.deepEqual(readdirSync(data), ["postgres"]);
});

test("a swap that was cut between its steps is taken back, one cut after them is finished", async () => {
  await makeOld();
  renameSync(join(data, "postgres"), join(data, "postgres.old"));
  assert.deepEqual(await whatIsThere(), [{ relname: "old" }]);

  renameSync(join(data, "postgres"), join(data, "postgres.old"));
  const beside = await startBeside(data);
  await ask(beside.url, "create table new ()");
  await beside.stop();
  renameSync(join(data, "restoring", "postgres"), join(data, "postgres"));
  assert.deepEqual(await whatIsThere(), [{ relname: "new" }]);
  assert.equal(existsSync(join(data, "postgres.old")), false);
});
