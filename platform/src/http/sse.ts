import type { FastifyReply } from "fastify";
import type { z } from "zod";

const heartbeatMs = 15_000;
/** What may wait for a client that does not read; one that is slower is let go, and comes again. */
const mostWaitingBytes = 1024 * 1024;

export type StreamWatch = {
  /** Asked at every heartbeat: the stream ends when the session has. */
  readonly stillAllowed: () => Promise<boolean>;
  /** Told when the events end by an error. */
  readonly failed: (error: unknown) => void;
  readonly heartbeatMs?: number;
};

/**
 * Sends what `events` yields as server-sent events (WHATWG HTML § 9.2), each named by its `event`.
 * A comment every 15 s keeps proxies from closing the line. Ends when `stop` aborts, whether or not
 * `events` listens to it.
 */
export async function sendEvents(
  reply: FastifyReply,
  schema: z.ZodType,
  events: AsyncIterable<unknown>,
  stop: AbortController,
  watch: StreamWatch,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  const write = (text: string) => {
    if (!stop.signal.aborted) raw.write(text);
    if (raw.writableLength > mostWaitingBytes) stop.abort();
  };
  write(": connected\n\n");
  const heartbeat = setInterval(() => {
    void watch.stillAllowed().then(
      (allowed) => (allowed ? write(": still here\n\n") : stop.abort()),
      () => stop.abort(),
    );
  }, watch.heartbeatMs ?? heartbeatMs);
  const aborted = new Promise<"aborted">((resolve) => {
    if (stop.signal.aborted) resolve("aborted");
    else stop.signal.addEventListener("abort", () => resolve("aborted"), { once: true });
  });
  const iterator = events[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next === "aborted" || next.done) break;
      const data = schema.parse(next.value) as { event: string };
      write(`event: ${data.event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  } catch (error) {
    if (!stop.signal.aborted) watch.failed(error);
  } finally {
    clearInterval(heartbeat);
    stop.abort();
    // Not awaited: a generator in the middle of a wait returns only when that wait ends.
    iterator.return?.(undefined).catch(() => undefined);
    raw.end();
  }
}
