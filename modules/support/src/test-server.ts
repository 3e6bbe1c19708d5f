import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createWithContext, keepHere, kernelProcessing } from "@terskel/kernel";
import type { Call, Contract, Received } from "@terskel/platform/contract";
import { createHttp } from "@terskel/platform/http";
import type { Session } from "@terskel/platform/http";
import { createLog } from "@terskel/platform/log";
import type { Outbox } from "@terskel/platform/outbox";
import { createTestDatabase } from "@terskel/platform/testing";
import { createSupport, supportProcessing } from "./index.ts";

/** Somebody who is signed in: `person` is the account, `id` the membership in `organisation`. */
export type TestMember = {
  readonly person: string;
  readonly id: string;
  readonly organisation: string;
  readonly email: string;
};
type AnyCall = { params?: object; query?: object; body?: unknown };

/** Support behind its HTTP contracts, over a database of its own. Faked is who is signed in, and where mail goes. */
export async function startTestServer() {
  const database = await createTestDatabase();
  const letters: Parameters<Outbox["put"]>[0][] = [];
  const log = createLog("silent");
  const clock = { now: () => new Date() };
  const processings = [kernelProcessing, supportProcessing];
  const withContext = createWithContext(
    database.app,
    new Set(processings.flatMap((p) => p.activities.map((a) => a.id))),
  );
  const support = createSupport({
    withContext,
    log,
    sendMail: keepHere({ put: (letter) => void letters.push(letter) }).sendMail,
    now: () => clock.now(),
    publicUrl: new URL("http://terskel.test/"),
    account: async () => await Promise.resolve({ language: "en" }),
  });
  const { app, mount } = await createHttp({
    config: { publicUrl: new URL("http://terskel.test/"), TRUSTED_PROXIES: 0 },
    log,
    cookies: new Set(),
    authenticate: async ({ headers }) => await sessionOf(headers["x-test-person"]),
  });
  mount(support.routes);

  async function sessionOf(person: unknown): Promise<Session | undefined> {
    if (typeof person !== "string") return undefined;
    const { rows } = await database.owner.query<Session["memberships"][number]>(
      `select m.id, m.organisation_id as organisation, m.role, m.privacy_officer as "privacyOfficer",
              o.kind = 'operator' as "isOperator",
              exists (select from kernel.confidentiality c where c.member_id = m.id) as "hasSigned"
         from kernel.memberships m join kernel.organisations o on o.id = m.organisation_id
        where m.person_id = $1`,
      [person],
    );
    return { id: `session of ${person}`, startedAt: new Date(), person, memberships: rows };
  }

  async function send(
    contract: Contract,
    { params = {}, query = {}, body }: AnyCall,
    as?: TestMember,
  ) {
    const url = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    );
    const answer = await app.inject({
      method: contract.method,
      url,
      query: Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])),
      headers: as ? { "x-test-person": as.person } : {},
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json: unknown = answer.body === "" ? undefined : JSON.parse(answer.body);
    return { status: answer.statusCode, json };
  }

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.owner.query<Row>(sql, values)).rows;

  return {
    database,
    support,
    /** What was sent, the oldest first. */
    letters,
    clock,
    withContext,
    rows,
    /** Calls a route that has to answer, and gives the answer. */
    async ok<C extends Contract>(contract: C, as: TestMember, call: Call<C>): Promise<Received<C>> {
      const { status, json } = await send(contract, call as AnyCall, as);
      assert.ok(status < 300, `${contract.id} answered ${status}: ${JSON.stringify(json)}`);
      return json as Received<C>;
    },
    /** Calls a route that has to refuse, and gives the status with the problem's code. */
    async refused(contract: Contract, as: TestMember | undefined, call: AnyCall): Promise<string> {
      const { status, json } = await send(contract, call, as);
      assert.ok(status >= 400, `${contract.id} answered ${status}: ${JSON.stringify(json)}`);
      return `${status} ${(json as { code: string }).code}`;
    },
    /** An organisation with its first administrator. */
    async addOrganisation(name: string, kind = "housing"): Promise<TestMember> {
      const [made] = await rows<{ id: string }>(
        `insert into kernel.organisations (name, number, country, kind) values ($1, $2, 'NO', $3) returning id`,
        [name, randomUUID(), kind],
      );
      return await this.addMember(made?.id ?? "", "Ingrid", "administrator");
    },
    async addMember(organisation: string, name: string, role = "member"): Promise<TestMember> {
      const person = randomUUID();
      const email = `${name.toLowerCase()}.${person.slice(0, 8)}@example.com`;
      const [made] = await rows<{ id: string }>(
        `insert into kernel.memberships (organisation_id, person_id, name, email, role, source)
         values ($1, $2, $3, $4, $5, 'administrator') returning id`,
        [organisation, person, name, email, role],
      );
      return { person, id: made?.id ?? "", organisation, email };
    },
    /** Has somebody at the operator sign the confidentiality declaration (D11). */
    async sign({ organisation, id }: TestMember): Promise<void> {
      await rows(
        `insert into kernel.confidentiality (organisation_id, member_id, version) values ($1, $2, 1)`,
        [organisation, id],
      );
    },
    /** Runs what is in the queue, and what that puts there, in this process and to its end. */
    async runJobs(): Promise<void> {
      for (;;) {
        const due = await rows<{ id: string; name: string; payload: unknown }>(
          `with taken as (delete from graphile_worker._private_jobs j
             using graphile_worker._private_tasks t where t.id = j.task_id
             returning t.identifier as name, j.payload) select * from taken`,
        );
        if (due.length === 0) return;
        for (const { name, payload } of due)
          await support.jobs.find((job) => job.name === name)?.run(payload);
      }
    },
    async stop(): Promise<void> {
      await app.close();
      await database.drop();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
