import type { Pool } from "pg";
import { escapeIdentifier } from "pg";
import { mark } from "./half-restored.ts";
import { BackupError } from "./problem.ts";

/**
 * Takes an empty database for a restore; what an interrupted one left in it is removed.
 * @throws BackupError when it is not empty
 */
export async function beginRestore(owner: Pool): Promise<void> {
  const schemas = await ownSchemas(owner);
  if (schemas.includes(mark)) await abandonRestore(owner);
  else {
    const { rows } = await owner.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p', 'm')
          and not exists (select from pg_depend d
                           where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`,
    );
    if (schemas.length > 0 || rows.length > 0) {
      throw new BackupError("The database is not empty. Restore into an empty one.");
    }
  }
  await owner.query(`create schema ${mark}`);
}

export async function endRestore(owner: Pool): Promise<void> {
  await owner.query(`drop schema ${mark}`);
}

/** Leaves the database as empty as it was. The mark goes last. */
export async function abandonRestore(owner: Pool): Promise<void> {
  for (const schema of await ownSchemas(owner)) {
    if (schema !== mark) await owner.query(`drop schema ${escapeIdentifier(schema)} cascade`);
  }
  await owner.query(`drop schema if exists ${mark} cascade`);
}

async function ownSchemas(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select nspname as name from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
        and not exists (select from pg_depend d
                         where d.classid = 'pg_namespace'::regclass and d.objid = pg_namespace.oid
                           and d.deptype = 'e')`,
  );
  return rows.map((row) => row.name);
}
