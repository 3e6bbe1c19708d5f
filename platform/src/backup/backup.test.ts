import assert from "node:assert/strict";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { letOwnerRead } from "../db/owner-reads.ts";
import { createPool } from "../db/pool.ts";
import { makeBackup } from "./index.ts";
import { key, rowsSql, trialSql } from "./test-data.ts";
import { backup, contents, file, keys, restore, source, suffix, target } from "./test-trial.ts";
import { unpack } from "./unpack.ts";

describe("a backup that is restored", () => {
  test("holds every row of every table, value for value, in its partition, and the queue", async () => {
    await backup();
    await restore();
    assert.deepEqual(await contents(target.pool), await contents(source.pool));
    const { rows } = await target.pool.query(
      "select relrowsecurity, relforcerowsecurity from pg_class where oid = 'trial.visits_1'::regclass",
    );
    assert.deepEqual(rows, [{ relrowsecurity: true, relforcerowsecurity: true }]);
    const next = await target.pool.query(
      "insert into trial.a_parts default values returning number",
    );
    assert.equal(next.rows[0].number, 3);
    await assert.rejects(target.pool.query("insert into trial.moved values (2)"), /inserted again/);
  });

  test("has the partitions of its own time, not those that a migration makes today", async () => {
    await backup();
    const today = `create table trial.today partition of trial.visits
                     for values from ('2026-11-05') to ('2027-01-01');`;
    await restore({ sql: trialSql + today + rowsSql.split("insert into trial.visits")[0] });
    assert.deepEqual(await contents(target.pool), await contents(source.pool));
  });

  test("leaves out the rows that it was told to leave", async () => {
    await backup({ leaveOut: ["trial.visits"] });
    await restore();
    const { rows } = await target.pool.query("select count(*) from trial.visits");
    assert.equal(rows[0].count, 0);
  });

  test("is one point in time, though others write meanwhile", async () => {
    const writing = new AbortController();
    const writer = (async () => {
      while (!writing.signal.aborted) {
        await source.pool.query(
          `with o as (insert into trial.owners (name) values ('new') returning id)
           insert into trial.a_parts (owner_id) select id from o`,
        );
      }
    })();
    try {
      for (let round = 0; round < 3; round += 1) await backup();
    } finally {
      writing.abort();
      await writer;
    }
    await restore();
    const { rows } = await target.pool.query(
      `select (select count(*) from trial.owners where name = 'new') as owners,
              (select count(*) from trial.a_parts where owner_id <> '0199aaaa-0000-7000-8000-000000000001') as parts`,
    );
    assert.equal(rows[0].owners, rows[0].parts);
    assert.ok(rows[0].owners > 0);
    await source.pool.query(
      "delete from trial.a_parts where number > 2; delete from trial.owners where name = 'new'",
    );
  });
});

test("a table of two hundred megabytes passes through in little memory", async () => {
  await source.pool.query(
    `create table trial.large as select n, repeat(md5(n::text), 40) as filler
       from generate_series(1, 160000) n`,
  );
  try {
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    await backup();
    await restore({ sql: `${trialSql} create table trial.large (n integer, filler text)` });
    clearInterval(watch);
    assert.ok(most - before < 150e6, `${Math.round((most - before) / 1e6)} MB for 205 MB`);
    const { rows } = await target.pool.query("select count(*) from trial.large");
    assert.equal(rows[0].count, 160_000);
  } finally {
    await source.pool.query("drop table trial.large");
  }
});

describe("where the tables' owner cannot bypass row-level security", () => {
  const role = `backup_owner_${suffix}`;
  const asOwner = () => {
    const url = new URL(source.url);
    url.username = role;
    return url.href;
  };
  before(async () => {
    await source.pool.query(`create role ${role} login createrole`);
    await source.pool.query(
      `create schema owned authorization ${role}; set role ${role};
       create table owned.things (n integer);
       alter table owned.things enable row level security, force row level security;
       reset role; insert into owned.things values (1), (2)`,
    );
  });
  after(async () => await source.pool.query(`drop owned by ${role} cascade; drop role ${role}`));

  test("every row is in the backup all the same, and none is left out without a word", async () => {
    const options = {
      url: asOwner(),
      signal: new AbortController().signal,
      file,
      recipients: [keys.recipient],
      schemas: ["owned"],
      leaveOut: new Set<string>(),
      product: "test",
      secret: "fingerprint",
      macKey: key,
      notes: {},
    };
    await source.pool.query(`grant usage on schema graphile_worker to ${role};
      grant select on all tables in schema graphile_worker to ${role}`);
    const pool = createPool(asOwner(), { max: 1 });
    try {
      const hidden = /may not read every row of owned.things/;
      await assert.rejects(makeBackup(options), hidden);
      await letOwnerRead(pool, ["owned"]);
      await makeBackup(options);
      const clear = await unpack(file, keys.secret, text);
      assert.match(clear, /"things" \("n"\) from stdin;\n1\n2\n/);
      await pool.query("create policy no on owned.things as restrictive using (n > 1)");
      await assert.rejects(makeBackup(options), hidden);
    } finally {
      await pool.end();
    }
  });
});
