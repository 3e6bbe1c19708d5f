import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  PROTOCOL_VERSION,
  createVerifier,
  encodeUp,
  publicKeyOf,
  topicOf,
  type Command,
  type Passage,
  type Receipt,
  type UpKind,
  type UpMessages,
} from "@terskel/edge-protocol";
import { decodeLists, type DecodedList } from "@terskel/edge-protocol/decode";
import { cloudSigningKey } from "../controller-keys.ts";
import { startTestServer, type TestMember, type TestServer } from "../test-server.ts";

/** Doors, people and controllers for tests of the running part; everything that is not under test is put in by SQL. */
export type TestWorld = {
  readonly server: TestServer;
  readonly administrator: TestMember;
  readonly organisation: string;
  readonly site: string;
  addController(organisation?: string): Promise<TestController>;
  /** A door of the controller; without one, a door that nothing runs. */
  addDoor(controller?: TestController, name?: string): Promise<string>;
  grant(door: string, to: Grantee, more?: GrantMore): Promise<void>;
  addMember(name?: string): Promise<TestMember>;
  /** Rows of the log, oldest first, whoever they belong to. */
  log(door: string): Promise<LogRow[]>;
  stop(): Promise<void>;
};

type Grantee = { member: TestMember } | { group: string };
type GrantMore = { role?: string; from?: Date; until?: Date };
export type LogRow = {
  id: string;
  member_id: string | null;
  at: Date;
  received_at: Date;
  credential: string;
  outcome: string;
  reason: string;
  expires_at: Date;
};

/** The door's end of the wire: the fake of the hardware, with the real protocol and signatures. */
export type TestController = {
  readonly id: string;
  readonly say: <K extends UpKind>(kind: K, message: UpMessages[K]) => Promise<void>;
  readonly sayRaw: (kind: UpKind, payload: string) => Promise<void>;
  readonly connect: (revision?: number, aheadMs?: number) => Promise<void>;
  /** What a command makes it do; nothing, until set. */
  onCommand: (command: Command) => Promise<void> | void;
  /** Acknowledges as an agent does whose lock has moved. */
  readonly obey: (command: Command) => Promise<void>;
  readonly passage: (door: string, change?: Partial<Passage>) => Passage;
  readonly lists: () => Promise<DecodedList[]>;
  readonly commands: () => Promise<Command[]>;
  readonly receipts: () => Promise<Receipt[]>;
};

export async function startTestWorld(): Promise<TestWorld> {
  const server = await startTestServer();
  await server.access.start();
  const administrator = await server.addOrganisation();
  const { organisation } = administrator;
  const site = await addSite(server, organisation);
  return {
    server,
    administrator,
    organisation,
    site,
    async addController(of = organisation) {
      const [row] = await server.rows<{ id: string }>(
        `insert into access.controllers (organisation_id, site_id, name)
         select $1, id, $2 from kernel.sites where organisation_id = $1 limit 1 returning id`,
        [of, randomUUID()],
      );
      return await createTestController(server, row!.id);
    },
    async addDoor(controller, name = randomUUID()) {
      const [row] = await server.rows<{ id: string }>(
        `insert into access.doors (organisation_id, site_id, controller_id, output, name)
         select s.organisation_id, s.id, c.id, (select count(*) + 1 from access.doors where controller_id = $1), $2
           from kernel.sites s left join access.controllers c on c.id = $1
          where s.id = coalesce(c.site_id, $3) returning id`,
        [controller?.id ?? null, name, site],
      );
      return row!.id;
    },
    async grant(door, to, { role = "user", from, until } = {}) {
      const member = "member" in to ? to.member.id : null;
      const group = "group" in to ? to.group : null;
      await server.rows(
        `insert into access.grants (organisation_id, door_id, member_id, group_id, role, valid_from, valid_until)
         select organisation_id, id, $2, $3, $4, $5, $6 from access.doors where id = $1`,
        [door, member, group, role, from ?? null, until ?? null],
      );
    },
    addMember: async (name) => await server.addMember(organisation, name ? { name } : {}),
    log: async (door) =>
      await server.rows<LogRow>(
        `select p.id, h.member_id, p.at, p.received_at, p.credential, p.outcome, p.reason, p.expires_at
           from access.passages p left join access.log_holders h on h.id = p.holder_id
          where p.door_id = $1 order by p.at, p.id`,
        [door],
      ),
    async stop() {
      await server.access.stop();
      await server.stop();
    },
  };
}

async function addSite(server: TestServer, organisation: string): Promise<string> {
  const [row] = await server.rows<{ id: string }>(
    "insert into kernel.sites (organisation_id, name) values ($1, $2) returning id",
    [organisation, randomUUID()],
  );
  return row!.id;
}

async function createTestController(server: TestServer, id: string): Promise<TestController> {
  const { bus, ports } = server;
  const verify = await createVerifier([publicKeyOf(cloudSigningKey(ports.keys))], id);
  const received = async <K extends "command" | "receipt">(kind: K) =>
    Promise.all(
      bus.messages
        .filter((message) => message.topic === topicOf(id, kind))
        .map(async (message) => verify(kind, message.payload)),
    );
  const controller: TestController = {
    id,
    say: async (kind, message) => bus.receive(topicOf(id, kind), encodeUp(kind, message)),
    sayRaw: async (kind, payload) => bus.receive(topicOf(id, kind), payload),
    async connect(revision = 0, aheadMs = 0) {
      const at = new Date(Date.now() + aheadMs).toISOString();
      await controller.say("presence", { online: true, at });
      const software = "test/1";
      await controller.say("hello", {
        revision,
        protocol: PROTOCOL_VERSION,
        software,
        at,
        buffered: 0,
      });
    },
    onCommand: () => undefined,
    obey: async (command) =>
      controller.say("ack", {
        command: command.id,
        outcome: "opened",
        reason: "granted",
        at: new Date().toISOString(),
      }),
    passage: (door, change = {}) => ({
      id: randomUUID(),
      door,
      at: new Date().toISOString(),
      credential: "card",
      outcome: "opened",
      reason: "granted",
      ...change,
    }),
    lists: async () =>
      decodeLists(
        verify,
        bus.messages
          .filter((message) => message.topic === topicOf(id, "list"))
          .map((message) => Buffer.from(message.payload)),
      ),
    commands: async () => received("command"),
    receipts: async () => received("receipt"),
  };
  await bus.subscribe(topicOf(id, "command"), async (_topic, payload) => {
    await controller.onCommand(await verify("command", payload));
  });
  return controller;
}

/** Waits for what happens beside the test, for 8 s at most. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 8000;
  while (!(await holds())) {
    assert.ok(Date.now() < until, `not in time: ${holds.toString()}`);
    await sleep(20);
  }
}
