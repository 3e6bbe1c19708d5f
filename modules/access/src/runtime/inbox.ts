import {
  everyControllers,
  parseTopic,
  parseUp,
  ProtocolError,
  UP_KINDS,
  type UpKind,
} from "@terskel/edge-protocol";
import type { AccessPorts } from "../ports.ts";
import { greet, setPresence } from "./connections.ts";
import type { Dropped } from "./dropped.ts";
import { recordEvents } from "./record-events.ts";
import type { Send } from "./sender.ts";
import { setState } from "./told-state.ts";
import { createTurns } from "./turns.ts";
import type { Waits } from "./waits.ts";

export type Inbox = {
  /** Subscribes to every controller. */
  readonly open: () => Promise<void>;
  /** From now on nothing that comes is acted on. */
  readonly close: () => void;
};

type Parts = {
  readonly ports: AccessPorts;
  readonly dropped: Dropped;
  readonly send: Send;
  readonly waits: Waits;
};

/**
 * What the controllers say. Who says it is known by the topic alone, which the broker lets only that
 * controller use; a message that is not of the protocol is dropped and counted.
 */
export function createInbox({ ports, dropped, send, waits }: Parts): Inbox {
  const turns = createTurns();
  let open = true;

  const registered = (controller: string, known: boolean) => {
    if (!known) dropped.count("unknown-controller", controller);
  };
  const hear: Record<UpKind, (controller: string, payload: Uint8Array) => Promise<void>> = {
    hello: async (controller, payload) =>
      registered(controller, await greet(ports, controller, parseUp("hello", payload))),
    presence: async (controller, payload) =>
      registered(controller, await setPresence(ports, controller, parseUp("presence", payload))),
    async state(controller, payload) {
      const known = await setState(ports, controller, parseUp("state", payload));
      if (!known) dropped.count("foreign-door", controller);
    },
    async events(controller, payload) {
      const events = await recordEvents(ports, dropped, controller, payload);
      if (events.length === 0) return;
      // Not awaited: the broker in this process holds one of its hundred places until the handler is
      // done, and a hundred controllers that deliver at once would all wait for a place to send from.
      send("receipt", { controller, events }).catch((error: unknown) =>
        ports.log.warn({ err: error, controller }, "not receipted; the passages will come again"),
      );
    },
    ack(controller, payload) {
      waits.answered(controller, parseUp("ack", payload));
      return Promise.resolve();
    },
  };

  const receive = async (kind: UpKind, topic: string, payload: Uint8Array) => {
    const parsed = parseTopic(topic);
    if (parsed?.kind !== kind) return dropped.count("not-of-the-protocol", undefined);
    const { controller } = parsed;
    try {
      // A person waits for the answer: it does not queue behind what the controller has buffered.
      if (kind === "ack") await hear.ack(controller, payload);
      else await turns.take(controller, async () => hear[kind](controller, payload));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      dropped.count("not-of-the-protocol", controller);
    }
  };

  return {
    async open() {
      for (const kind of UP_KINDS) {
        await ports.bus.subscribe(everyControllers(kind), async (topic, payload) => {
          if (open) await receive(kind, topic, payload);
        });
      }
    },
    close: () => {
      open = false;
    },
  };
}
