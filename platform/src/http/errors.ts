import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { mayPass } from "../db/may-pass.ts";
import { negotiateLanguage } from "../i18n.ts";
import type { Language } from "../i18n.ts";
import { Problem, problem, problemDetails } from "../problems.ts";

const readers = new WeakMap<FastifyRequest, Language>();

/** Remembers the language of whoever is signed in, for whatever is answered later. */
export function setReader(request: FastifyRequest, language: Language | undefined): Language {
  if (language) readers.set(request, language);
  return languageOf(request);
}

export function languageOf(request: FastifyRequest): Language {
  return readers.get(request) ?? negotiateLanguage(request.headers["accept-language"]);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, known: Problem) {
  const language = languageOf(request);
  if (known.extra.retryAfterSeconds) reply.header("retry-after", known.extra.retryAfterSeconds);
  return reply
    .code(known.kind.status)
    .header("content-language", language)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problemDetails(known, language)));
}

/** Whatever was thrown, as a problem; what is not known is an internal error. */
export function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return problem("too-large");
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return problem("unsupported-media-type");
  if (error.statusCode === 429) return problem("too-many-requests");
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return problem("malformed-request", { cause: error, reason: error.message });
  }
  const code = mayPass(error) ? "unavailable" : "internal-error";
  return problem(code, { cause: error, reason: error.message });
}
