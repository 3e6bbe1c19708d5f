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

/**
 * @param template the database that it is a clone of
 * @throws Error when not run by `npm test`, which starts the server and makes the template
 */
export async function createTestDatabase(template = templateName): Promise<TestDatabase> {
  const server = process.env[testServerVariable];
  if (!server) throw new Error("Tests need a database: run them by `npm test -- path/to/file`.");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const admin = createPool(server, { max: 1 });
  // Page by page it would pass through the memory of a connection that has none of it yet.
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const owner = createPool(address.href, { max: 8 });
  const appUrl = await ensureAppLogin(owner, address.href, "test");
  const app = createPool(appUrl, { max: 8 });
  return {
    ownerUrl: address.href,
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
