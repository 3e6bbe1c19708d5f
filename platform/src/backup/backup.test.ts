import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import type { Pool } from "pg";
import { letOwnerCopy } from "../db/owner-copies.ts";
import { createPool } from "../db/pool.ts";
import { migrateJobs } from "../jobs.ts";
import { makeBackup, newKeyPair, restoreInto, verifyBackup } from "./index.ts";
import { unpack } from "./unpack.ts";
import {
  dropDatabase,
  emptyDatabase,
  key,
  partitionsSql,
  rowsSql,
  trialSql,
  withFolder,
} from "./test-data.ts";

const suffix = randomBytes(4).toString("hex");
const [from, into] = [`backup_from_${suffix}`, `backup_into_${suffix}`];
const { folder, remove } = withFolder();
const keys = await newKeyPair();
const file = join(folder, "trial.age");
let source: { url: string; pool: Pool };
let target: { url: string; pool: Pool };

before(async () => {
  source = await emptyDatabase(from);
  await migrateJobs(source.pool);
  await source.pool.query(trialSql + partitionsSql + rowsSql);
  await source.pool.query(
    `select graphile_worker.add_job('trial.later', '{"id": 7}', run_at => '2030-01-01', job_key => 'k', max_attempts => 3);
     select graphile_worker.add_job('trial.failed', max_attempts => 2);
     update graphile_worker._private_jobs set attempts = 2 where max_attempts = 2`,
  );
});
after(async () => {
  await source.pool.end();
  await dropDatabase(from);
  await dropDatabase(into);
  remove();
});
beforeEach(async () => {
  target = await emptyDatabase(into);
});
afterEach(async () => await target.pool.end());

const backup = async (more: { recipients?: string[]; file?: string; leaveOut?: string[] } = {}) =>
  await makeBackup({
    url: source.url,
    file: more.file ?? file,
    recipients: more.recipients ?? [keys.recipient],
    schemas: ["trial"],
    leaveOut: new Set(more.leaveOut ?? []),
    product: "test",
    secret: "fingerprint",
    macKey: key,
    notes: { tombstones: [] },
  });
const restore = async (
  more: { secretKey?: string; macKey?: Buffer; finish?: () => Promise<void>; sql?: string } = {},
) =>
  await restoreInto({
    file,
    secretKey: more.secretKey ?? keys.secret,
    macKey: more.macKey ?? key,
    owner: target.pool,
    url: target.url,
    schemas: ["trial"],
    migrateTo: async () => {
      await migrateJobs(target.pool);
      await target.pool.query(more.sql ?? trialSql);
      await target.pool.query(
        `create trigger count_it before insert on trial.moved for each row execute function trial.count_it()`,
      );
    },
    finish: more.finish ?? (() => Promise.resolve()),
  });

const contents = async (pool: Pool) => {
  const tables = [
    "owners",
    "a_parts",
    "visits",
    "visits_1",
    "visits_2_a",
    "visits_2_rest",
    "moved",
  ];
  const all = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await pool.query(
        `select t.tableoid::regclass::text as place, to_jsonb(t) as row from trial.${table} t order by 2::text`,
      );
      return { table, rows };
    }),
  );
  const jobs = await pool.query(
    `select task_identifier, key, run_at, max_attempts from graphile_worker.jobs where attempts < max_attempts`,
  );
  return { all, jobs: jobs.rows };
};
const isEmpty = async () => {
  const { rows } = await target.pool.query(
    `select nspname from pg_namespace where nspname in ('trial', 'restoring', 'graphile_worker', 'migrations')`,
  );
  return rows.length === 0;
};

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

test("a table of hundreds of megabytes passes through in little memory", async () => {
  await source.pool.query(
    `create table trial.large as select n, repeat(md5(n::text), 40) as filler
       from generate_series(1, 250000) n`,
  );
  try {
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    await backup();
    await restore({ sql: `${trialSql} create table trial.large (n integer, filler text)` });
    clearInterval(watch);
    assert.ok(most - before < 150e6, `${Math.round((most - before) / 1e6)} MB for 320 MB`);
    const { rows } = await target.pool.query("select count(*) from trial.large");
    assert.equal(rows[0].count, 250_000);
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
      await letOwnerCopy(pool, ["owned"]);
      await makeBackup(options);
      const clear = await text(await unpack(file, keys.secret));
      assert.match(clear, /"things" \("n"\) from stdin;\n1\n2\n/);
      await pool.query("create policy no on owned.things as restrictive using (n > 1)");
      await assert.rejects(makeBackup(options), hidden);
    } finally {
      await pool.end();
    }
  });
});

