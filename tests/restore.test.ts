import assert from "node:assert/strict";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { addGroup } from "@terskel/access/api/grants";
import { myDoors, openDoor } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { createTombstones } from "@terskel/kernel";
import { createPool, startEmbedded } from "@terskel/platform/db";
import { ownerPool } from "./support/behind.ts";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { newInstallation } from "./support/installation.ts";
import type { Installation } from "./support/installation.ts";

/** A person of the cooperative, signed in, and the cooperative's id. */
async function signedIn(url: string, who: string) {
  const client = await new Client(url).signIn(who);
  const organisation = (await client.call(me, {})).memberships[0]?.organisation.id ?? "";
  return { client, params: { organisation } };
}
type Administrator = Awaited<ReturnType<typeof signedIn>>;

/** The names of all groups, whosever they are. */
async function groupNames(data: string): Promise<string[]> {
  const owner = ownerPool(data);
  const { rows } = await owner.query<{ name: string }>("select name from access.groups");
  await owner.end();
  return rows.map(({ name }) => name);
}

/** Adds groups until it is stopped; every one that was answered for counts. */
function keepAdding({ client, params }: Administrator) {
  const state = { stopped: false };
  const added: string[] = [];
  const done = (async () => {
    while (!state.stopped) {
      const name = `During ${added.length}`;
      await client.call(addGroup, { params, body: { name } });
      added.push(name);
    }
  })();
  return {
    added,
    async stop() {
      state.stopped = true;
      await done;
    },
  };
}

/** Looks into, or changes, the database of an installation that is stopped. */
async function withDatabase<T>(
  data: string,
  run: (pool: ReturnType<typeof createPool>) => Promise<T>,
): Promise<T> {
  const database = await startEmbedded(data);
  const pool = createPool(database.url, { max: 1 });
  try {
    return await run(pool);
  } finally {
    await pool.end();
    await database.stop();
  }
}

