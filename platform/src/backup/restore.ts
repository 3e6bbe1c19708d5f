import type { Pool } from "pg";
import { Client } from "pg";
import type { Header } from "./format.ts";
import { loader } from "./load.ts";
import { unpack } from "./unpack.ts";
import { readBackup } from "./read.ts";
import type { Visitor } from "./read.ts";
import { abandonRestore, beginRestore, endRestore } from "./target.ts";

type BackupFile = {
  readonly file: string;
  readonly secretKey: string;
  /** Undefined when the secret that the backup was made under is lost. */
  readonly macKey: Uint8Array | undefined;
};

/**
 * Reads the whole file without a database, so that a damaged one is refused before anything is touched.
 * @param check may refuse by what the backup says of itself
 * @throws BackupError
 */
export async function verifyBackup(
  { file, secretKey, macKey }: BackupFile,
  check: (header: Header) => Promise<void>,
): Promise<Header> {
  let found: Header | undefined;
  const nothing = () => Promise.resolve();
  const visitor: Visitor = {
    async header(header) {
      await check(header);
      found = header;
    },
    async rows(_table, rows) {
      let lines = 0;
      for await (const piece of rows) for (const byte of piece) lines += Number(byte === 10);
      return lines;
    },
    sequence: nothing,
    queueBegins: nothing,
    queueEnds: nothing,
    end: nothing,
  };
  await unpack(file, secretKey, async (clear) => await readBackup(clear, macKey, visitor));
  return found as Header;
}

/**
 * Restores into an empty database. Until `finish` has resolved the database says of itself that it is
 * not to be used; when something fails it is empty again.
 * @param migrateTo makes the tables as the named migrations leave them
 * @param finish brings it to this version, and does what has to be done before anybody reads it
 */
export async function restoreInto(
  backup: BackupFile & {
    readonly owner: Pool;
    readonly url: string;
    readonly schemas: readonly string[];
    readonly migrateTo: (migrations: readonly string[]) => Promise<void>;
    readonly finish: (header: Header) => Promise<void>;
  },
): Promise<void> {
  const { owner } = backup;
  await beginRestore(owner);
  try {
    const header = await load(backup);
    await backup.finish(header);
    await endRestore(owner);
  } catch (error) {
    await abandonRestore(owner);
    throw error;
  }
}

async function load(backup: Parameters<typeof restoreInto>[0]): Promise<Header> {
  const client = new Client({
    connectionString: backup.url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 0,
    keepAlive: true,
    application_name: "terskel restore",
  });
  client.on("error", () => undefined);
  await client.connect();
  let found: Header | undefined;
  try {
    const visitor = loader(client, backup.schemas, async (header) => {
      found = header;
      await backup.migrateTo(header.migrations);
    });
    await unpack(backup.file, backup.secretKey, async (clear) => {
      await readBackup(clear, backup.macKey, visitor);
    });
  } finally {
    // A connection that ends in the middle takes its transaction with it.
    await client.end();
  }
  return found as Header;
}
