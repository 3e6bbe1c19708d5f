import { STATUS_CODES } from "node:http";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError, FastifyInstance } from "fastify";
import { negotiateLanguage } from "../i18n.ts";
import { problem, problemDetails } from "../problems.ts";

/**
 * Answers what the HTTP parser refuses before there is a request: a request line or a header that is
 * none, headers that are too large, a request that does not end (RFC 9112 § 2.2, RFC 6585 § 5).
 * @returns `refuse`, for what the parser says; `begun`, to be told of each request's answer
 */
export function createClientErrors(app: () => FastifyInstance) {
  const answers = new WeakMap<Socket, ServerResponse>();

  async function refuse(error: ConnectionError, socket: Socket): Promise<void> {
    const last = answers.get(socket);
    // In the midst of an answer another one would be read as a part of it.
    const underWay = last?.headersSent && !last.writableFinished;
    if (error.code === "ECONNRESET" || !socket.writable || underWay) {
      socket.destroy();
      return;
    }
    const known = problem(codeOf(error));
    const body = JSON.stringify(problemDetails(known, negotiateLanguage(undefined)));
    const { status } = known.kind;
    const headers = Object.entries({
      ...(await usualHeaders(app())),
      date: new Date().toUTCString(),
      connection: "close",
      "content-length": Buffer.byteLength(body),
    }).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("")}\r\n${body}`);
    socket.destroySoon();
  }
  return {
    refuse: (error: ConnectionError, socket: Socket): void => void refuse(error, socket),
    begun: (answer: ServerResponse): void => {
      if (answer.socket) answers.set(answer.socket, answer);
    },
  };
}

/** The headers of any problem, by asking for one. */
async function usualHeaders(app: FastifyInstance) {
  const { headers } = await app.inject({ url: "/api/" });
  return headers;
}

function codeOf({ code }: ConnectionError) {
  if (code === "HPE_HEADER_OVERFLOW") return "headers-too-large";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "request-timeout" : "malformed-request";
}
