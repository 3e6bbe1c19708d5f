import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { createTestDatabase } from "../testing/index.ts";
import type { TestDatabase } from "../testing/index.ts";
import { ensureAppGroup, ensureAppLogin } from "./app-role.ts";
import { createPool } from "./pool.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());

const refused = async (sql: string) =>
  await assert.rejects(database.app.query(sql), { code: "42501" }, sql);

describe("the role that the program works as", () => {
  test("is no superuser, cannot bypass row-level security and makes nothing", async () => {
    const { rows } = await database.app.query(
      `select rolname = current_user as itself, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
         from pg_roles where pg_has_role(oid, 'member') order by 1`,
    );
    const harmless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    assert.deepEqual(rows, [
      { itself: false, ...harmless },
      { itself: true, ...harmless },
    ]);
  });

  test("owns nothing", async () => {
    const { rows } = await database.app.query(
      `select relname from pg_class where pg_has_role(relowner, 'member')
       union all select nspname from pg_namespace where pg_has_role(nspowner, 'member')
       union all select proname from pg_proc where pg_has_role(proowner, 'member')
       union all select datname from pg_database where pg_has_role(datdba, 'member')`,
    );
    assert.deepEqual(rows, []);
  });

  test("cannot change the schema, switch row-level security off, or empty a table past it", async () => {
    await refused("create table public.mine (n integer)");
    await refused("create temporary table mine (n integer)");
    await refused("create schema mine");
    await refused("alter table kernel.sites disable row level security");
    await refused("drop policy tenant on kernel.sites");
    await refused("truncate kernel.sites");
    await refused("create role mine");
    await refused("copy kernel.sites to program 'id'");
    await refused("select pg_read_file('/etc/passwd')");
    await refused("set session_replication_role = replica");
    const asked = database.app.query("set row_security = off; select from kernel.sites");
    await assert.rejects(asked, /row-level security policy/);
  });

  test("puts jobs in the queue, and does not read it", async () => {
    await database.app.query("select jobs.add('trial', '{}', null, null)");
    await refused("select from graphile_worker.jobs");
    await refused("select graphile_worker.add_job('trial')");
    await refused("select from migrations.kysely_migration");
  });
});

describe("the login", () => {
  test("is told by its password, which a new one replaces", async () => {
    const url = await ensureAppLogin(database.owner, database.ownerUrl, "ånother one's");
    const pool = createPool(url, { max: 1 });
    const { rows } = await pool
      .query("select rolpassword like 'SCRAM-SHA-256$%' as hashed from pg_authid")
      .catch(() => ({ rows: [] }));
    assert.deepEqual(rows, []);
    await pool.end();
    const { rows: kept } = await database.owner.query(
      "select rolpassword like 'SCRAM-SHA-256$%' as hashed from pg_authid where rolname = current_database() || '_server'",
    );
    assert.deepEqual(kept, [{ hashed: true }]);
  });

  test("is made once by replicas that start at the same time", async () => {
    const urls = await Promise.all(
      [1, 2, 3, 4, 5].map(
        async () => await ensureAppLogin(database.owner, database.ownerUrl, "same"),
      ),
    );
    assert.equal(new Set(urls).size, 1);
  });

  test("of one installation does not get into another's database on the same server", async () => {
    const other = await createTestDatabase();
    const address = new URL(other.appUrl);
    address.pathname = new URL(database.appUrl).pathname;
    const pool = createPool(address.href, { max: 1 });
    await assert.rejects(pool.query("select 1"), /permission denied for database/);
    await pool.end();
    await other.drop();
  });

  test("is refused when somebody has given it more than it may have", async () => {
    const other = await createTestDatabase();
    const { pathname, username } = new URL(other.appUrl);
    await other.owner.query(`alter role ${username} bypassrls`);
    const asked = ensureAppLogin(other.owner, `postgres://localhost${pathname}`, "x");
    await assert.rejects(asked, /can bypass row-level security/);
    await other.drop();
  });

  test("can be made by an owner who is no superuser, for a database with a long name", async () => {
    const tag = randomBytes(4).toString("hex");
    const name = `long_${tag}_${"x".repeat(63 - 14)}`;
    await database.owner.query(`create role owner_${tag} login createrole`);
    await database.owner.query(`grant terskel_app to owner_${tag} with admin option`);
    await database.owner.query(`create database ${name} owner owner_${tag}`);
    const address = new URL(database.ownerUrl);
    address.pathname = `/${name}`;
    address.username = `owner_${tag}`;
    const owner = createPool(address.href, { max: 2 });
    await ensureAppGroup(owner);
    const url = await ensureAppLogin(owner, address.href, "password");
    assert.equal(await ensureAppLogin(owner, address.href, "password"), url);
    const app = createPool(url, { max: 1 });
    const { rows } = await app.query("select current_user as login, current_database() as name");
    assert.deepEqual(rows, [{ login: new URL(url).username, name }]);
    await app.end();
    await owner.end();
    await database.owner.query(`drop database ${name} with (force)`);
    await database.owner.query(`drop role ${new URL(url).username}`);
    await database.owner.query(`drop owned by owner_${tag}`);
    await database.owner.query(`drop role owner_${tag}`);
  });
});
