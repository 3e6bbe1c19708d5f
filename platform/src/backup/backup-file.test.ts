import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { describe, test } from "node:test";
import { newKeyPair, verifyBackup } from "./index.ts";
import { key } from "./test-data.ts";
import {
  backup,
  contents,
  file,
  folder,
  isEmpty,
  keys,
  restore,
  source,
  target,
} from "./test-trial.ts";
import { unpack } from "./unpack.ts";

describe("a backup file", () => {
  test("is for its owner only, unreadable, and SQL in the clear", async () => {
    await backup();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.doesNotMatch(readFileSync(file, "latin1"), /Kari|trial/);
    const clear = await unpack(file, keys.secret, text);
    assert.match(clear, /^copy "trial"."owners" \("id", "name", "picture"\) from stdin;$/m);
    assert.ok(clear.indexOf('copy "trial"."owners"') < clear.indexOf('copy "trial"."a_parts"'));
  });

  test("opens with any of its keys, and with no other", async () => {
    const [second, other] = [await newKeyPair(), await newKeyPair()];
    await backup({ recipients: [keys.recipient, second.recipient] });
    const check = () => Promise.resolve();
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
    await assert.rejects(backup({ signal: AbortSignal.abort() }), { name: "AbortError" });
    assert.deepEqual(readFileSync(file), before);
    assert.deepEqual(readdirSync(folder), ["trial.age"]);
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
