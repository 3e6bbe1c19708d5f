import type { Pool } from "pg";

/** Everything a reviewer of the schema wants to see, as sorted plain text. */
const queries: readonly [title: string, sql: string][] = [
  [
    "tables",
    `select format('%s.%s  %s%s', c.relnamespace::regnamespace, c.relname,
              string_agg(format(e'\n    %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' else '' end,
                coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), '' order by a.attnum),
              case when c.relforcerowsecurity then e'\n    -- row-level security forced' else '' end) as line
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text = any($1)
      group by c.oid`,
  ],
  [
    "views",
    `select format(e'%s.%s  %s\n%s', schemaname, viewname, array_to_string(c.reloptions, ', '), definition) as line
       from pg_views join pg_class c on c.oid = format('%I.%I', schemaname, viewname)::regclass
      where schemaname = any($1)`,
  ],
  [
    "constraints",
    `select format('%s  %s', conrelid::regclass, pg_get_constraintdef(oid)) as line
       from pg_constraint where contype <> 'n' and connamespace::regnamespace::text = any($1)`,
  ],
  ["indexes", `select indexdef as line from pg_indexes where schemaname = any($1)`],
  [
    "policies",
    `select format('%s.%s  %s for %s using (%s) check (%s)', schemaname, tablename, policyname, cmd, qual, with_check) as line
       from pg_policies where schemaname = any($1)`,
  ],
  [
    "functions",
    `select pg_get_functiondef(oid) as line from pg_proc where pronamespace::regnamespace::text = any($1)`,
  ],
  [
    "rights of the program's role",
    `select format('%s.%s  %s', table_schema, table_name, string_agg(privilege_type, ', ' order by privilege_type)) as line
       from information_schema.role_table_grants
      where grantee = 'terskel_app' and table_schema = any($1) group by table_schema, table_name`,
  ],
];

const schemas = ["jobs", "kernel", "identity", "access", "support"];

/** The schema as text; the committed one is docs/schema.sql. */
export async function schemaDump(pool: Pool): Promise<string> {
  const parts = ["-- The schema that the migrations make. Renewed by `npm run generate`."];
  for (const [title, sql] of queries) {
    const { rows } = await pool.query(`select line from (${sql}) q order by line collate "C"`, [
      schemas,
    ]);
    parts.push(`\n-- ${title}\n`, ...rows.map((row: { line: string }) => row.line));
  }
  return `${parts.join("\n")}\n`;
}
