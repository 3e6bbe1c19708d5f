import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import mqtt from "mqtt";
import type { Bus } from "@terskel/platform/bus";
import type { Log } from "@terskel/platform/log";

const answerTimeoutMs = 5_000;

const quietly = { ref: false };
const notReached = "the broker cannot be reached";

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
    // One that is there and answers no more is noticed within 15 seconds.
    keepalive: 10,
    manualConnect: false,
  });
  const handlers: { pattern: RegExp; handle: (topic: string, payload: Buffer) => void }[] = [];
  let reason = notReached;
  client.on("error", ({ message, code }: Error & { code?: unknown }) => {
    const why = message || String(code);
    // It is tried twice a second: what has not changed is not said again.
    if (reason !== `${notReached}: ${why}`) log.warn({ part: "bus", reason: why }, notReached);
    reason = `${notReached}: ${why}`;
  });
  client.on("connect", () => {
    reason = notReached;
    log.info({ part: "bus" }, "the broker is reached");
    if (client.stream instanceof Socket) client.stream.setNoDelay(true);
  });
  client.on("message", (topic, payload) => {
    for (const { pattern, handle } of handlers) if (pattern.test(topic)) handle(topic, payload);
  });
  const bus: Bus = {
    async publish(topic, payload, { retain = false } = {}) {
      if (!client.connected) throw new Error(reason);
      const taken = client.publishAsync(topic, Buffer.from(payload), { qos: 1, retain });
      // Whichever comes first: a publication that nobody waits for any more may still fail.
      taken.catch(() => undefined);
      await Promise.race([taken, refuseAfter(answerTimeoutMs)]);
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
      // One that does not answer is as one that is not there: its connection ends, and it is asked again.
      if (client.connected) await Promise.race([asked, wait(answerTimeoutMs, undefined, quietly)]);
    },
    async cutOff(clientId) {
      // Whoever connects with a client's id ends its connection (MQTT 3.1.1, MQTT-3.1.4-2). Clean: what
      // waits for it there goes too.
      const other = await mqtt.connectAsync(url, {
        clientId,
        protocolVersion: 4,
        clean: true,
        reconnectPeriod: 0,
        connectTimeout: 5_000,
      });
      // Whether it says goodbye changes nothing, and who does not answer is not waited for.
      await other.endAsync(true);
    },
    check: () => (client.connected ? Promise.resolve() : Promise.reject(new Error(reason))),
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
