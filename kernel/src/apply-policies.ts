import { createHash } from "node:crypto";
import type { Pool } from "pg";
import type { Processing } from "./declare.ts";
import { deriveKinds } from "./kinds.ts";
import { activeWhileRestricted, derivePolicies, objectionNames, seesExpired } from "./policies.ts";
import { deriveGuards } from "./retention/guards.ts";
import { quote } from "./subject-path.ts";
import { deriveAsTold } from "./told/derive.ts";

type Kind = "policy" | "trigger";
type Named = { readonly kind: Kind; readonly table: string; readonly name: string };
/** What is made of the declarations and of the notices in force, and by which statement. */
type Derived = Named & { readonly made: string };

async function derive(
  pool: Pick<Pool, "query">,
  processings: readonly Processing[],
): Promise<Derived[]> {
  const asTold = await deriveAsTold(pool, processings, seesExpired);
  return [
    ...[...derivePolicies(processings), ...asTold.policies].map(({ table, name, rule }) => ({
      kind: "policy" as const,
      table,
      name,
      made: `create policy ${quote(name)} on ${quote(table)} ${rule}`,
    })),
    ...[...deriveGuards(processings), ...deriveKinds(processings), ...asTold.triggers].map(
      ({ table, name, rule }) => ({
        kind: "trigger" as const,
        table,
        name,
        made: `create trigger ${quote(name)} ${rule}`,
      }),
    ),
  ];
}

/** What it was made by, kept in its comment: the database rewrites the rule itself. */
const digest = (made: string) => createHash("sha256").update(made).digest("hex").slice(0, 16);

type Live = Named & { readonly digest: string | null };

const liveSql = `
  select p.*, format('%s.%s', c.relnamespace::regnamespace, c.relname) as "table"
    from (select 'policy' as kind, polrelid as relation, polname as name,
                 obj_description(oid, 'pg_policy') as digest from pg_policy
          union all
          select 'trigger', tgrelid, tgname, obj_description(oid, 'pg_trigger') from pg_trigger) p
    join pg_class c on c.oid = p.relation
   where p.name like 'kernel\\_%' and not c.relispartition
     and c.relnamespace::regnamespace::text = any ($1)`;

/** The derived policies and triggers that the live database has not, or has otherwise, or has and should not. */
export async function findPolicyDrift(
  pool: Pick<Pool, "query">,
  processings: readonly Processing[],
): Promise<{ missing: Derived[]; extra: Live[] }> {
  const { rows } = await pool.query<Live>(liveSql, [processings.flatMap((p) => p.schemas)]);
  const key = ({ kind, table, name }: Named) => `${kind} ${table} ${name}`;
  const derived = await derive(pool, processings);
  const wanted = new Map(derived.map((each) => [key(each), each]));
  const live = new Map(rows.map((row) => [key(row), row.digest]));
  return {
    missing: [...wanted.values()].filter((each) => live.get(key(each)) !== digest(each.made)),
    extra: rows.filter((row) => !wanted.has(key(row))),
  };
}

/** One sentence for each derived policy or trigger that the live database has not as declared. */
export async function policyFaults(
  pool: Pick<Pool, "query">,
  processings: readonly Processing[],
): Promise<string[]> {
  const { missing, extra } = await findPolicyDrift(pool, processings);
  return [
    ...missing.map(({ kind, table, name }) => `${table} has no ${kind} ${name} as declared.`),
    ...extra.map(
      ({ kind, table, name }) => `${table} has a ${kind} ${name} that nothing declares.`,
    ),
  ];
}

/**
 * Brings the policies and triggers that follow from the declarations into the database, after the
 * migrations; nothing is touched when they are there already.
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
    for (const { kind, table, name } of [...extra, ...missing])
      await client.query(`drop ${kind} if exists ${quote(name)} on ${quote(table)}`);
    for (const { kind, table, name, made } of missing) {
      await client.query(made);
      await client.query(
        `comment on ${kind} ${quote(name)} on ${quote(table)} is '${digest(made)}'`,
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
