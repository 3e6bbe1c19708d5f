import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import mqtt from "mqtt";
import type { Bus } from "@terskel/platform/bus";
import type { Log } from "@terskel/platform/log";

const publishTimeoutMs = 5_000;

/**
 * A bus over a broker outside this process. It reconnects by itself for as long as it takes, and
 * subscribes again; what is published meanwhile is refused after 5 s rather than kept: a command
 * that comes late is worth nothing.
 */
export function connectBus(url: string, log: Log): { bus: Bus; stop(): Promise<void> } {
  const client = mqtt.connect(url, {
    clientId: `terskel-server-${randomUUID()}`,
    protocolVersion: 4,
    clean: true,
    resubscribe: true,
    queueQoSZero: false,
    reconnectPeriod: 500,
    connectTimeout: 5_000,
    manualConnect: false,
  });
  const handlers: { pattern: RegExp; handle: (topic: string, payload: Buffer) => void }[] = [];
  client.on("error", (error) => log.warn({ part: "bus", reason: error.message }, "broker"));
  client.on("connect", () => {
    if (client.stream instanceof Socket) client.stream.setNoDelay(true);
  });
  client.on("message", (topic, payload) => {
    for (const { pattern, handle } of handlers) if (pattern.test(topic)) handle(topic, payload);
  });
  const bus: Bus = {
    async publish(topic, payload, { retain = false } = {}) {
      if (!client.connected) throw new Error("the broker cannot be reached");
      const taken = client.publishAsync(topic, Buffer.from(payload), { qos: 1, retain });
      // Whichever comes first: a publication that nobody waits for any more may still fail.
      taken.catch(() => undefined);
      await Promise.race([taken, refuseAfter(publishTimeoutMs)]);
    },
    async subscribe(pattern, handler) {
      let last = Promise.resolve();
      handlers.push({
        pattern: patternOf(pattern),
        handle(topic, payload) {
          last = last
            .then(() => handler(topic, payload))
            .catch((error: unknown) => log.error({ part: "bus", err: error }, "message failed"));
        },
      });
      // Before the first connection this waits for it; later ones are subscribed again.
      const asked = client.subscribeAsync(pattern, { qos: 1 });
      asked.catch((error: unknown) => log.warn({ part: "bus", err: error }, "not subscribed"));
      if (client.connected) await asked;
    },
    check: () =>
      client.connected
        ? Promise.resolve()
        : Promise.reject(new Error("the broker cannot be reached")),
  };
  return { bus, stop: () => client.endAsync(true) };
}

/** An MQTT topic filter (MQTT 3.1.1 § 4.7) as a regular expression. */
export function patternOf(filter: string): RegExp {
  const parts = filter.split("/").map((part) => {
    if (part === "+") return "[^/]*";
    if (part === "#") return ".*";
    return part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}

const refuseAfter = (ms: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the broker did not answer")), ms).unref();
  });
