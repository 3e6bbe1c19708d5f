import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Writes a file for its owner only: beside its place first, flushed, and then in place whole. When it
 * fails nothing is left, and what stood there before still does.
 */
export async function writeWhole(
  file: string,
  source: Readable,
  signal?: AbortSignal,
): Promise<void> {
  const beside = `${resolve(file)}.${randomUUID()}.part`;
  try {
    const into = createWriteStream(beside, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(source, into, signal ? { signal } : {});
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  const folder = await open(dirname(resolve(file)), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
