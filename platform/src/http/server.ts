import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import Fastify from "fastify";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import { negotiateLanguage } from "../i18n.ts";
import type { Language } from "../i18n.ts";
import type { Log } from "../log.ts";
import { Problem, problem, problemDetails } from "../problems.ts";
import type { Contract } from "./contract.ts";
import { admit, refuseCrossSite } from "./guard.ts";
import type { Authenticate, Input, Route, Session } from "./input.ts";
import { parsePart } from "./parse.ts";
import { sendEvents } from "./sse.ts";

export type HttpOptions = {
  readonly config: Pick<Config, "publicUrl" | "TRUSTED_PROXIES">;
  readonly log: Log;
  readonly authenticate: Authenticate;
};

/** The web server with its guards, and no route yet. */
export async function createHttp({ config, log, authenticate }: HttpOptions) {
  const app: FastifyInstance = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXIES,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 1500 },
    forceCloseConnections: true,
  });
  const secure = config.publicUrl.protocol === "https:";
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
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onRequest", (request, _reply, done) => {
    refuseCrossSite(request, config.publicUrl.origin);
    done();
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problem("not-found"), languageOf(request)),
  );
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const known = error instanceof Problem ? error : fromFastify(error);
    if (known.kind.status >= 500)
      log.error({ err: error, route: request.routeOptions.url }, "request failed");
    else
      log.debug(
        { code: known.code, reason: known.message, route: request.routeOptions.url },
        "refused",
      );
    return sendProblem(reply, known, languageOf(request));
  });

  function mount(routes: readonly Route[]) {
    for (const route of routes) {
      app.route({
        method: route.contract.method,
        url: route.contract.path,
        ...(route.contract.bodyLimitBytes ? { bodyLimit: route.contract.bodyLimitBytes } : {}),
        handler: (request, reply) => answer(route, request, reply, authenticate),
      });
    }
  }
  return { app, mount };
}

async function answer(
  { contract, handler }: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  authenticate: Authenticate,
) {
  const session = await authenticate(request);
  const language = languageOf(request, session);
  // Who comes before what: a stranger does not learn which fields a route has.
  const organisation = (request.params as { organisation?: string }).organisation;
  const membership = admit(contract, session, organisation);
  const stop = new AbortController();
  reply.raw.on("close", () => stop.abort());
  const input = {
    params: parsePart(contract.params, "params", request.params, language),
    query: parsePart(contract.query, "query", request.query, language),
    body: parsePart(contract.body, "body", request.body, language),
    context: {
      activity: contract.activity,
      organisation: membership?.organisation,
      person: session?.person,
      member: membership?.id,
    },
    session,
    role: membership?.role,
    language,
    signal: stop.signal,
    http: { request, reply },
  } as Input<Contract>;
  reply.header("cache-control", "no-store");
  if (contract.stream === "sse" && contract.response) {
    const still = async () => admitted(contract, await authenticate(request), organisation);
    return await sendEvents(
      reply,
      contract.response,
      handler(input) as AsyncIterable<unknown>,
      stop,
      still,
    );
  }
  const result = await handler(input);
  if (reply.sent) return reply;
  if (!contract.response) return await reply.code(204).send();
  return await reply.code(contract.status ?? 200).send(contract.response.parse(result));
}

function admitted(contract: Contract, session: Session | undefined, organisation?: string) {
  try {
    admit(contract, session, organisation);
    return true;
  } catch {
    return false;
  }
}

function languageOf(request: FastifyRequest, session?: Session): Language {
  return session?.language ?? negotiateLanguage(request.headers["accept-language"]);
}

function sendProblem(reply: FastifyReply, known: Problem, language: Language) {
  if (known.extra.retryAfterSeconds) reply.header("retry-after", known.extra.retryAfterSeconds);
  return reply
    .code(known.kind.status)
    .header("content-language", language)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problemDetails(known, language)));
}

/** Fastify's own refusals, as problems of ours. */
function fromFastify(error: FastifyError): Problem {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return problem("too-large");
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return problem("unsupported-media-type");
  if (error.statusCode === 429) return problem("too-many-requests");
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return problem("malformed-request");
  const code = (error as { code?: string }).code ?? "";
  // PostgreSQL gone, or no connection in time (class 08, 57P): it may be back in a moment.
  if (/^(08|57P)/.test(code) || /ECONNREFUSED|ENOENT|ECONNRESET/.test(code)) {
    return problem("unavailable", { cause: error, reason: error.message });
  }
  return problem("internal-error", { cause: error, reason: error.message });
}
