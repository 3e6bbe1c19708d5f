import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyLine } from "./format.ts";
import type { Header } from "./format.ts";
import { BackupError } from "./problem.ts";
import type { Visitor } from "./read.ts";
import { nameOf, readTables } from "./tables.ts";
import type { BackupTable } from "./tables.ts";

/**
 * Fills a database whose schema is that of the backup, in the client's transaction.
 * @param prepared called with the header before anything is written
 * @throws BackupError when a table or column of the backup is not there
 */
export function loader(
  client: ClientBase,
  schemas: readonly string[],
  prepared: (header: Header) => Promise<void>,
): Visitor {
  let tables: readonly BackupTable[] = [];
  let forced: readonly string[] = [];
  const run = async (statement: string) => void (await client.query(statement));
  return {
    async header(header) {
      await prepared(header);
      await run("begin; set local timezone = 'UTC'");
      const there = await readTables(client, schemas);
      checkTables(header.tables, there);
      if (there.length > 0) {
        // What migrations put there is in the backup too.
        await run(`truncate ${there.map(nameOf).join(", ")}`);
      }
      for (const table of header.tables) {
        const old = there.find((each) => nameOf(each) === nameOf(table))?.partitions ?? [];
        await remakePartitions(client, old, table.partitions);
        // What a trigger does at an insert was done when the row was inserted first.
        await run(`alter table ${nameOf(table)} disable trigger user`);
      }
      forced = await readForced(client, header.tables);
      // An owner that is no superuser cannot copy into a table while row-level security is forced on it.
      for (const name of forced) await run(`alter table ${name} no force row level security`);
      tables = header.tables;
    },
    async rows(table, rows) {
      const into = client.query(copyFrom(copyLine(table).replace(/;$/, "")));
      await pipeline(Readable.from(rows, { objectMode: false }), into);
      return into.rowCount;
    },
    sequence: run,
    queueBegins: run,
    queueEnds: async (statement) => await run(`${statement} drop table backup_queue`),
    async end() {
      for (const table of tables) await run(`alter table ${nameOf(table)} enable trigger user`);
      for (const name of forced) await run(`alter table ${name} force row level security`);
      await run("commit");
    },
  };
}

async function readForced(client: ClientBase, tables: readonly BackupTable[]) {
  const { rows } = await client.query<{ schema: string; table: string }>(
    `select n.nspname as schema, c.relname as "table"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relforcerowsecurity and c.oid = any ($1::regclass[])`,
    [tables.map(nameOf)],
  );
  return rows.map(nameOf);
}

function checkTables(wanted: readonly BackupTable[], there: readonly BackupTable[]) {
  const columns = new Map(there.map((table) => [nameOf(table), new Set(table.columns)]));
  for (const table of wanted) {
    const missing = table.columns.find((column) => !columns.get(nameOf(table))?.has(column));
    if (!columns.has(nameOf(table)) || missing !== undefined) {
      throw new BackupError(
        `The backup holds ${nameOf(table)}${missing ? `.${missing}` : ""}, which its migrations do not make.`,
      );
    }
  }
}

/** Rows have to fall into partitions of the backup's time, not into those of the migration's. */
async function remakePartitions(
  client: ClientBase,
  old: BackupTable["partitions"],
  wanted: BackupTable["partitions"],
) {
  for (const partition of old.toReversed()) await client.query(`drop table ${nameOf(partition)}`);
  for (const each of wanted) {
    const by = each.partitionBy ? ` partition by ${each.partitionBy}` : "";
    await client.query(
      `create table ${nameOf(each)} partition of ${nameOf(each.parent)} ${each.bound}${by}`,
    );
    if (each.rowSecurity) {
      await client.query(`alter table ${nameOf(each)} enable row level security`);
    }
    if (each.rowSecurityForced) {
      await client.query(`alter table ${nameOf(each)} force row level security`);
    }
  }
}
