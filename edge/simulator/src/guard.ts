import type { IncomingMessage } from "node:http";

/** An answer other than 200, as a status and a short English text. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BODY_BYTES = 4096;

/**
 * Another site's page, open in the same browser, must not hold a card to a reader. Its requests carry its own origin, and
 * cannot carry JSON without asking first. The host is checked too: a name that was turned to 127.0.0.1 (DNS rebinding)
 * would make the other page's origin look right.
 */
export function checkSameOrigin(request: IncomingMessage, port: number): void {
  const { host, origin } = request.headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    throw new Refused(403, "another host");
  }
  if (origin !== undefined && origin !== `http://${host}`) throw new Refused(403, "another site");
}

/** Throws Refused 415, 413 or 400. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Refused(415, "application/json is wanted");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new Refused(413, `over ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new Refused(400, "not JSON");
  }
}
