import type { FastifyReply, FastifyRequest } from "fastify";
import { acting } from "../acting.ts";
import type { Act } from "../acting.ts";
import type { Log } from "../log.ts";
import { Problem } from "../problems.ts";
import { actOf } from "./act.ts";
import type { Contract } from "./contract.ts";
import { languageOf, setReader } from "./errors.ts";
import { sendFile } from "./file.ts";
import type { FileAnswer } from "./file.ts";
import { admit } from "./guard.ts";
import type { Authenticate, Input, Route, Session } from "./input.ts";
import { parsePart } from "./parse.ts";
import { sendEvents } from "./sse.ts";

/** What answers need beside their routes. */
export type Answering = {
  readonly authenticate: Authenticate;
  readonly log: Log;
  /** Told of what a signed-in person was refused. */
  readonly refused?: ((act: Act, problem: Problem) => Promise<void>) | undefined;
};

/** Answers one request by its contract: who, then what, then the handler, then only what is named. */
export async function answer(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  answering: Answering,
) {
  const { contract } = route;
  const stop = new AbortController();
  reply.raw.on("close", () => stop.abort());
  if (reply.raw.destroyed) stop.abort();
  const session = await answering.authenticate(request);
  const language = setReader(request, session?.language);
  // Who comes before what: a stranger does not learn which fields a route has.
  const organisation = (request.params as { organisation?: string }).organisation;
  // Of whoever is refused it is known no less who they are.
  const member = session?.memberships.find((each) => each.organisation === organisation);
  let act = actOf(contract, { session, membership: member });
  try {
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
    act = actOf(contract, { session, membership }, input);
    const run = async () => await send(route, input, stop, answering);
    return await (act ? acting(act, run) : run());
  } catch (error) {
    if (act && error instanceof Problem) await tell(answering, act, error);
    throw error;
  }
}

/** Whoever is refused learns why, also when it could not be written down. */
async function tell({ refused, log }: Answering, act: Act, error: Problem): Promise<void> {
  await refused?.(act, error).catch((failed: unknown) => {
    log.error({ err: failed, route: act.action, code: error.code }, "a refusal is not on record");
  });
}

/** Runs the handler and sends what it answers. */
async function send(
  { contract, handler }: Route,
  input: Input<Contract>,
  stop: AbortController,
  { authenticate, log }: Answering,
) {
  const { request, reply } = input.http;
  reply.header("cache-control", "no-store");
  if (contract.stream === "sse" && contract.response) {
    const events = (await handler(input)) as AsyncIterable<unknown>;
    const { organisation } = request.params as { organisation?: string };
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
