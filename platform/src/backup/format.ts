import { escapeIdentifier, escapeLiteral } from "pg";
import { z } from "zod";
import { nameOf, tableShape } from "./tables.ts";
import type { BackupTable } from "./tables.ts";

/**
 * A backup in the clear is SQL that psql reads: comments with what is about it, and a COPY block for
 * each table. So the data is not lost to who has the key and no Terskel:
 * `age -d -i KEYFILE FILE | zstd -d | psql`, into a database whose tables are made.
 */
export const firstLine = "-- terskel backup 1";
export const encodingLine = "set client_encoding = 'UTF8';";

export const headerShape = z.strictObject({
  product: z.string(),
  server: z.string(),
  /** When the snapshot was taken. */
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Tells the secret apart from others, and nothing else about it. */
  secret: z.string(),
  tables: z.array(tableShape),
  /** Sequences that have been used, and their last value. */
  sequences: z.array(
    z.strictObject({ schema: z.string(), table: z.string(), last: z.string().regex(/^-?\d+$/) }),
  ),
  /** What the program wants to know of the time of the snapshot. */
  notes: z.record(z.string(), z.json()),
});
export type Header = z.output<typeof headerShape>;

/** Stands after each table's block. */
export const rowsShape = z.strictObject({ rows: z.int().min(0) });
/** The last line: HMAC-SHA-256 over all that stands before it, under a key from the secret. */
export const endShape = z.strictObject({ tables: z.int(), mac: z.base64url() });

const columnsOf = (table: BackupTable) => table.columns.map(escapeIdentifier).join(", ");

export const copyLine = (table: BackupTable) =>
  `copy ${nameOf(table)} (${columnsOf(table)}) from stdin;`;

/** A partitioned table cannot be copied by its name, a query can (PostgreSQL 18). */
export const selectOf = (table: BackupTable) => `select ${columnsOf(table)} from ${nameOf(table)}`;

export const setvalLine = (sequence: Header["sequences"][number]) =>
  `select setval(${escapeLiteral(nameOf(sequence))}, ${sequence.last});`;

/** Ends a block of COPY's text format; no row is written so. */
export const blockEnd = "\\.\n";
