import { createHash } from "node:crypto";
import { escapeIdentifier, escapeLiteral } from "pg";
import type { Pool } from "pg";

/**
 * The role the program works as: it owns nothing, is no superuser and cannot bypass row-level
 * security. Grants and policies name the group role `terskel_app`; each database has a login of
 * its own in that group, so that two installations can share one PostgreSQL.
 */
const appGroup = "terskel_app";

const harmless = "nosuperuser nobypassrls nocreaterole nocreatedb noreplication";

/** Makes the group role; migrations grant to it. Roles are shared by all databases of a server. */
export async function ensureAppGroup(owner: Pool): Promise<void> {
  await owner.query(
    `do $$ begin
       create role ${appGroup} nologin ${harmless};
     exception when duplicate_object or unique_violation then null; end $$`,
  );
}

/**
 * Makes or updates this database's login and gives its address.
 * @param password derived from the installation's secret, so that no replica has to store it
 */
export async function ensureAppLogin(owner: Pool, url: string, password: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>("select current_database() as name");
  const database = rows[0]?.name ?? "";
  const name = loginOf(database);
  const [role, its] = [escapeIdentifier(name), escapeIdentifier(database)];
  const client = await owner.connect();
  try {
    await client.query("begin");
    // Replicas start at once, and PostgreSQL refuses to alter one role from two sides.
    await client.query("select pg_advisory_xact_lock(hashtext('terskel app login'))");
    const known = await client.query<{ mighty: boolean }>(
      "select rolsuper or rolbypassrls as mighty from pg_roles where rolname = $1",
      [name],
    );
    if (known.rows[0]?.mighty) {
      throw new Error(`The role ${name} can bypass row-level security. Take that from it.`);
    }
    if (known.rowCount === 0) {
      await client.query(`create role ${role} login ${harmless} in role ${appGroup}`);
      // The group has rights in the other installations' databases too: their logins stay out.
      await client.query(`revoke connect, temporary on database ${its} from public`);
      await client.query(`grant connect on database ${its} to ${role}`);
    }
    // Nothing but the password: other attributes may be altered by a superuser only.
    await client.query(`alter role ${role} password ${escapeLiteral(password)}`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  const address = new URL(url);
  address.username = encodeURIComponent(name);
  address.password = encodeURIComponent(password);
  return address.href;
}

/** `DATABASE_server`. A role's name has at most 63 bytes, so a long one is cut and told apart. */
function loginOf(database: string): string {
  if (Buffer.byteLength(database) <= 56) return `${database}_server`;
  const digest = createHash("sha256").update(database).digest("hex").slice(0, 16);
  return `terskel_${digest}_server`;
}
