import { readdirSync, readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { Pool } from "pg";

/** A module's folder of numbered SQL files, in the order in which modules are given. */
export type SqlFolder = { readonly module: string; readonly folder: URL };

/** The database was written by a newer version of this program. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

/**
 * Every migration's file by name. Modules come in dependency order, so a name starts with the module's
 * place: `02_access/0001_doors`. Migrations are never edited once released, only added.
 */
export function readMigrations(folders: readonly SqlFolder[]): Record<string, URL> {
  return Object.fromEntries(
    folders.flatMap(({ module, folder }, place) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".sql"))
        .map((file) => [
          `${String(place).padStart(2, "0")}_${module}/${file.replace(/\.sql$/, "")}`,
          new URL(file, folder),
        ]),
    ),
  );
}

/**
 * Brings the database to this version, in one transaction; of several that start at once, one does.
 * @param owner connections of the tables' owner; the migrations get their own, without time limits
 * @param only the migrations to go no further than: those of a backup that is restored
 * @returns the names of what was applied
 * @throws NewerDatabaseError when it already is at a newer one.
 */
export async function migrate(
  owner: Pool,
  folders: readonly SqlFolder[],
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const pool = new Pool({ ...owner.options, max: 2, statement_timeout: 0, query_timeout: 0 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    return await migrateWith(pool, folders, only);
  } finally {
    await pool.end();
  }
}

async function migrateWith(
  pool: Pool,
  folders: readonly SqlFolder[],
  only: ReadonlySet<string> | undefined,
): Promise<string[]> {
  // Only here: what asks for a database, or starts one, does without its 250 files.
  const { Kysely, PostgresDialect, sql } = await import("kysely");
  const { Migrator } = await import("kysely/migration");
  const fromFile = (file: URL): Migration => ({
    up: async (db: Kysely<never>) => void (await sql.raw(readFileSync(file, "utf8")).execute(db)),
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrations = readMigrations(folders);
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(migrations)
              .filter(([name]) => only?.has(name) ?? true)
              .map(([name, file]) => [name, fromFile(file)]),
          ),
        ),
    },
    migrationTableSchema: "migrations",
    // A module that gains a file runs it although a later module's files have run already.
    allowUnorderedMigrations: true,
  });
  const applied = await appliedMigrations(pool);
  const unknown = applied.find((name) => !(name in migrations));
  if (unknown) {
    throw new NewerDatabaseError(
      `The database is of a newer version than this program (it has ${unknown}). Start the newer version, or restore an older backup.`,
    );
  }
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    const failed = results.find((result) => result.status === "Error");
    throw new Error(
      `Migration ${failed?.migrationName ?? ""} failed: ${error instanceof Error ? error.message : "unknown"}`,
      { cause: error },
    );
  }
  return results.map((result) => result.migrationName);
}

export async function appliedMigrations(pool: Pick<Pool, "query">): Promise<string[]> {
  const found = await pool.query("select to_regclass('migrations.kysely_migration') as table");
  if (!found.rows[0].table) return [];
  const rows = await pool.query("select name from migrations.kysely_migration order by name");
  return rows.rows.map((row: { name: string }) => row.name);
}
