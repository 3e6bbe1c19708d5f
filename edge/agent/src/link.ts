import { Socket } from "node:net";
import { connect } from "mqtt";
import {
  DOWN_KINDS,
  encodeUp,
  topicOf,
  type Enrolment,
  type UpKind,
  type UpMessages,
} from "@terskel/edge-protocol";
import { codeOf, type Log } from "./log.ts";
import { settledInTime } from "./settled-in-time.ts";

export type Link = {
  isUp(): boolean;
  /** Dropped when the link is down: whoever must not lose it keeps it and sends it again. */
  publish<K extends UpKind>(kind: K, message: UpMessages[K]): void;
  /** Says goodbye if it can, and ends: after a second at the latest, whether or not the broker answers. */
  stop(farewell: UpMessages["presence"]): Promise<void>;
};

export type LinkListener = {
  up(): void;
  down(): void;
  message(topic: string, payload: Uint8Array): void;
};

const MIN_RECONNECT_MS = 250;
const MAX_RECONNECT_MS = 30_000;
const GOODBYE_MS = 1_000;

/** The controller's MQTT 3.1.1 connection: kept up for as long as the agent runs, whatever the broker does. */
export function createLink(enrolment: Enrolment, listener: LinkListener, log: Log): Link {
  const { controller } = enrolment;
  const client = connect(enrolment.brokerUrl, {
    protocolVersion: 4,
    clientId: controller,
    username: controller,
    password: enrolment.token,
    // The broker keeps commands and receipts for a controller that is away a moment; commands carry their own expiry.
    clean: false,
    keepalive: 15,
    connectTimeout: 10_000,
    reconnectPeriod: MIN_RECONNECT_MS,
    // A token refused today may be accepted tomorrow; a controller on a wall has nobody to restart it.
    reconnectOnConnackError: true,
    resubscribe: false,
    // Every number from 0 to 65,535 written out beforehand: 9 MB that a controller has better use for.
    writeCache: false,
    will: {
      topic: topicOf(controller, "presence"),
      payload: Buffer.from(encodeUp("presence", { online: false })),
      qos: 1,
      retain: true,
    },
  });

  const publish: Link["publish"] = (kind, message) => {
    if (!client.connected) return;
    const retain = kind === "presence";
    client.publish(
      topicOf(controller, kind),
      encodeUp(kind, message),
      { qos: 1, retain },
      (error) => {
        if (error) log("warn", "publish-failed", { kind, problem: codeOf(error) });
      },
    );
  };

  client.on("connect", () => {
    // Small messages follow one another (state, acknowledgement): Nagle's algorithm (RFC 896) would
    // hold the second back for up to 40 ms, until the first is acknowledged.
    if (client.stream instanceof Socket) client.stream.setNoDelay(true);
    client.options.reconnectPeriod = MIN_RECONNECT_MS;
    const topics = DOWN_KINDS.map((kind) => topicOf(controller, kind));
    client.subscribe(topics, { qos: 1 }, (error) => {
      if (error) {
        log("warn", "subscribe-failed", { problem: codeOf(error) });
      } else {
        log("info", "link-up");
        listener.up();
      }
    });
  });
  client.on("message", (topic, payload) => listener.message(topic, payload));
  client.on("error", (error) => log("warn", "link-error", { problem: codeOf(error) }));
  client.on("close", () => listener.down());
  client.on("reconnect", () => {
    // Doubled with jitter, so that a thousand controllers do not come back in the same instant.
    const next = (client.options.reconnectPeriod ?? MIN_RECONNECT_MS) * (1.5 + Math.random());
    client.options.reconnectPeriod = Math.min(next, MAX_RECONNECT_MS);
  });

  return {
    isUp: () => client.connected,
    publish,
    async stop(farewell) {
      const reachable = client.connected;
      publish("presence", farewell);
      // Until its goodbye is acknowledged the client waits: for ever, where the connection is cut unnoticed.
      await settledInTime(client.endAsync(!reachable), GOODBYE_MS).catch((error: unknown) => {
        log("warn", "goodbye-unanswered", { problem: codeOf(error) });
        client.stream.destroy();
      });
    },
  };
}
