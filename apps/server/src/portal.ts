import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { portalFolder } from "./portal-folder.ts";

type Sends = FastifyReply & { sendFile(path: string): FastifyReply };

/**
 * The built portal. Its assets never change under one name, so browsers keep them; index.html is
 * answered for every address that is a page. Files are read as they are now: a portal built again
 * while the server runs is the one that is served.
 */
export async function mountPortal(app: FastifyInstance) {
  if (!existsSync(join(portalFolder, "index.html"))) {
    throw new Error("The portal is not built. Run `npm start`, which builds it.");
  }
  await app.register(fastifyStatic, {
    root: portalFolder,
    serve: false,
    cacheControl: false,
    // The build has put them there. Answers of the API are sent as they are: beside what others can
    // put into an answer, its compressed length would tell of a secret in it (BREACH).
    preCompressed: true,
  });
  app.get("/*", (request, reply) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (/^\/(api|test-eid)(\/|$)/.test(pathname)) return reply.callNotFound();
    // A file that is not there is not a page, so only an address without an ending is one.
    const isFile = /\.\w+$/.test(pathname);
    const kept = isFile && pathname.startsWith("/assets/");
    reply.header("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    return (reply as Sends).sendFile(isFile ? pathname.slice(1) : "index.html");
  });
}
