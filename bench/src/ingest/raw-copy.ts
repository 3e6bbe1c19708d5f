import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Pool } from "pg";
import { from, to } from "pg-copy-streams";

/**
 * Takes what is in the log out, and times how long PostgreSQL's own COPY takes to put it back: the same rows, into the
 * same partitions with the same indexes, from a file. No validation, no row-level security, one transaction.
 * @returns milliseconds
 */
export async function copyBack(owner: Pool, file: string): Promise<number> {
  const client = await owner.connect();
  try {
    const out = client.query(to("copy (select * from access.passages) to stdout"));
    await pipeline(out, createWriteStream(file));
    await client.query("truncate access.passages");
    const started = performance.now();
    await pipeline(createReadStream(file), client.query(from("copy access.passages from stdin")));
    const ms = performance.now() - started;
    await client.query("truncate access.passages");
    return ms;
  } finally {
    client.release();
  }
}
