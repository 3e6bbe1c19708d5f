import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createWithContext, keepHere, kernelProcessing } from "@terskel/kernel";
import type { Call, Contract, Received } from "@terskel/platform/contract";
import { createHttp } from "@terskel/platform/http";
import type { Session } from "@terskel/platform/http";
import { startJobs } from "@terskel/platform/jobs";
import type { Language } from "@terskel/platform/i18n";
import { keysFrom } from "@terskel/platform/keys";
import { createLog } from "@terskel/platform/log";
import { createOutbox } from "@terskel/platform/outbox";
import { createTestDatabase, testTemplate } from "@terskel/platform/testing";
import { accessProcessing, createAccess } from "./index.ts";
import type { AccessPorts } from "./ports.ts";
import { createTestBus } from "./test-bus.ts";

/** Somebody who is signed in: `person` is the account, `id` the membership in `organisation`. */
export type TestMember = {
  readonly person: string;
  readonly id: string;
  readonly organisation: string;
};

type Account = {
  name: string;
  email: string | undefined;
  phone: string | undefined;
  language: Language | undefined;
};
type NewMember = {
  readonly role?: "member" | "administrator";
  readonly name?: string;
  readonly email?: string;
  /** No account has taken the membership over yet. */
  readonly unclaimed?: true;
};
/** Absent or undefined `as`: nobody is signed in. A string: an account. */
type Caller = { readonly as?: TestMember | string | undefined };
type AnyCall = Caller & { params?: object; query?: object; body?: unknown };

/**
 * Access behind its HTTP contracts, over a database of its own. Faked is the edge of the world
 * only: who is signed in (a header), the broker, and where mail goes.
 */
export async function startTestServer(change: Partial<AccessPorts> = {}) {
  // A first door makes partitions for the whole interval of its log: a second of work.
  const template = await testTemplate("terskel_log_template", async (owner) => {
    await owner.query("select access.make_log_partitions(90)");
  });
  const database = await createTestDatabase(template);
  const folder = mkdtempSync(join(tmpdir(), "terskel-access-"));
  const outbox = createOutbox(folder);
  const bus = createTestBus();
  const log = createLog("silent");
  const clock = { now: () => new Date() };
  const accounts = new Map<string, Account>();
  const proven = new Map<string, Date>();
  const ports: AccessPorts = {
    withContext: createWithContext(
      database.app,
      new Set([kernelProcessing, accessProcessing].flatMap((p) => p.activities.map((a) => a.id))),
    ),
    keys: keysFrom(Buffer.alloc(32, 7)),
    log,
    sendMail: keepHere(outbox).sendMail,
    now: () => clock.now(),
    bus,
    brokerUrl: "mqtt://127.0.0.1:1883",
    publicUrl: new URL("http://terskel.test/"),
    listen: database.app,
    account: (person) => Promise.resolve(accounts.get(person)),
    datesOfBirth: () => Promise.resolve(new Map()),
    ...change,
  };
  const access = createAccess(ports);
  const { app, mount } = await createHttp({
    config: { publicUrl: ports.publicUrl, TRUSTED_PROXIES: 0 },
    log,
    cookies: new Set(),
    authenticate: async ({ headers }) => await sessionOf(headers["x-test-person"]),
  });
  mount(access.routes);

  async function sessionOf(person: unknown): Promise<Session | undefined> {
    if (typeof person !== "string") return undefined;
    const { rows } = await database.owner.query<Session["memberships"][number]>(
      `select m.id, m.organisation_id as organisation, m.role, m.privacy_officer as "privacyOfficer",
              o.kind = 'operator' as "isOperator", true as "hasSigned"
         from kernel.memberships m join kernel.organisations o on o.id = m.organisation_id
        where m.person_id = $1`,
      [person],
    );
    const provenAt = proven.get(person);
    return {
      id: `session of ${person}`,
      startedAt: new Date(),
      provenAt,
      person,
      memberships: rows,
    };
  }

  async function send(contract: Contract, { params = {}, query = {}, body, as }: AnyCall) {
    const url = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    );
    const answer = await app.inject({
      method: contract.method,
      url,
      query: Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])),
      headers: as ? { "x-test-person": typeof as === "string" ? as : as.person } : {},
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json: unknown = answer.body === "" ? undefined : JSON.parse(answer.body);
    return { status: answer.statusCode, json };
  }

  return {
    database,
    ports,
    access,
    app,
    bus,
    outbox,
    /** Settable: what the rules take for now. */
    clock,
    /** What the sign-in module knows of an account. */
    accounts,
    /** When an account, in its session, proved anew who it is. */
    proven,

    /** Calls a route that has to answer, and gives the answer. */
    async ok<C extends Contract>(contract: C, call: Call<C> & Caller): Promise<Received<C>> {
      const { status, json } = await send(contract, call as AnyCall);
      assert.ok(status < 300, `${contract.id} answered ${status}: ${JSON.stringify(json)}`);
      return json as Received<C>;
    },
    /** Calls a route that has to refuse, and gives the status with the problem's code. */
    async refused(contract: Contract, call: AnyCall): Promise<string> {
      const { status, json } = await send(contract, call);
      assert.ok(status >= 400, `${contract.id} answered ${status}: ${JSON.stringify(json)}`);
      return `${status} ${(json as { code: string }).code}`;
    },

    async addOrganisation(name = `Borettslaget ${randomUUID().slice(0, 8)}`): Promise<TestMember> {
      const { rows } = await database.owner.query<{ id: string }>(
        `insert into kernel.organisations (name, number, country, kind)
         values ($1, $2, 'NO', 'housing') returning id`,
        [name, randomUUID()],
      );
      return await addMember(rows[0]!.id, { role: "administrator" });
    },
    addMember,
    /** The rows that `sql` finds, whoever they belong to. */
    async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
      return (await database.owner.query<Row>(sql, values)).rows;
    },
    /** Runs what is in the queue now, to its end. */
    async runJobs(): Promise<void> {
      const jobs = await startJobs(database.owner, access.jobs, log);
      const due = `select from graphile_worker.jobs where task_identifier = any ($1)
        and run_at <= now() and attempts < max_attempts`;
      const names = [access.jobs.map((job) => job.name)];
      while ((await database.owner.query(due, names)).rowCount) await setTimeout(20);
      await jobs.stop();
    },
    async stop(): Promise<void> {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function addMember(organisation: string, member: NewMember = {}): Promise<TestMember> {
    const person = randomUUID();
    const name = member.name ?? `Kari Nordmann ${person.slice(0, 4)}`;
    const { rows } = await database.owner.query<{ id: string }>(
      `insert into kernel.memberships (organisation_id, person_id, name, email, role, source)
       values ($1, $2, $3, $4, $5, 'administrator') returning id`,
      [
        organisation,
        member.unclaimed ? null : person,
        name,
        member.email ?? null,
        member.role ?? "member",
      ],
    );
    accounts.set(person, { name, email: member.email, phone: undefined, language: undefined });
    return { person, id: rows[0]!.id, organisation };
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
