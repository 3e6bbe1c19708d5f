import type { ClientBase } from "pg";
import { escapeIdentifier } from "pg";
import { z } from "zod";

const name = z.string().min(1).max(63);

/** A table as the backup has it: what is copied, and into which partitions it has to fall again. */
export const tableShape = z.strictObject({
  schema: name,
  table: name,
  /** Without generated columns, which the database makes again. */
  columns: z.array(name),
  partitions: z.array(
    z.strictObject({
      schema: name,
      table: name,
      parent: z.strictObject({ schema: name, table: name }),
      /** As PostgreSQL writes them; read back only in these forms. */
      bound: z.string().regex(/^(FOR VALUES [\w ():,.'+-]+|DEFAULT)$/),
      partitionBy: z
        .string()
        .regex(/^(RANGE|LIST|HASH) \([\w, ]+\)$/)
        .optional(),
      rowSecurity: z.boolean(),
      rowSecurityForced: z.boolean(),
    }),
  ),
});
export type BackupTable = z.output<typeof tableShape>;

export const nameOf = ({ schema, table }: { schema: string; table: string }) =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;

const partitionsSql = `
  select n.nspname as schema, p.relname as "table",
         json_build_object('schema', un.nspname, 'table', u.relname) as parent,
         pg_get_expr(p.relpartbound, p.oid) as bound,
         pg_get_partkeydef(p.oid) as "partitionBy",
         p.relrowsecurity as "rowSecurity", p.relforcerowsecurity as "rowSecurityForced"
    from pg_partition_tree(c.oid) tree
    join pg_class p on p.oid = tree.relid and p.oid <> c.oid
    join pg_namespace n on n.oid = p.relnamespace
    join pg_class u on u.oid = tree.parentrelid
    join pg_namespace un on un.oid = u.relnamespace
   order by tree.level, p.relname`;

/**
 * The tables of these schemas, each after those that it references.
 * @throws Error when tables reference each other in a ring: then no order is right
 */
export async function readTables(
  client: ClientBase,
  schemas: readonly string[],
): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable & { references: string[] }>(
    `select n.nspname as schema, c.relname as "table",
            (select json_agg(a.attname order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '') as columns,
            (select coalesce(json_agg(p), '[]') from (${partitionsSql}) p) as partitions,
            (select coalesce(json_agg(format('%I.%I', fn.nspname, f.relname)), '[]')
               from pg_constraint k
               join pg_class f on f.oid = k.confrelid and f.oid <> c.oid
               join pg_namespace fn on fn.oid = f.relnamespace
              where k.conrelid = c.oid and k.contype = 'f') as "references"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
      order by 1, 2`,
    [schemas],
  );
  const ordered: BackupTable[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const names = new Set(waiting.map((row) => `${row.schema}.${row.table}`));
    const ready = waiting.filter((row) => !row.references.some((each) => names.has(each)));
    if (ready.length === 0) {
      throw new Error(`These tables reference each other in a ring: ${[...names].join(", ")}.`);
    }
    // Null is how JSON writes that a partition is not partitioned itself.
    ordered.push(...ready.map(({ references: _, ...row }) => withoutNulls(row)));
    waiting = waiting.filter((row) => !ready.includes(row));
  }
  return ordered;
}

function withoutNulls(table: BackupTable): BackupTable {
  const partitions = table.partitions.map(({ partitionBy, ...rest }) =>
    partitionBy ? { ...rest, partitionBy } : rest,
  );
  return { ...table, partitions };
}
