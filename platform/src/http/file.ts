import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

/** A file that is sent while it is made. */
export type FileAnswer = {
  /** Under which it is kept: ASCII letters, digits, `-` and `.`. */
  readonly name: string;
  readonly media: string;
  readonly content: AsyncIterable<Uint8Array>;
};

/** A reader that takes nothing for so long is let go: what makes the file may hold a transaction. */
const stalledMs = 30_000;

/**
 * Sends a file in pieces, never whole in memory. What goes wrong before the first piece is a problem
 * like any other; later it can only break the line, so that nobody takes a part for the whole. A reader
 * that goes away ends the making.
 */
export async function sendFile(
  reply: FastifyReply,
  { name, media, content }: FileAnswer,
  failed: (error: unknown) => void,
): Promise<FastifyReply> {
  const pieces = content[Symbol.asyncIterator]();
  let first: IteratorResult<Uint8Array> | undefined = await pieces.next();
  // Not a generator: one that was never begun would not end what it reads from.
  const all: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const next = first ?? (await pieces.next());
        first = undefined;
        return next;
      },
      return: async () =>
        (await pieces.return?.(undefined)) ?? { done: true as const, value: undefined },
    }),
  };
  const { raw } = reply;
  raw.setTimeout(stalledMs, () => raw.destroy());
  const stream = Readable.from(all, { objectMode: false });
  stream.on("error", (error) => {
    if (!raw.destroyed) failed(error);
  });
  return await reply
    .type(media)
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(stream);
}
