import type { Ack } from "@terskel/edge-protocol";
import type { Dropped } from "./dropped.ts";

/**
 * Openings under way that wait for their door, in this process only: every replica hears every
 * answer, and the one that sent the command knows it.
 */
export type Waits = {
  /** What the controller says of the command; undefined when it says nothing in time. */
  readonly wait: (command: string, controller: string, forMs: number) => Promise<Ack | undefined>;
  /** The command was not sent: no answer will come. */
  readonly giveUp: (command: string) => void;
  readonly answered: (controller: string, ack: Ack) => void;
  readonly stop: () => void;
};

type Wait = { readonly controller: string; readonly end: (ack?: Ack) => void };

export function createWaits(dropped: Dropped): Waits {
  const waits = new Map<string, Wait>();
  return {
    async wait(command, controller, forMs) {
      const { promise, resolve } = Promise.withResolvers<Ack | undefined>();
      const timer = setTimeout(resolve, forMs, undefined);
      waits.set(command, { controller, end: resolve });
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        waits.delete(command);
      }
    },
    giveUp: (command) => waits.get(command)?.end(),
    answered(controller, ack) {
      const wait = waits.get(ack.command);
      if (!wait) return;
      // The topic says who answers, and the broker who may use it; a guessed command id opens no wait.
      if (wait.controller !== controller) return dropped.count("foreign-ack", controller);
      // QoS 1 may deliver a command twice; what became of it is said about its first coming.
      if (ack.reason !== "command-replayed") wait.end(ack);
    },
    stop() {
      for (const wait of waits.values()) wait.end();
    },
  };
}
