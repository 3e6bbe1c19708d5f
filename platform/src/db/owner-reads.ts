import { escapeIdentifier } from "pg";
import type { Pool } from "pg";

/** An owner that may bypass row-level security needs no policies to copy tables for a backup. */
async function bypassesRowSecurity(client: Pick<Pool, "query">): Promise<boolean> {
  const { rows } = await client.query<{ mighty: boolean }>(
    "select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user",
  );
  return rows[0]?.mighty === true;
}

/**
 * Row-level security is forced on the tables' owner too. Where that one is no superuser it gets a policy
 * of its own on each table, to read: without it a backup would be empty. The program's role gains
 * nothing by it.
 */
export async function letOwnerRead(owner: Pool, schemas: readonly string[]): Promise<void> {
  if (await bypassesRowSecurity(owner)) return;
  const { rows } = await owner.query<{ schema: string; table: string; me: string }>(
    `select n.nspname as schema, c.relname as "table", current_user as me
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity
        and n.nspname = any($1)
        and not exists (select from pg_policy p
                         where p.polrelid = c.oid and p.polname = 'owner_reads')`,
    [schemas],
  );
  for (const { schema, table, me } of rows) {
    const [name, role] = [[schema, table].map(escapeIdentifier).join("."), escapeIdentifier(me)];
    await owner.query(`create policy owner_reads on ${name} for select to ${role} using (true)`);
  }
}

/**
 * The tables of which this user might not see every row: no policy of its own, or one that restricts it.
 * Empty for a user that bypasses row-level security.
 */
export async function hiddenFrom(
  client: Pick<Pool, "query">,
  schemas: readonly string[],
): Promise<string[]> {
  if (await bypassesRowSecurity(client)) return [];
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity
        and n.nspname = any($1)
        and (not exists (select from pg_policy p
                          where p.polrelid = c.oid and p.polname = 'owner_reads')
             or exists (select from pg_policy p, unnest(p.polroles) role
                         where p.polrelid = c.oid and not p.polpermissive
                           and (role = 0 or pg_has_role(role, 'usage'))))
      order by 1`,
    [schemas],
  );
  return rows.map((row) => row.name);
}
