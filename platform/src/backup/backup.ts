import { Readable } from "node:stream";
import { createZstdCompress } from "node:zlib";
import { Client } from "pg";
import { dump } from "./dump.ts";
import type { DumpOptions } from "./dump.ts";
import { sealerFor } from "./seal.ts";
import { writeWhole } from "./whole-file.ts";

/**
 * Makes a backup of the database as it is at one point in time, while others go on writing.
 * @param url of the tables' owner
 * @param recipients public keys (age1…), of which any one's secret key opens it
 * @throws Error when it could not be made; then there is no file, or the one that was there before
 */
export async function makeBackup(
  options: DumpOptions & {
    readonly url: string;
    readonly file: string;
    readonly recipients: readonly string[];
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const seal = sealerFor(options.recipients);
  // A large table takes longer than any statement of a request may; a connection that is lost ends it.
  const client = new Client({
    connectionString: options.url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 600_000,
    keepAlive: true,
    application_name: "terskel backup",
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const clear = Readable.from(dump(client, options), { objectMode: false });
    await writeWhole(options.file, await seal(clear.compose(createZstdCompress())), options.signal);
  } finally {
    await client.end();
  }
}
