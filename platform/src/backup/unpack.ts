import { once } from "node:events";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { BackupError } from "./problem.ts";
import { unseal } from "./seal.ts";

/**
 * Reads a backup file in the clear; it is closed when `use` ends, wherever that stopped.
 * @throws BackupError when the key is another, or (also while it is read) the file is damaged
 */
export async function unpack<T>(
  file: string,
  secretKey: string,
  use: (clear: Readable) => Promise<T>,
): Promise<T> {
  const input = createReadStream(file);
  // So that a file that is not there is told from one that is no backup.
  await once(input, "open");
  try {
    const opened = await unseal(input, secretKey);
    return await use(Readable.from(decompressed(opened), { objectMode: false }));
  } finally {
    input.destroy();
  }
}

async function* decompressed(opened: Readable) {
  try {
    yield* opened.compose(createZstdDecompress());
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError("The backup is damaged or cut short.", { cause });
  }
}
