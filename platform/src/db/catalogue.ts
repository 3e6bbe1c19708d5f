import type { Pool } from "pg";

/** A table of the live database. */
export type CatalogueTable = {
  readonly schema: string;
  readonly table: string;
  readonly rowSecurity: boolean;
  readonly rowSecurityForced: boolean;
  readonly columns: readonly {
    readonly name: string;
    /** PostgreSQL's type as it writes it: `uuid`, `timestamp with time zone`, `text[]`. */
    readonly type: string;
    readonly nullable: boolean;
    /** Has a default or is generated, so an insert may leave it out. */
    readonly hasDefault: boolean;
  }[];
  readonly foreignKeys: readonly {
    readonly columns: readonly string[];
    /** `schema.table`. */
    readonly table: string;
    /** What deleting the row it references does to this one. */
    readonly onDelete: "cascade" | "set null" | "refuse";
    /** The columns that become null. */
    readonly nulls: readonly string[];
    /** What `columns` are equal to there, in the same order. */
    readonly references: readonly string[];
  }[];
  readonly primaryKey: readonly string[];
  /** First columns of the indexes that find every row in which the column is not null. */
  readonly indexed: readonly string[];
  /** May the program's role delete rows, and lock them, for which one column that it may update is enough? */
  readonly isDeletable: boolean;
  readonly policies: readonly {
    readonly command: "all" | "select" | "insert" | "update" | "delete";
    /** The `using` expression as the database writes it; empty when there is none. */
    readonly using: string;
  }[];
};

/**
 * The tables of these schemas as the database has them, by schema and name; columns in order. A
 * materialised view counts: it holds data. An extension's own tables do not.
 */
export async function readCatalogue(
  pool: Pick<Pool, "query">,
  schemas: readonly string[],
): Promise<CatalogueTable[]> {
  const { rows } = await pool.query(
    `select n.nspname as schema, c.relname as "table",
            c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "rowSecurityForced",
            (select json_agg(json_build_object(
               'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
               'nullable', not a.attnotnull,
               'hasDefault', a.atthasdef or a.attidentity <> '') order by a.attnum)
               from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
            (select coalesce(json_agg(json_build_object(
               'columns', (select json_agg(a.attname order by u.n)
                             from unnest(k.conkey) with ordinality u (key, n)
                             join pg_attribute a on a.attrelid = c.oid and a.attnum = u.key),
               'references', (select json_agg(a.attname order by u.n)
                                from unnest(k.confkey) with ordinality u (key, n)
                                join pg_attribute a on a.attrelid = f.oid and a.attnum = u.key),
               'table', format('%s.%s', fn.nspname, f.relname),
               'onDelete', case k.confdeltype when 'c' then 'cascade' when 'n' then 'set null'
                           else 'refuse' end,
               'nulls', (select coalesce(json_agg(a.attname), '[]') from pg_attribute a
                          where a.attrelid = c.oid and k.confdeltype = 'n'
                            and a.attnum = any (coalesce(k.confdelsetcols, k.conkey)))
             ) order by k.conname), '[]')
               from pg_constraint k
               join pg_class f on f.oid = k.confrelid
               join pg_namespace fn on fn.oid = f.relnamespace
              where k.conrelid = c.oid and k.contype = 'f') as "foreignKeys",
            (select coalesce(json_agg(a.attname order by u.n), '[]')
               from pg_index i, unnest(i.indkey) with ordinality u (key, n)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = u.key
              where i.indrelid = c.oid and i.indisprimary) as "primaryKey",
            (select coalesce(json_agg(distinct a.attname), '[]')
               from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
              where i.indrelid = c.oid and i.indisvalid and (i.indpred is null
                or pg_get_expr(i.indpred, c.oid) = format('(%I IS NOT NULL)', a.attname))) as indexed,
            coalesce(has_table_privilege(to_regrole('terskel_app')::oid, c.oid, 'delete')
              and has_any_column_privilege(to_regrole('terskel_app')::oid, c.oid, 'update'), false) as "isDeletable",
            (select coalesce(json_agg(json_build_object(
               'command', case p.polcmd when '*' then 'all' when 'r' then 'select'
                          when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
               'using', coalesce(pg_get_expr(p.polqual, p.polrelid), '')) order by p.polname), '[]')
               from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname = any($1)
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1, 2`,
    [schemas],
  );
  return rows as CatalogueTable[];
}
