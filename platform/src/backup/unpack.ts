import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { BackupError } from "./problem.ts";
import { unseal } from "./seal.ts";

/**
 * A backup file in the clear.
 * @throws BackupError when the key is another, or (also while it is read) the file is damaged
 */
export async function unpack(file: string, secretKey: string): Promise<Readable> {
  const opened = await unseal(createReadStream(file), secretKey);
  return Readable.from(decompressed(opened), { objectMode: false });
}

async function* decompressed(opened: Readable) {
  try {
    yield* opened.compose(createZstdDecompress());
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError("The backup is damaged or cut short.", { cause });
  }
}
