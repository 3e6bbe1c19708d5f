import { existsSync } from "node:fs";
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
  if (!existsSync(join(portalFolder, "index.html"))) {
    throw new Error("The portal is not built. Run `npm start`, which builds it.");
  }
  await app.register(fastifyStatic, {
    root: portalFolder,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, path) {
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
    return await reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
