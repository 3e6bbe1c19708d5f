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
};

/** The tables of these schemas as the database has them, by schema and name; columns in order. */
export async function readCatalogue(
  pool: Pick<Pool, "query">,
  schemas: readonly string[],
): Promise<CatalogueTable[]> {
  const { rows } = await pool.query(
    `select n.nspname as schema, c.relname as "table",
            c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "rowSecurityForced",
            json_agg(json_build_object(
              'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
              'nullable', not a.attnotnull,
              'hasDefault', a.atthasdef or a.attidentity <> '') order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
      group by 1, 2, 3, 4 order by 1, 2`,
    [schemas],
  );
  return rows as CatalogueTable[];
}
