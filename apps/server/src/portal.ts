import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Where the portal is built to. */
export const portalFolder = fileURLToPath(new URL("../../portal/dist/", import.meta.url));

/**
 * The built portal. Its assets never change under one name, so browsers keep them; index.html is
 * answered for every address that is a page.
 */
export async function mountPortal(app: FastifyInstance) {
  const index = join(portalFolder, "index.html");
  if (!existsSync(index)) {
    throw new Error("The portal is not built. Run `npm start`, which builds it.");
  }
  const html = readFileSync(index, "utf8");
  await app.register(fastifyStatic, {
    root: portalFolder,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply: { header(name: string, value: string): unknown }, path: string) {
      const named = path.includes("/assets/");
      reply.header("cache-control", named ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.get("/*", async (request, reply) => {
    const { pathname } = new URL(request.url, "http://localhost");
    // A file that is not there is not a page.
    if (/^\/(api|test-eid|assets)(\/|$)/.test(pathname) || /\.\w+$/.test(pathname)) {
      return reply.callNotFound();
    }
    return await reply
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(html);
  });
}
