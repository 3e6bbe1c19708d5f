import type { FastifyReply } from "fastify";
import type { z } from "zod";

const heartbeatMs = 15_000;

/**
 * Sends what `events` yields as server-sent events (WHATWG HTML § 9.2), each named by its `event`.
 * A comment every 15 s keeps proxies from closing the line; `stillAllowed` is asked then, and the
 * stream ends when the session has.
 */
export async function sendEvents(
  reply: FastifyReply,
  schema: z.ZodType,
  events: AsyncIterable<unknown>,
  stop: AbortController,
  stillAllowed: () => Promise<boolean>,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write(": connected\n\n");
  const heartbeat = setInterval(() => {
    void stillAllowed().then(
      (allowed) => (allowed ? raw.write(": still here\n\n") : stop.abort()),
      () => stop.abort(),
    );
  }, heartbeatMs);
  try {
    for await (const event of events) {
      const data = schema.parse(event) as { event: string };
      raw.write(`event: ${data.event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
}