describe("a backup file", () => {
  test("is for its owner only, unreadable, and SQL in the clear", async () => {
    await backup();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.doesNotMatch(readFileSync(file, "latin1"), /Kari|trial/);
    const clear = await text(await unpack(file, keys.secret));
    assert.match(clear, /^copy "trial"."owners" \("id", "name", "picture"\) from stdin;$/m);
    assert.ok(clear.indexOf('copy "trial"."owners"') < clear.indexOf('copy "trial"."a_parts"'));
  });

  test("opens with any of its keys, and with no other", async () => {
    const [second, other] = [await newKeyPair(), await newKeyPair()];
    await backup({ recipients: [keys.recipient, second.recipient] });
    const check = () => undefined;
    const header = await verifyBackup({ file, secretKey: second.secret, macKey: key }, check);
    assert.deepEqual(header.notes, { tombstones: [] });
    await assert.rejects(verifyBackup({ file, secretKey: other.secret, macKey: key }, check), {
      name: "BackupError",
      message: "The backup was made for another key.",
    });
    await assert.rejects(restore({ secretKey: other.secret }), { name: "BackupError" });
    assert.ok(await isEmpty());
  });

  test("that is cut or altered anywhere is refused, and leaves the database as empty as it was", async () => {
    await source.pool.query(
      `insert into trial.owners (name) select md5(n::text) || md5((n + 1)::text) from generate_series(1, 9000) n`,
    );
    await backup();
    await source.pool.query("delete from trial.owners where length(name) = 64");
    const whole = readFileSync(file);
    assert.ok(whole.length > 3 * 65_536, "several pieces of the cipher");
    const damaged = [
      whole.subarray(0, 0),
      whole.subarray(0, 100),
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, whole.length - 65_536),
      Buffer.concat([whole, Buffer.from("x")]),
      ...[30, 150, 70_000, whole.length - 40].map((at) => {
        const altered = Buffer.from(whole);
        altered[at] = (altered[at] ?? 0) ^ 1;
        return altered;
      }),
    ];
    for (const bytes of damaged) {
      writeFileSync(file, bytes);
      await assert.rejects(restore(), { name: "BackupError" }, `${bytes.length} bytes`);
      assert.ok(await isEmpty());
    }
  });

  test("that another installation made is refused", async () => {
    await backup();
    await assert.rejects(restore({ macKey: Buffer.alloc(32, 1) }), /not made by this installation/);
    assert.ok(await isEmpty());
  });

  test("is not begun for what is no public key, and one that fails leaves the old one", async () => {
    await backup();
    const before = readFileSync(file);
    await assert.rejects(backup({ recipients: ["age1nonsense"] }), /no public key/);
    await source.pool.query("create table trial.ring_a (id integer primary key, b integer)");
    await source.pool.query(
      "create table trial.ring_b (id integer primary key, a integer references trial.ring_a)",
    );
    await source.pool.query("alter table trial.ring_a add foreign key (b) references trial.ring_b");
    await assert.rejects(backup(), /in a ring: trial.ring_a, trial.ring_b/);
    await source.pool.query("drop table trial.ring_a, trial.ring_b cascade");
    assert.deepEqual(readFileSync(file), before);
    assert.deepEqual(readdirSync(folder), ["trial.age"]);
    assert.equal(existsSync(join(folder, "none")), false);
  });
});

describe("a restore", () => {
  test("that fails at its end leaves nothing, and one that was killed is started over", async () => {
    await backup();
    const failing = restore({ finish: () => Promise.reject(new Error("no erasure possible")) });
    await assert.rejects(failing, /no erasure possible/);
    assert.ok(await isEmpty());
    await target.pool.query(
      "create schema restoring; create schema trial; create table trial.owners ()",
    );
    await restore();
    assert.deepEqual(await contents(target.pool), await contents(source.pool));
  });

  test("into a database that holds something is refused, and touches nothing", async () => {
    await target.pool.query("create table public.mine (n integer); insert into mine values (1)");
    await assert.rejects(restore(), /not empty/);
    assert.equal((await target.pool.query("select n from mine")).rowCount, 1);
  });

  test("of what is no backup at all says so", async () => {
    writeFileSync(file, "nonsense\n".repeat(100));
    await assert.rejects(restore(), /no backup, or its beginning is damaged/);
    truncateSync(file);
    await assert.rejects(restore(), /no backup, or its beginning is damaged/);
  });
});
