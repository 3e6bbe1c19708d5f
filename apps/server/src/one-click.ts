import type { FastifyInstance } from "fastify";

/**
 * What a mail programme posts to the address in List-Unsubscribe when its own button is pressed (RFC 8058): a form with
 * one field, no cookie, no page before it. To open the address is another thing, and ends nothing.
 */
export async function mountOneClick(
  app: FastifyInstance,
  oneClick: (token: string) => Promise<void>,
): Promise<void> {
  await app.register((scope, _options, done) => {
    // Nothing of the form is read: that it was posted here says all.
    for (const form of ["application/x-www-form-urlencoded", /^multipart\/form-data\b/])
      scope.addContentTypeParser(
        form,
        { parseAs: "buffer", bodyLimit: 4096 },
        (_request, _body, read) => read(null, undefined),
      );
    scope.post<{ Params: { token: string } }>("/unsubscribe/:token", async (request, reply) => {
      await oneClick(request.params.token);
      return await reply.header("cache-control", "no-store").code(200).type("text/plain").send("");
    });
    done();
  });
}
