import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWithContext, keepHere, kernelProcessing } from "@terskel/kernel";
import type { Call, Contract, Received } from "@terskel/platform/contract";
import { createHttp } from "@terskel/platform/http";
import type { Session } from "@terskel/platform/http";
import { keysFrom } from "@terskel/platform/keys";
import { createLog } from "@terskel/platform/log";
import type { Mail } from "@terskel/platform/mail";
import { createOutbox } from "@terskel/platform/outbox";
import { createTestDatabase } from "@terskel/platform/testing";
import { createCustomers, customersProcessing } from "./index.ts";
import type { CustomersPorts } from "./ports.ts";

type AnyCall = { as?: "staff" | "stranger"; params?: object; query?: object; body?: unknown };
type As<C extends Contract> = Call<C> & { as?: "staff" | "stranger" };

/**
 * Customers behind its HTTP contracts, over a database of its own. Faked is the edge of the world only: who is
 * signed in (a header), and where mail goes.
 */
export async function startTestServer() {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "terskel-customers-"));
  const outbox = createOutbox(folder);
  const log = createLog("silent");
  const clock = { now: () => new Date() };
  const kept = keepHere(outbox).sendMail;
  /** What happens to a mail before it is kept: settable, to refuse it or to hold it back. */
  const post: { before: (mail: Mail) => Promise<void> | void } = { before: () => undefined };
  const { owner } = database;
  const operator = randomUUID();
  const ports: CustomersPorts = {
    withContext: createWithContext(
      database.app,
      new Set(
        [kernelProcessing, customersProcessing].flatMap((p) => p.activities.map((a) => a.id)),
      ),
    ),
    keys: keysFrom(Buffer.alloc(32, 7)),
    log,
    sendMail: Object.assign(async (...[mail, about]: Parameters<typeof kept>) => {
      await post.before(mail);
      await kept(mail, about);
    }, kept),
    now: () => clock.now(),
    publicUrl: new URL("https://terskel.test/"),
  };
  const customers = createCustomers(ports);
  await owner.query(
    `insert into kernel.organisations (id, name, number, country, kind)
     values ($1, 'Terskel Drift AS', '974760673', 'NO', 'operator')`,
    [operator],
  );
  const sessionOf = (who: unknown): Session | undefined =>
    typeof who === "string"
      ? {
          id: who,
          startedAt: new Date(),
          person: randomUUID(),
          memberships: [
            {
              id: randomUUID(),
              organisation: operator,
              role: "administrator",
              privacyOfficer: false,
              isOperator: who === "staff",
              hasSigned: true,
            },
          ],
        }
      : undefined;
  const { app, mount } = await createHttp({
    config: { publicUrl: ports.publicUrl, TRUSTED_PROXIES: 0 },
    log,
    cookies: new Set(),
    authenticate: async ({ headers }) => await Promise.resolve(sessionOf(headers["x-test-who"])),
  });
  mount(customers.routes);

  async function send(contract: Contract, { params = {}, query = {}, body, as }: AnyCall) {
    const url = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    );
    const answer = await app.inject({
      method: contract.method,
      url,
      query: Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])),
      headers: as ? { "x-test-who": as } : {},
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json: unknown = answer.body === "" ? undefined : JSON.parse(answer.body);
    return { status: answer.statusCode, json };
  }

  return {
    operator,
    ports,
    customers,
    outbox,
    clock,
    post,
    /** Calls a route that has to answer, as the operator's staff unless said, and gives the answer. */
    async ok<C extends Contract>(contract: C, call: As<C>): Promise<Received<C>> {
      const { status, json } = await send(contract, { as: "staff", ...(call as AnyCall) });
      assert.ok(status < 300, `${contract.id} answered ${status}: ${JSON.stringify(json)}`);
      return json as Received<C>;
    },
    /** Calls a route that has to refuse, and gives the status with the problem's code. */
    async refused(contract: Contract, call: AnyCall): Promise<string> {
      const { status, json } = await send(contract, { as: "staff", ...call });
      assert.ok(status >= 400, `${contract.id} answered ${status}: ${JSON.stringify(json)}`);
      return `${status} ${(json as { code: string }).code}`;
    },
    /** The rows that `sql` finds, whoever they belong to. */
    async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
      return (await owner.query<Row>(sql, values)).rows;
    },
    /** Runs the job that sends, once, as the queue does. */
    async runSending(mailing: string, kind: "marketing" | "survey" = "marketing"): Promise<void> {
      await customers.jobs[0]?.run({ organisation: operator, mailing, kind });
    },
    async stop(): Promise<void> {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
