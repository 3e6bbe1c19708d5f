import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import Fastify from "fastify";
import type { FastifyError, FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { isLoopback } from "../loopback.ts";
import { problem } from "../problems.ts";
import type { Problem } from "../problems.ts";
import { withoutValues } from "../safe-error.ts";
import { answer } from "./answer.ts";
import type { Answering } from "./answer.ts";
import { sendProblem, toProblem } from "./errors.ts";
import { onlyDeclaredCookies } from "./declared-cookies.ts";
import { refuseCrossSite, refuseWithoutHost } from "./guard.ts";
import { createClientErrors } from "./client-errors.ts";
import type { Route } from "./input.ts";
import { createMethodTable } from "./methods.ts";

export type HttpOptions = Answering & {
  readonly config: Pick<Config, "publicUrl" | "TRUSTED_PROXIES">;
  /** The cookies that are declared: no other is ever set. */
  readonly cookies: ReadonlySet<string>;
};

/** The web server with its guards, and no route yet. */
export async function createHttp({ config, cookies, ...answering }: HttpOptions) {
  const { log } = answering;
  const ids = new Set<string>();
  const clientErrors = createClientErrors(() => app);
  const app: FastifyInstance = Fastify({
    logger: false,
    clientErrorHandler: clientErrors.refuse,
    // Refused below instead, as a problem.
    http: { requireHostHeader: false, ServerResponse: onlyDeclaredCookies(cookies, log) },
    // What the router refuses before there is a route, such as a path that is no UTF-8.
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply, toProblem(error));
    },
    bodyLimit: 64 * 1024,
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXIES,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 1500 },
    forceCloseConnections: true,
  });
  const secure = config.publicUrl.protocol === "https:";
  // Browsers take these from an origin that they trust only, and complain of them elsewhere.
  const trusted = secure || isLoopback(config.publicUrl.hostname);
  // JSON is the only body there is.
  app.removeContentTypeParser("text/plain");
  await app.register(cookie);
  await app.register(helmet, {
    enableCSPNonces: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: trusted,
    originAgentCluster: trusted,
    // Nothing to other sites. To our own it stays: with no-referrer a form's Origin is `null`.
    referrerPolicy: { policy: "same-origin" },
  });
  // What is expected beside `100-continue` may be ignored (RFC 9110 § 10.1.1).
  app.server.on("checkExpectation", (request, response) => {
    app.server.emit("request", request, response);
  });
  app.addHook("onRequest", (request, reply, done) => {
    clientErrors.begun(reply.raw);
    refuseWithoutHost(request);
    refuseCrossSite(request, config.publicUrl.origin);
    done();
  });
  const paths = createMethodTable();
  app.setNotFoundHandler((request, reply) => {
    const methods = paths.methodsOf(request.url);
    if (methods.length === 0) return sendProblem(request, reply, problem("not-found"));
    reply.header("allow", methods.join(", "));
    return sendProblem(request, reply, problem("method-not-allowed"));
  });
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const known = toProblem(error);
    const route = request.routeOptions.url;
    if (known.kind.status >= 500) log.error({ err: error, route }, "request failed");
    else log.debug({ code: known.code, reason: withoutValues(known.message), route }, "refused");
    return sendProblem(request, reply, known);
  });

  /** @throws Error when two contracts have one id, or one method and path */
  function mount(routes: readonly Route[]) {
    for (const route of routes) {
      const { contract } = route;
      if (ids.has(contract.id)) throw new Error(`There are two routes ${contract.id}.`);
      ids.add(contract.id);
      paths.add(contract);
      app.route({
        method: contract.method,
        url: contract.path,
        // To a HEAD request a stream would never end, and a file would be made for nobody.
        exposeHeadRoute: contract.stream === undefined && contract.file === undefined,
        ...(contract.bodyLimitBytes ? { bodyLimit: contract.bodyLimitBytes } : {}),
        handler: (request, reply) => answer(route, request, reply, answering),
      });
    }
  }
  return { app, mount };
}
