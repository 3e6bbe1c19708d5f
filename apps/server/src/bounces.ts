import { createHash, timingSafeEqual } from "node:crypto";
import { largestReportBytes, readBounce, UnreadableReport } from "@terskel/platform/bounce";
import type { FastifyInstance } from "fastify";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Where the operator's mail server hands in what came back: the report as it came (RFC 3464), with the token of
 * SMTP_BOUNCES_TOKEN. What is no report on a letter of ours is taken and left at that: a mail server would keep what is
 * refused, and try again for days.
 */
export async function mountBounces(
  app: FastifyInstance,
  token: string,
  bounced: (id: string) => Promise<void>,
): Promise<void> {
  const wanted = digest(`Bearer ${token}`);
  await app.register((scope, _options, done) => {
    scope.addHook("onRequest", async (request, reply) => {
      const given = digest(request.headers.authorization ?? "");
      if (timingSafeEqual(given, wanted)) return undefined;
      return await reply.header("www-authenticate", "Bearer").code(401).type("text/plain").send("");
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: largestReportBytes },
      (_request, body, read) => read(null, body),
    );
    scope.post("/bounces", async (request, reply) => {
      const { body, log } = request;
      try {
        const id = await readBounce(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
        if (id) await bounced(id);
        else log.info("a mail server handed in what is no report on a letter of ours");
      } catch (error) {
        if (!(error instanceof UnreadableReport)) throw error;
        log.warn({ err: error }, "a mail server handed in a report that cannot be read");
      }
      return await reply.header("cache-control", "no-store").code(204).send();
    });
    done();
  });
}
