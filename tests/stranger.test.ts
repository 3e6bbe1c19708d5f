import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openDoor } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { serverPool } from "./support/behind.ts";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { startServerHere } from "./support/server-alone.ts";
import type { ServerAlone } from "./support/server-alone.ts";

type Operation = {
  "x-terskel-who": string;
  operationId: string;
  responses: Record<string, { content?: Record<string, unknown> }>;
};
type Row = { id: string; name?: string };

/** Routes that answer to anybody or about the caller alone: checked for what they say, not for refusal. */
const ownOrPublic = new Set(["anyone", "person"]);

describe("a stranger: signed in, and of no organisation, or of another one", () => {
  let alone: ServerAlone;
  let odd: Client;
  let amir: Client;
  let operations: { method: string; path: string; operation: Operation }[];
  /** Ids of the cooperative, by the path parameter they fill. */
  let ids: Record<string, string>;
  /** What must never be read in an answer to a stranger. */
  let secrets: string[];

  before(async () => {
    alone = await startServerHere();
    odd = await new Client(alone.url).signIn("odd");
    amir = await new Client(alone.url).signIn("amir");
    const document = (await odd.send("GET", "/api/openapi.json")).body as {
      paths: Record<string, Record<string, Operation>>;
    };
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
    const { owner } = alone;
    const one = async (sql: string): Promise<Row> =>
      (await owner.query<Row>(sql)).rows[0] ?? { id: "" };
    const of = "organisation_id = (select id from kernel.organisations where kind = 'housing')";
    const organisation = await one(
      "select id, name from kernel.organisations where kind = 'housing'",
    );
    const person = await one(
      `select id, name from kernel.memberships where ${of} and name = 'Kari Nordlie'`,
    );
    const door = await one(`select id, name from access.doors where ${of} limit 1`);
    ids = {
      organisation: organisation.id,
      person: person.id,
      door: door.id,
      group: (await one(`select id from access.groups where ${of} limit 1`)).id,
      site: (await one(`select id from kernel.sites where ${of} limit 1`)).id,
      schedule: (await one(`select id from access.schedules where ${of} limit 1`)).id,
      unit: (await one(`select id from access.units where ${of} limit 1`)).id,
      area: crypto.randomUUID(),
      airlock: crypto.randomUUID(),
      doorGroup: (await one(`select id from access.door_groups where ${of} limit 1`)).id,
      lease: (await one(`select id from access.leases where ${of} limit 1`)).id,
      grant: (await one(`select id from access.grants where ${of} limit 1`)).id,
      controller: (await one(`select id from access.controllers where ${of} limit 1`)).id,
      credential: (await one(`select id from access.credentials where ${of} limit 1`)).id,
      invitation: crypto.randomUUID(),
      integration: crypto.randomUUID(),
      order: crypto.randomUUID(),
      code: crypto.randomUUID(),
      alarm: crypto.randomUUID(),
      hold: (
        await one(
          `insert into kernel.holds (organisation_id, reason, until)
           select id, 'A case', now() + interval '1 day' from kernel.organisations where kind = 'housing' returning id`,
        )
      ).id,
      case: (await one("select id from support.cases limit 1")).id,
      request: crypto.randomUUID(),
      breach: crypto.randomUUID(),
      adviser: crypto.randomUUID(),
      supplier: (await one("select id from kernel.suppliers limit 1")).id,
      agreement: (await one("select id from kernel.supplier_agreements limit 1")).id,
      session: (await one("select gen_random_uuid() as id")).id,
      passkey: "nobody-s",
      contact: crypto.randomUUID(),
      mailing: crypto.randomUUID(),
      survey: crypto.randomUUID(),
    };
    secrets = [person.name ?? "?", "kari.nordlie@", "Oppgang A", ids.organisation ?? "?"];
  });
  after(async () => await alone.stop());

  test("gets nothing from any route of an organisation they do not belong to", async () => {
    const tried: string[] = [];
    for (const { method, path, operation } of operations) {
      if (ownOrPublic.has(operation["x-terskel-who"])) continue;
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        assert.ok(ids[name], `the test knows no ${name} for ${path}`);
        return ids[name] ?? "";
      });
      for (const stranger of [odd, amir]) {
        const answer = await stranger.send(method, filled, method === "GET" ? undefined : {});
        assert.ok([403, 404].includes(answer.status), `${method} ${path}: ${answer.status}`);
        for (const secret of secrets) {
          assert.equal(JSON.stringify(answer.body).includes(secret), false, `${method} ${path}`);
        }
      }
      tried.push(operation.operationId);
    }
    assert.ok(tried.length >= 30, `${tried.length} routes`);
  });

  test("without a session gets 401 from each of them", async () => {
    const nobody = new Client(alone.url);
    for (const { method, path, operation } of operations) {
      if (operation["x-terskel-who"] === "anyone") continue;
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "");
      const answer = await nobody.send(method, filled, method === "GET" ? undefined : {});
      assert.equal(answer.status, 401, `${method} ${path}`);
    }
  });

  test("reads of the routes about oneself tell nothing of others", async () => {
    for (const { method, path, operation } of operations) {
      if (method !== "GET" || operation["x-terskel-who"] !== "person" || path.includes("{"))
        continue;
      const answer = isStream(operation)
        ? await overhear(path)
        : JSON.stringify((await odd.send(method, path)).body);
      for (const secret of secrets) {
        assert.equal(answer.includes(secret), false, `${method} ${path}`);
      }
    }
  });

  const isStream = ({ responses }: Operation) =>
    responses["200"]?.content?.["text/event-stream"] !== undefined;

  /** What a stream has said to the stranger by the time that its own people have been told of an opening. */
  async function overhear(path: string): Promise<string> {
    const hangUp = new AbortController();
    const { signal } = hangUp;
    const said = async (who: Client) => {
      const answer = await who.fetch(path, { signal });
      assert.equal(answer.status, 200);
      let text = "";
      const reading = (async () => {
        for await (const chunk of answer.body!) text += Buffer.from(chunk).toString("utf8");
      })().catch(() => assert.ok(signal.aborted));
      return { heard: () => text, reading };
    };
    const kari = await new Client(alone.url).signIn("kari");
    const [strangers, karis] = [await said(odd), await said(kari)];
    const params = { organisation: ids["organisation"] ?? "", door: ids["door"] ?? "" };
    await kari.call(openDoor, { params, body: { request: crypto.randomUUID() } });
    await eventually("Kari is told", () => karis.heard().includes("event: passage"));
    hangUp.abort();
    await Promise.all([strangers.reading, karis.reading]);
    return strangers.heard();
  }

  test("sees no row of any table, in their own organisation's context or in none", async () => {
    const { memberships } = await amir.call(me, {});
    const { owner } = alone;
    const server = serverPool(alone);
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name
         from pg_tables where schemaname in ('kernel', 'identity', 'access', 'support', 'customers')`,
    );
    const found = await owner.query<Row>(
      "select id from identity.persons where name = 'Kari Nordlie'",
    );
    const kari = found.rows[0]?.id;
    assert.ok(kari);
    assert.ok(tables.length >= 20);
    const { body } = await odd.send("GET", "/api/v1/privacy/declarations");
    const activities = (body as { activities: { id: string }[] }).activities.map(({ id }) => id);
    // Those that have to see more than one organisation; each is told apart in its own module's tests.
    const crossing =
      /^(identity\.sign-in|identity\.prevent-misuse|access\.run-controllers|kernel\.|access\.accept-invitation)/;
    const client = await server.connect();
    let seen = 0;
    for (const { name } of tables) {
      for (const activity of activities.filter((each) => !crossing.test(each))) {
        await client.query("begin");
        await client.query(
          `select set_config('terskel.activity', $1, true), set_config('terskel.organisation', $2, true),
                  set_config('terskel.person', $3, true), set_config('terskel.member', $4, true)`,
          [activity, memberships[0]?.organisation.id, crypto.randomUUID(), memberships[0]?.id],
        );
        const foreign: { rowCount: number | null } = await client.query(
          `select * from ${name} t where $1::text[] && array[to_jsonb(t)->>'organisation_id',
             to_jsonb(t)->>'person_id', to_jsonb(t)->>'id']`,
          [[ids.organisation, kari]],
        );
        assert.equal(foreign.rowCount, 0, `${name} for ${activity}`);
        await client.query("rollback");
        seen += 1;
      }
      await client.query("begin");
      assert.equal(
        (await client.query(`select * from ${name}`)).rowCount,
        0,
        `${name} without a context`,
      );
      await client.query("rollback");
    }
    assert.ok(seen > 100);
    client.release();
    await server.end();
  });

  test("cannot become more: the program's role owns nothing and cannot bypass row-level security", async () => {
    const server = serverPool(alone);
    const { rows } = await server.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
    );
    assert.deepEqual(rows, [
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
    await assert.rejects(server.query("set role terskel"), /permission denied/);
    await assert.rejects(
      server.query("alter table kernel.memberships disable row level security"),
      /must be owner/,
    );
    await server.end();
  });
});
