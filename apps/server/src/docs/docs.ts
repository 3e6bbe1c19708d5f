import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { openApi } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { version } from "../version.ts";

/** The reference page's own files. */
const own = { "docs.css": "text/css", "docs.js": "text/javascript" } as const;
/** Swagger UI's files (Apache-2.0) that it loads. */
const foreign = new Set(["/swagger-ui.css", "/swagger-ui-bundle.js"]);
const read = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");

/**
 * `/api/openapi.json`, and `/api/docs` to read and try it: a page of ours around Swagger UI, under the
 * same content security policy as every other page.
 */
export async function mountDocs(app: FastifyInstance, routes: readonly Route[], publicUrl: URL) {
  let document: ReturnType<typeof openApi> | undefined;
  // Made for the first who reads it: it takes a tenth of a start.
  app.get("/api/openapi.json", async (_request, reply) => {
    document ??= openApi(
      routes.map((route) => route.contract),
      publicUrl.origin,
      version,
    );
    return await reply.send(document);
  });
  const page = read("docs.html");
  app.get("/api/docs", (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
  app.get("/api/docs/", (_request, reply) => reply.redirect("/api/docs"));
  for (const [name, type] of Object.entries(own)) {
    const text = read(name);
    app.get(`/api/docs/${name}`, (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header("cache-control", "no-cache").send(text),
    );
  }
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL(".", import.meta.resolve("@fastify/swagger-ui/static/index.css"))),
    prefix: "/api/docs/ui/",
    allowedPath: (path: string) => foreign.has(path),
    index: false,
    decorateReply: false,
    maxAge: "1h",
  });
}
