import type { Bus } from "@terskel/platform/bus";

type BusMessage = {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly retain: boolean;
};

/** A broker within the test's process: the fake of the network between cloud and controllers. */
export type TestBus = Bus & {
  /** Everything published, in order. */
  readonly messages: readonly BusMessage[];
  /** Whose connections were ended, in order. */
  readonly cutOff: Bus["cutOff"] & { readonly clients: readonly string[] };
  /** What a controller sends: the cloud's subscribers get it. Resolves when they have dealt with it. */
  receive(topic: string, payload: string | Uint8Array): Promise<void>;
};

export function createTestBus(): TestBus {
  const messages: BusMessage[] = [];
  const subscribers: { pattern: RegExp; handler: Parameters<Bus["subscribe"]>[1] }[] = [];
  const deliver = async (topic: string, payload: Uint8Array) => {
    for (const { pattern, handler } of subscribers) {
      if (pattern.test(topic)) await handler(topic, payload);
    }
  };
  const clients: string[] = [];
  const cutOff = (clientId: string) => {
    clients.push(clientId);
    return Promise.resolve();
  };
  return {
    messages,
    cutOff: Object.assign(cutOff, { clients }),
    async publish(topic, payload, options) {
      const bytes = Buffer.from(payload);
      messages.push({ topic, payload: bytes, retain: options?.retain ?? false });
      await deliver(topic, bytes);
    },
    subscribe(pattern, handler) {
      const source = pattern.replaceAll("+", "[^/]+").replace(/#$/, ".*");
      subscribers.push({ pattern: new RegExp(`^${source}$`), handler });
      return Promise.resolve();
    },
    receive: async (topic, payload) => await deliver(topic, Buffer.from(payload)),
    check: () => Promise.resolve(),
  };
}
