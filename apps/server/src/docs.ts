import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { openApi } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { version } from "./version.ts";

/** `/api/openapi.json`, and `/api/docs` to read and try it. */
export async function mountDocs(app: FastifyInstance, routes: readonly Route[], publicUrl: URL) {
  const document = openApi(
    routes.map((route) => route.contract),
    publicUrl.origin,
    version,
  );
  app.get("/api/openapi.json", async (_request, reply) => await reply.send(document));
  await app.register(swagger, { mode: "static", specification: { document: document as never } });
  await app.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true });
}
