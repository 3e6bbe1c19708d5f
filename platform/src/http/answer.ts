import type { FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../log.ts";
import type { Contract } from "./contract.ts";
import { languageOf, setReader } from "./errors.ts";
import { sendFile } from "./file.ts";
import type { FileAnswer } from "./file.ts";
import { admit } from "./guard.ts";
import type { Authenticate, Input, Route, Session } from "./input.ts";
import { parsePart } from "./parse.ts";
import { sendEvents } from "./sse.ts";

/** Answers one request by its contract: who, then what, then the handler, then only what is named. */
export async function answer(
  { contract, handler }: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  authenticate: Authenticate,
  log: Log,
) {
  const stop = new AbortController();
  reply.raw.on("close", () => stop.abort());
  if (reply.raw.destroyed) stop.abort();
  const session = await authenticate(request);
  const language = setReader(request, session?.language);
  // Who comes before what: a stranger does not learn which fields a route has.
  const organisation = (request.params as { organisation?: string }).organisation;
  const membership = admit(contract, session, organisation);
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
    language: languageOf(request),
    signal: stop.signal,
    http: { request, reply },
  } as Input<Contract>;
  reply.header("cache-control", "no-store");
  if (contract.stream === "sse" && contract.response) {
    const events = (await handler(input)) as AsyncIterable<unknown>;
    return await sendEvents(reply, contract.response, events, stop, {
      stillAllowed: async () => admitted(contract, await authenticate(request), organisation),
      failed: (error) => log.error({ err: error, route: contract.id }, "stream failed"),
    });
  }
  const result = await handler(input);
  if (contract.file) {
    return await sendFile(reply, result as FileAnswer, (error) =>
      log.error({ err: error, route: contract.id }, "file failed"),
    );
  }
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
