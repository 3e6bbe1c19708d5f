import { createHmac } from "node:crypto";
import type { Hmac } from "node:crypto";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { appliedMigrations } from "../db/migrate.ts";
import { hiddenFrom } from "../db/owner-reads.ts";
import { blockEnd, copyLine, encodingLine, firstLine, selectOf, setvalLine } from "./format.ts";
import type { Header } from "./format.ts";
import { BackupError } from "./problem.ts";
import { queueBegin, queueEnd, queueSelect, queueTable } from "./queue.ts";
import { nameOf, readTables } from "./tables.ts";
import type { BackupTable } from "./tables.ts";

export type DumpOptions = {
  readonly schemas: readonly string[];
  /** `schema.table` of tables whose rows stay behind. */
  readonly leaveOut: ReadonlySet<string>;
  readonly product: string;
  readonly secret: string;
  readonly macKey: Uint8Array;
  readonly notes: Header["notes"];
};

/**
 * The database as one point in time sees it, in the clear; a piece at a time, as the reader asks.
 * @param client of the tables' owner; it is in a transaction meanwhile
 * @throws BackupError when row-level security could hide a row
 */
export async function* dump(client: ClientBase, options: DumpOptions): AsyncGenerator<Buffer> {
  const mac = createHmac("sha256", options.macKey);
  let tables = 0;
  for await (const piece of pieces(client, options, () => (tables += 1))) yield counted(mac, piece);
  yield Buffer.from(`-- end ${JSON.stringify({ tables, mac: mac.digest("base64url") })}\n`);
}

function counted(mac: Hmac, piece: string | Buffer): Buffer {
  const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
  mac.update(bytes);
  return bytes;
}

async function* pieces(client: ClientBase, options: DumpOptions, onTable: () => void) {
  await client.query("begin isolation level repeatable read read only");
  await client.query("set local timezone = 'UTC'; set local lock_timeout = '30s'");
  const hidden = await hiddenFrom(client, options.schemas);
  if (hidden.length > 0) {
    // They would be missing from the backup without a word.
    throw new BackupError(`The database's user may not read every row of ${hidden.join(", ")}.`);
  }
  const header = await readHeader(client, options);
  if (header.tables.length > 0) {
    // All at once, so that none is dropped or changed between two copies.
    await client.query(`lock table ${header.tables.map(nameOf).join(", ")} in access share mode`);
  }
  yield `${firstLine}\n-- ${JSON.stringify(header)}\n${encodingLine}\n`;
  for (const table of header.tables) {
    const left = options.leaveOut.has(`${table.schema}.${table.table}`);
    yield* block(client, table, left ? `${selectOf(table)} where false` : selectOf(table));
    onTable();
  }
  for (const sequence of header.sequences) yield `${setvalLine(sequence)}\n`;
  yield `${queueBegin}\n`;
  yield* block(client, queueTable, queueSelect);
  yield `${queueEnd}\n`;
  await client.query("commit");
}

async function* block(client: ClientBase, table: BackupTable, select: string) {
  yield `${copyLine(table)}\n`;
  const rows = client.query(copyTo(`copy (${select}) to stdout`));
  for await (const piece of rows) yield piece as Buffer;
  yield `${blockEnd}-- ${JSON.stringify({ rows: rows.rowCount })}\n`;
}

async function readHeader(client: ClientBase, options: DumpOptions): Promise<Header> {
  const { rows } = await client.query<{ server: string; at: Date }>(
    "select current_setting('server_version') as server, now() as at",
  );
  const sequences = await client.query<Header["sequences"][number]>(
    `select schemaname as schema, sequencename as "table", last_value::text as last
       from pg_sequences where schemaname = any($1) and last_value is not null order by 1, 2`,
    [options.schemas],
  );
  return {
    product: options.product,
    server: rows[0]?.server ?? "",
    at: (rows[0]?.at ?? new Date(0)).toISOString(),
    migrations: await appliedMigrations(client),
    secret: options.secret,
    tables: await readTables(client, options.schemas),
    sequences: sequences.rows,
    notes: options.notes,
  };
}
