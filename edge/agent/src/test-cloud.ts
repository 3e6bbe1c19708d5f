import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { Aedes } from "aedes";
import {
  createSigner,
  draftList,
  everyControllers,
  framesOf,
  generateSigningKey,
  hashCredential,
  mayPublish,
  maySubscribe,
  parseUp,
  publicKeyOf,
  signList,
  topicOf,
  type AccessList,
  type Command,
  type DownKind,
  type Enrolment,
  type Signer,
  type UpKind,
  type UpMessages,
} from "@terskel/edge-protocol";

type Received = { [K in UpKind]: UpMessages[K][] };

/**
 * The cloud's end of the protocol for tests of the door's end: a real MQTT broker on loopback that signs, receives and
 * receipts, and can go away and come back.
 */
export type TestCloud = {
  readonly enrolment: Enrolment;
  /** As `list` names them. */
  readonly doors: readonly { readonly id: string; readonly name: string }[];
  readonly received: Received;
  readonly sign: Signer;
  /** While false, passages arrive and are not receipted. */
  receipts: boolean;
  send(kind: DownKind, message: string | Uint8Array): Promise<void>;
  /** Signs a list and sends it in its parts. */
  sendList(list: AccessList, by?: Signer): Promise<void>;
  command(change?: Partial<Command>): Command;
  list(change?: Partial<AccessList>): AccessList;
  hash(number: string): string;
  /** From now on it reads nothing and answers nothing, and no connection ends: a cable that was cut. */
  brokerSilent(): void;
  brokerDown(): Promise<void>;
  brokerUp(): Promise<void>;
  stop(): Promise<void>;
};

/** `doorCount` doors, one person who may open the first and holds the card 4711. */
export async function createTestCloud(doorCount = 2): Promise<TestCloud> {
  const controller = randomUUID();
  const key = await generateSigningKey();
  const sign = await createSigner(key);
  const token = randomBytes(24).toString("base64url");
  const credentialKey = randomBytes(32).toString("base64url");
  const person = randomUUID();
  const doors = Array.from({ length: doorCount }, (_, index) => ({
    id: randomUUID(),
    name: `Door ${index + 1}`,
  }));
  const received: Received = { hello: [], events: [], ack: [], state: [], presence: [] };
  let broker: Broker | undefined = await startBroker({ controller, token, port: 0, onUp });
  const { port } = broker;
  const hash = (number: string): string => hashCredential(credentialKey, "card", number);

  async function onUp(kind: UpKind, payload: Uint8Array): Promise<void> {
    const message = parseUp(kind, payload);
    (received[kind] as unknown[]).push(message);
    if (!("events" in message) || !cloud.receipts) return;
    const events = message.events.map((each) => each.id);
    await cloud.send("receipt", await sign("receipt", { controller, events }));
  }

  const cloud: TestCloud = {
    enrolment: {
      controller,
      token,
      brokerUrl: `mqtt://127.0.0.1:${port}`,
      cloudKeys: [publicKeyOf(key)],
      credentialKey,
    },
    doors,
    received,
    sign,
    receipts: true,
    hash,
    send: async (kind, message) => broker?.publish(topicOf(controller, kind), message),
    async sendList(list, by = sign) {
      const document = await signList(by, draftList(list));
      for (const frame of framesOf(document, list.revision)) await cloud.send("list", frame);
    },
    command: (change = {}) => ({
      id: randomUUID(),
      controller,
      door: doors[0]!.id,
      action: "open",
      person,
      issuedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 5000).toISOString(),
      ...change,
    }),
    list: (change = {}) => ({
      controller,
      revision: 1,
      issuedAt: new Date().toISOString(),
      doors: doors.map(({ id, name }, index) => ({
        id,
        name,
        output: index + 1,
        openSeconds: 1,
        ...(index === 0 ? { heldAfterSeconds: 30 } : {}),
        grants: index === 0 ? [{ subject: 1, schedule: 0 }] : [],
      })),
      persons: [{ id: person, subjects: [1] }],
      credentials: [{ hash: hash("4711"), kind: "card", person: 0 }],
      schedules: [],
      clocks: [],
      ...change,
    }),
    brokerSilent: () => broker?.silence(),
    async brokerDown() {
      // What is sent from now on is lost, as to any broker that is gone.
      const going = broker;
      broker = undefined;
      await going?.stop();
    },
    async brokerUp() {
      broker ??= await startBroker({ controller, token, port, onUp });
    },
    stop: async () => cloud.brokerDown(),
  };
  return cloud;
}

type Broker = {
  readonly port: number;
  publish(topic: string, payload: string | Uint8Array): Promise<void>;
  silence(): void;
  stop(): Promise<void>;
};

type BrokerOptions = {
  readonly controller: string;
  readonly token: string;
  readonly port: number;
  readonly onUp: (kind: UpKind, payload: Uint8Array) => Promise<void>;
};

const UP: readonly UpKind[] = ["hello", "events", "ack", "state", "presence"];

async function startBroker({ controller, token, port, onUp }: BrokerOptions): Promise<Broker> {
  const aedes = await Aedes.createBroker({
    authenticate: (client, username, password, done) =>
      done(
        null,
        client.id === controller && username === controller && password?.toString() === token,
      ),
    authorizePublish: (client, packet, done) =>
      done(client && !mayPublish(client.id, packet.topic) ? new Error("not your topic") : null),
    authorizeSubscribe: (client, subscription, done) =>
      done(null, maySubscribe(client.id, subscription.topic) ? subscription : null),
  });
  for (const kind of UP) {
    aedes.subscribe(
      everyControllers(kind),
      (packet, done) => {
        done();
        void onUp(kind, Buffer.from(packet.payload));
      },
      () => {},
    );
  }
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    aedes.handle(socket);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server),
    publish: (topic, payload) =>
      new Promise((resolve, reject) => {
        aedes.publish(
          {
            cmd: "publish",
            topic,
            payload: Buffer.from(payload),
            qos: 1,
            retain: false,
            dup: false,
          },
          (error) => {
            if (error) reject(error);
            else resolve();
          },
        );
      }),
    silence() {
      for (const socket of sockets) socket.removeAllListeners("readable").pause();
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      await closed;
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no TCP port");
  return address.port;
}
