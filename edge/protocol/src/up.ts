import type { z } from "zod";
import { ack, type Ack } from "./ack.ts";
import { events, type Events } from "./events.ts";
import { hello, type Hello } from "./hello.ts";
import { presence, type Presence } from "./presence.ts";
import { ProtocolError } from "./problem.ts";
import { state, type State } from "./state.ts";
import type { UpKind } from "./topics.ts";

export type UpMessages = {
  hello: Hello;
  events: Events;
  ack: Ack;
  state: State;
  presence: Presence;
};

const schemas: { [K in UpKind]: z.ZodType<UpMessages[K]> } = {
  hello,
  events,
  ack,
  state,
  presence,
};

/** A full batch of passages is about 170 kB; more than this is not read at all. */
export const MAX_UP_BYTES = 512 * 1024;

/** UTF-8 JSON. Throws ProtocolError `not-of-the-protocol` rather than send what the cloud would drop. */
export function encodeUp<K extends UpKind>(kind: K, message: UpMessages[K]): string {
  return JSON.stringify(check(kind, message));
}

/** Throws ProtocolError `not-of-the-protocol` for anything but a message of this kind. */
export function parseUp<K extends UpKind>(kind: K, payload: Uint8Array): UpMessages[K] {
  if (payload.byteLength > MAX_UP_BYTES) {
    throw new ProtocolError("not-of-the-protocol", `over ${MAX_UP_BYTES} bytes`);
  }
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch (error) {
    throw new ProtocolError("not-of-the-protocol", "not JSON in UTF-8", error);
  }
  return check(kind, message);
}

function check<K extends UpKind>(kind: K, message: unknown): UpMessages[K] {
  const result = schemas[kind].safeParse(message);
  if (result.success) return result.data;
  throw new ProtocolError("not-of-the-protocol", `not a ${kind}`, result.error);
}
