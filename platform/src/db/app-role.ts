import { escapeIdentifier, escapeLiteral } from "pg";
import type { Pool } from "pg";

/**
 * The role the program works as: it owns nothing, is no superuser and cannot bypass row-level
 * security. Grants and policies name the group role `terskel_app`; each database has a login of
 * its own in that group, so that two installations can share one PostgreSQL.
 */
export const appGroup = "terskel_app";

/** Makes the group role; migrations grant to it. Roles are shared by all databases of a server. */
export async function ensureAppGroup(owner: Pool): Promise<void> {
  await owner.query(
    `do $$ begin
       create role ${appGroup} nologin nosuperuser nobypassrls;
     exception when duplicate_object or unique_violation then null; end $$`,
  );
}

/**
 * Makes or updates this database's login and gives its address.
 * @param password derived from the installation's secret, so that no replica has to store it
 */
export async function ensureAppLogin(owner: Pool, url: string, password: string): Promise<string> {
  const { rows } = await owner.query("select current_database() as name");
  const name = `${rows[0].name}_server`.slice(0, 63);
  await owner.query(
    `do $$ begin
       create role ${escapeIdentifier(name)} login nosuperuser nobypassrls in role ${appGroup};
     exception when duplicate_object or unique_violation then null; end $$`,
  );
  await owner.query(
    `alter role ${escapeIdentifier(name)} with login nosuperuser nobypassrls password ${escapeLiteral(password)}`,
  );
  const address = new URL(url);
  address.username = encodeURIComponent(name);
  address.password = encodeURIComponent(password);
  return address.href;
}