describe("a backup, and what is restored from it", () => {
  let house: Installation;
  let elsewhere: string;
  let file = "";
  let keyFile = "";
  let kept: string[] = [];

  before(async () => {
    house = await newInstallation();
    elsewhere = `${house.data}-elsewhere`;
    file = `${elsewhere}.age`;
    keyFile = `${elsewhere}.key`;
    const made = await house.backup("--new-key", keyFile);
    assert.equal(made.code, 0, made.said);
    assert.match(readFileSync(keyFile, "utf8"), /^AGE-SECRET-KEY-1/m);
    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
    assert.doesNotMatch(made.said, /SECRET-KEY/);
  });
  after(() => {
    house.remove();
    for (const each of [file, keyFile]) rmSync(each, { force: true });
  });

  const recipient = () => /age1\w+/.exec(readFileSync(keyFile, "utf8"))?.[0] ?? "";
  const restore = async (...more: string[]) => await house.restore(file, "--key", keyFile, ...more);
  const place = () => statSync(join(house.data, "postgres")).ino;
  /** Refused in one line with exit code 1, and the database is the one that was there. */
  async function refused(why: RegExp, ...more: string[]) {
    const before = { ino: place(), folder: readdirSync(house.data).sort() };
    const { code, said } = await restore("--replace", ...more);
    assert.equal(code, 1, said);
    assert.match(said, why);
    assert.doesNotMatch(said, /\n/);
    assert.deepEqual({ ino: place(), folder: readdirSync(house.data).sort() }, before);
  }

  test("is made while the service runs and people use it; a restore is refused meanwhile", async () => {
    const stop = await house.start();
    try {
      const ingrid = await signedIn(house.url, "ingrid");
      await ingrid.client.call(addGroup, { params: ingrid.params, body: { name: "Before" } });
      const adding = keepAdding(ingrid);
      const { code, said } = await house.backup(file, "--to", recipient());
      await adding.stop();
      assert.equal(code, 0, said);
      assert.ok(adding.added.length >= 2, "people went on meanwhile");
      assert.equal(statSync(file).mode & 0o777, 0o600);
      await ingrid.client.call(addGroup, { params: ingrid.params, body: { name: "After" } });
      kept = ["Before"];
      await refused(/^Terskel is running from .* already/);
      assert.equal((await fetch(`${house.url}/healthz`)).status, 200);
    } finally {
      await stop();
    }
  });

  test("stands in its place only when it is whole: a wrong key, a cut or altered file change nothing", async () => {
    const other = `${elsewhere}.other`;
    await house.backup("--new-key", other);
    const wrong = await house.restore(file, "--key", other, "--replace");
    rmSync(other);
    assert.deepEqual(wrong, { code: 1, said: "The backup was made for another key." });
    const whole = readFileSync(file);
    const altered = Buffer.from(whole);
    altered[whole.length - 500] = (altered[whole.length - 500] ?? 0) ^ 1;
    for (const bytes of [altered, whole.subarray(0, whole.length - 100), whole.subarray(0, 120)]) {
      writeFileSync(file, bytes);
      await refused(/^The (backup|file) is .*(damaged|no backup)/);
    }
    writeFileSync(file, whole);
    assert.deepEqual(await house.restore(`${file}.none`, "--key", keyFile, "--replace"), {
      code: 1,
      said: `${file}.none is not there.`,
    });
  });

  test("does not replace a database unasked", async () => {
    const { code, said } = await restore();
    assert.equal(code, 1);
    assert.match(said, /^There is a database in .*--replace/);
  });

  test("is refused without the tombstones of its time, and under another secret", async () => {
    const [stones, secret] = [join(house.data, "tombstones"), join(house.data, "secret")];
    renameSync(stones, elsewhere);
    await refused(/^The tombstones are missing: .*--without-tombstones/);
    renameSync(elsewhere, stones);
    renameSync(secret, elsewhere);
    await refused(/^The installation's secret is missing/);
    writeFileSync(secret, Buffer.alloc(32, 1).toString("base64"));
    await refused(/^The backup was made under another secret/);
    rmSync(secret);
    renameSync(elsewhere, secret);
  });

  test("brings back the time of the snapshot, whole, and the doors open", async () => {
    const { code, said } = await restore("--replace");
    assert.equal(code, 0, said);
    assert.match(said, /^Restored the database of 20\d\d-.*Z\. Erased again: 0\.$/);
    assert.equal(existsSync(join(house.data, "restoring")), false);
    const stop = await house.start();
    try {
      await eventually("the audit trail goes on, and tells of the restore", async () => {
        const { code, said } = await house.verifyAudit();
        assert.equal(code, 0, said);
        return /^Restored from a backup at 20.*$/m.test(said);
      });
      const owner = ownerPool(house.data);
      const sessions = await owner.query("select from identity.sessions");
      await owner.end();
      assert.equal(sessions.rowCount, 0, "a session that was ended since does not live again");
      const there = await groupNames(house.data);
      for (const name of kept) assert.ok(there.includes(name));
      assert.equal(there.includes("After"), false);
      const during = there.filter((name) => name.startsWith("During"));
      assert.deepEqual(
        during.map((name) => Number(name.slice(7))).sort((a, b) => a - b),
        during.map((_, n) => n),
        "one point in time: none is missing between two that are there",
      );
      const kari = await signedIn(house.url, "kari");
      await eventually(
        "Kari opens a door",
        async () => {
          const { items } = await kari.client.call(myDoors, { params: kari.params, query: {} });
          const door = items.find(({ openable, online }) => openable && online);
          if (!door) return false;
          const params = { ...kari.params, door: door.id };
          const body = { request: crypto.randomUUID() };
          return (await kari.client.call(openDoor, { params, body })).outcome === "opened";
        },
        30_000,
      );
    } finally {
      await stop();
    }
  });

  test("cannot be claimed: a database that was set back by other means is found", async () => {
    await withDatabase(
      house.data,
      async (pool) =>
        await pool.query(`begin; set local session_replication_role = replica;
          delete from kernel.audit_entries
           where number = (select max(number) from kernel.audit_entries); commit`),
    );
    const { code, said } = await house.verifyAudit();
    assert.equal(code, 1, said);
    assert.match(said, /^The end of the audit trail is missing, from entry \d+ on: /);
  });

  test("is refused when it is of a newer version; the backup of a database at rest starts it for the time", async () => {
    const future = async (sql: string) =>
      await withDatabase(house.data, async (pool) => await pool.query(sql));
    await future("insert into migrations.kysely_migration values ('99_future/0001_more', '2030')");
    const made = await house.backup(file, "--to", recipient());
    assert.equal(made.code, 0, made.said);
    await refused(/^The backup is of a newer version than this program .*99_future/);
    await future("delete from migrations.kysely_migration where name like '99%'");
    assert.equal((await house.backup(file, "--to", recipient())).code, 0);
  });

  test("does not bring back who was erased since, unless that is said", async () => {
    const kari = async () =>
      await withDatabase(house.data, async (pool) => {
        const { rows } = await pool.query<{ id: string }>(
          "select id from kernel.memberships where name = 'Kari Nordlie'",
        );
        return rows.map(({ id }) => id);
      });
    const tombstones = createTombstones({
      folder: join(house.data, "tombstones"),
      key: house.keys().derive("tombstones"),
      now: () => new Date(),
      log: { warn: () => undefined },
    });
    const [id = ""] = await kari();
    await tombstones.around([{ kind: "member", id }], async () => {
      await withDatabase(
        house.data,
        async (pool) => await pool.query("delete from kernel.memberships where id = $1", [id]),
      );
    });
    const { code, said } = await restore("--replace");
    assert.equal(code, 0, said);
    assert.match(said, /Erased again: 1\.$/);
    assert.deepEqual(await kari(), []);
    const anyway = await restore("--replace", "--without-tombstones");
    assert.match(
      anyway.said,
      /Without tombstones: whoever was erased since then is there again\.$/,
    );
    assert.equal((await kari()).length, 1);
  });
});
