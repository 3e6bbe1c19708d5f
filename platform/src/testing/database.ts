import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { ensureAppLogin } from "../db/app-role.ts";
import { createPool } from "../db/pool.ts";

/** A database of its own for one test file, cloned from the migrated template. */
export type TestDatabase = {
  readonly ownerUrl: string;
  /** Owns the tables; for looking behind row-level security in an assertion. */
  readonly owner: Pool;
  readonly appUrl: string;
  /** The program's role. */
  readonly app: Pool;
  drop(): Promise<void>;
};

/** The environment variable in which `npm test` hands over the address of its server. */
export const testServerVariable = "TEST_POSTGRES_URL";
/** This version's schema and no rows. */
export const templateName = "terskel_template";

/** @throws Error when not run by `npm test`, which starts it */
function testServer(): string {
  const server = process.env[testServerVariable];
  if (!server) throw new Error("Tests need a database: run them by `npm test -- path/to/file`.");
  return server;
}

const addressOf = (server: string, name: string) => {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
};

/**
 * A template for the databases of many test files: what they all make first is made once.
 * @param prepare what that is; of several that ask at once for the same name, one does it
 */
export async function testTemplate(
  name: string,
  prepare: (owner: Pool) => Promise<unknown>,
): Promise<string> {
  const server = testServer();
  const admin = createPool(server, { max: 1 });
  try {
    await admin.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return name;
    await admin.query(`create database ${name}_made template ${templateName} strategy file_copy`);
    const owner = createPool(addressOf(server, `${name}_made`), { max: 1 });
    await prepare(owner);
    await owner.end();
    await admin.query(`alter database ${name}_made rename to ${name}`);
    return name;
  } finally {
    await admin.end();
  }
}

/**
 * @param template the database that it is a clone of
 * @throws Error when not run by `npm test`, which starts the server and makes the template
 */
export async function createTestDatabase(template = templateName): Promise<TestDatabase> {
  const server = testServer();
  const name = `t_${randomBytes(6).toString("hex")}`;
  const admin = createPool(server, { max: 1 });
  // Page by page it would pass through the memory of a connection that has none of it yet.
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  const ownerUrl = addressOf(server, name);
  const owner = createPool(ownerUrl, { max: 8 });
  const appUrl = await ensureAppLogin(owner, ownerUrl, "test");
  const app = createPool(appUrl, { max: 8 });
  return {
    ownerUrl,
    owner,
    appUrl,
    app,
    async drop() {
      await app.end();
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop role ${name}_server`);
      await admin.end();
    },
  };
}
