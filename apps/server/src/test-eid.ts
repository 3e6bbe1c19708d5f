import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/** Hands everything under /test-eid to the test eID, before a body is read. */
export function mountTestEid(
  app: FastifyInstance,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (!request.url.startsWith("/test-eid/")) return done();
    reply.hijack();
    handler(request.raw, reply.raw);
  });
}
