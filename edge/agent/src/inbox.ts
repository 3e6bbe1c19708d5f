import {
  ProtocolError,
  isDown,
  parseTopic,
  type Command,
  type Confirmation,
  type Receipt,
  type Verifier,
} from "@terskel/edge-protocol";
import { codeOf, type Log } from "./log.ts";

export type InboxListener = {
  /** A part of a list: it verifies only when it is whole. Rejects with ProtocolError. */
  list(part: Uint8Array): Promise<void>;
  command(command: Command): void;
  receipt(receipt: Receipt): void;
  confirmation(confirmation: Confirmation): void;
};

export type Inbox = {
  receive(topic: string, payload: Uint8Array): Promise<void>;
  /** How many messages were dropped since the start. */
  dropped(): number;
};

/** What comes from the broker. Only what verifies is passed on; everything else is dropped, counted and logged by code. */
export function createInbox(
  controller: string,
  verify: Verifier,
  listener: InboxListener,
  log: Log,
): Inbox {
  let dropped = 0;

  const dispatch = async (topic: string, payload: Uint8Array): Promise<void> => {
    const parsed = parseTopic(topic);
    if (parsed?.controller !== controller || !isDown(parsed.kind)) {
      throw new ProtocolError("not-of-the-protocol", "no topic of this controller");
    }
    switch (parsed.kind) {
      case "list":
        return listener.list(payload);
      case "command":
        return listener.command(await verify("command", payload));
      case "receipt":
        return listener.receipt(await verify("receipt", payload));
      case "confirmation":
        return listener.confirmation(await verify("confirmation", payload));
    }
  };

  return {
    dropped: () => dropped,
    async receive(topic, payload) {
      try {
        await dispatch(topic, payload);
      } catch (error) {
        dropped += 1;
        log("warn", "message-dropped", { problem: codeOf(error), dropped });
      }
    },
  };
}
