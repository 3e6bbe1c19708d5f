import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";

/**
 * Writes all of `content` as fast as it is read. Fails when the reader goes; what makes the content has
 * ended by then, so that no query of it is left on a connection that goes back to the pool.
 */
export async function writeAll(
  content: AsyncIterable<string | Buffer> | Iterable<string>,
  out: Writable,
): Promise<void> {
  const gone = new AbortController();
  out.once("close", () => gone.abort());
  for await (const chunk of content) {
    gone.signal.throwIfAborted();
    if (!out.write(chunk)) await once(out, "drain", { signal: gone.signal });
  }
  out.end();
  await finished(out);
}
