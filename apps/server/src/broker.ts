import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { Aedes } from "aedes";
import type { AedesPublishPacket, AuthenticateError, Client } from "aedes";
import type { Bus } from "@terskel/platform/bus";
import type { Log } from "@terskel/platform/log";

/** Who may connect, and to which topics. Asked for every connection, publication, subscription. */
export type BrokerRules = {
  authenticate(user: string, token: string): Promise<boolean>;
  mayPublish(user: string, topic: string): boolean;
  maySubscribe(user: string, pattern: string): boolean;
};

export type Broker = { readonly bus: Bus; readonly port: number; stop(): Promise<void> };

/** MQTT 3.1.1 § 3.2.2.3: return code 5, not authorized. */
const notAuthorized = (): AuthenticateError =>
  Object.assign(new Error("not authorized"), { returnCode: 5 });

/**
 * The broker in the server's own process. A client's user name is its controller's id, which its
 * client id has to equal: nobody takes another's session over. `rules` may come later than the
 * broker itself; until then nobody is let in.
 */
export async function startBroker(
  host: string,
  port: number,
  rules: () => BrokerRules | undefined,
  log: Log,
): Promise<Broker> {
  async function isKnown(clientId: string, user?: string, token?: string): Promise<boolean> {
    const asked = rules();
    if (!user || !token || clientId !== user || !asked) return false;
    try {
      const known = await asked.authenticate(user, token);
      if (!known) log.warn({ part: "broker" }, "a client with a wrong token was refused");
      return known;
    } catch (error) {
      log.error({ part: "broker", err: error }, "a client could not be checked");
      return false;
    }
  }
  const broker = await Aedes.createBroker({
    authenticate(client, user, password, done) {
      void isKnown(client.id, user, password?.toString("utf8")).then((known) =>
        done(known ? null : notAuthorized(), known),
      );
    },
    authorizePublish(client, packet, done) {
      done(client && rules()?.mayPublish(client.id, packet.topic) ? null : notAuthorized());
    },
    authorizeSubscribe(client, subscription, done) {
      // Null refuses the subscription (return code 128) and keeps the connection.
      done(null, rules()?.maySubscribe(client.id, subscription.topic) ? subscription : null);
    },
    authorizeForward(client, packet) {
      return rules()?.maySubscribe(client.id, packet.topic) ? packet : null;
    },
  });
  const quietly = (_client: unknown, error: Error) =>
    log.debug({ part: "broker", reason: error.message }, "a client was cut off");
  broker.on("clientError", quietly);
  broker.on("connectionError", quietly);

  const clients = new Map<string, Client>();
  broker.on("client", (client) => void clients.set(client.id, client));
  broker.on("clientDisconnect", (client) => {
    if (clients.get(client.id) === client) clients.delete(client.id);
  });

  const server = createServer({ noDelay: true }, (socket) => broker.handle(socket));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    bus: inProcessBus(broker, clients, log),
    port: (server.address() as AddressInfo).port,
    async stop() {
      await new Promise<void>((resolve) => broker.close(() => resolve()));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function inProcessBus(broker: Aedes, clients: ReadonlyMap<string, Client>, log: Log): Bus {
  return {
    publish: (topic, payload, { retain = false } = {}) =>
      new Promise((resolve, reject) => {
        broker.publish(
          { cmd: "publish", topic, payload: Buffer.from(payload), qos: 1, retain, dup: false },
          (error) => {
            if (error) reject(error);
            else resolve();
          },
        );
      }),
    subscribe: (pattern, handler) =>
      new Promise((resolve) => {
        let last = Promise.resolve();
        const deliver = (packet: AedesPublishPacket, next: () => void) => {
          const payload = Buffer.from(packet.payload);
          last = last
            .then(async () => await handler(packet.topic, payload))
            .catch((error: unknown) => log.error({ part: "bus", err: error }, "message failed"));
          // The broker does not wait for the handler, which may itself publish.
          next();
        };
        broker.subscribe(pattern, deliver, resolve);
      }),
    cutOff: (clientId) =>
      new Promise((resolve) => {
        const client = clients.get(clientId);
        if (client) client.close(resolve);
        else resolve();
      }),
    check: () =>
      broker.closed ? Promise.reject(new Error("the broker has stopped")) : Promise.resolve(),
  };
}
