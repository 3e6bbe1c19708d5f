import { createHash } from "node:crypto";
import type { Pool } from "pg";
import type { Processing } from "./declare.ts";
import { activeWhileRestricted, derivePolicies, objectionNames } from "./policies.ts";
import type { DerivedPolicy } from "./policies.ts";
import { quote } from "./subject-path.ts";

/** What a policy was made from, kept in its comment: the database rewrites the rule itself. */
const digest = (rule: string) => createHash("sha256").update(rule).digest("hex").slice(0, 16);

type Live = { table: string; name: string; made: string | null };

const liveSql = `
  select format('%s.%s', c.relnamespace::regnamespace, c.relname) as "table", p.polname as name,
         obj_description(p.oid, 'pg_policy') as made
    from pg_policy p join pg_class c on c.oid = p.polrelid
   where p.polname like 'kernel\\_%' and not c.relispartition
     and c.relnamespace::regnamespace::text = any ($1)`;

/** The derived policies that the live database has not, or has otherwise, or has and should not. */
export async function findPolicyDrift(
  pool: Pick<Pool, "query">,
  processings: readonly Processing[],
): Promise<{ missing: DerivedPolicy[]; extra: Live[] }> {
  const { rows } = await pool.query<Live>(liveSql, [processings.flatMap((p) => p.schemas)]);
  const key = ({ table, name }: { table: string; name: string }) => `${table} ${name}`;
  const wanted = new Map(derivePolicies(processings).map((each) => [key(each), each]));
  const live = new Map(rows.map((row) => [key(row), row.made]));
  return {
    missing: [...wanted.values()].filter((each) => live.get(key(each)) !== digest(each.rule)),
    extra: rows.filter((row) => !wanted.has(key(row))),
  };
}

/** One sentence for each derived policy that the live database has not as declared. */
export async function policyFaults(
  pool: Pick<Pool, "query">,
  processings: readonly Processing[],
): Promise<string[]> {
  const { missing, extra } = await findPolicyDrift(pool, processings);
  return [
    ...missing.map(({ table, name }) => `${table} has no policy ${name} as declared.`),
    ...extra.map(({ table, name }) => `${table} has a policy ${name} that nothing declares.`),
  ];
}

/**
 * Brings the policies that follow from the declarations into the database, after the migrations;
 * nothing is touched when they are there already.
 * @param owner connections of the tables' owner
 */
export async function applyPolicies(owner: Pool, processings: readonly Processing[]) {
  const client = await owner.connect();
  try {
    await client.query("begin");
    // Of several that start at once, one does it.
    await client.query("select pg_advisory_xact_lock(hashtext('terskel derived policies'))");
    const active = activeWhileRestricted(processings.flatMap((p) => p.activities));
    await client.query(`create or replace function kernel.active_while_restricted() returns text[]
      language sql immutable parallel safe return array[${active.map((id) => `'${id}'`).join(", ")}]::text[]`);
    await client.query(`create or replace function kernel.objections() returns text[]
      language sql stable parallel safe return ${objectionNames(processings)}`);
    const { missing, extra } = await findPolicyDrift(client, processings);
    for (const { table, name } of [...extra, ...missing])
      await client.query(`drop policy if exists ${quote(name)} on ${quote(table)}`);
    for (const { table, name, rule } of missing) {
      await client.query(`create policy ${quote(name)} on ${quote(table)} ${rule}`);
      await client.query(
        `comment on policy ${quote(name)} on ${quote(table)} is '${digest(rule)}'`,
      );
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
