import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { me } from "@terskel/identity/api/me";
import { countRows } from "./support/behind.ts";
import { Client } from "./support/client.ts";
import { readOperations } from "./support/operations.ts";
import type { Operation } from "./support/operations.ts";
import { startServerAlone } from "./support/server-alone.ts";
import type { ServerAlone } from "./support/server-alone.ts";
import { bodiesOf, leavesOf, withAt } from "./support/samples.ts";

type Problem = { code: string; errors?: { path: string }[] };

// A synthetic number of the Norwegian tax administration, and a card network's test number.
const forbidden = { person: "018190_99940", card: "4111.1111.1111.1111" };

describe("every field of every route's body, one wrong at a time", () => {
  let server: ServerAlone;
  let ingrid: Client;
  let organisation = "";
  let operations: Operation[];
  let rowsBefore: string;

  before(async () => {
    server = await startServerAlone();
    ingrid = await new Client(server.url).signIn("ingrid");
    organisation = (await ingrid.call(me, {})).memberships[0]?.organisation.id ?? "";
    operations = await readOperations(ingrid);
    rowsBefore = await countRows(server);
  });
  after(async () => await server.stop());

  const filled = (path: string) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === "organisation" ? organisation : crypto.randomUUID(),
    );

  /** Each body with each of its fields replaced by what `wrong` makes of it, as JSON. */
  function* wrongBodies(wrong: (value: unknown) => readonly string[]) {
    // Operator routes refuse Ingrid before they read anything.
    for (const operation of operations.filter(({ body, who }) => body && who !== "operator")) {
      for (const body of bodiesOf(operation.body ?? {})) {
        for (const { at, value } of leavesOf(body)) {
          for (const raw of wrong(value)) {
            const what = `${operation.id} ${at.join(".")} ${raw.slice(0, 40)}`;
            yield { operation, at, what, json: withAt(body, at, raw) };
          }
        }
      }
    }
  }
  const send = async ({ method, path }: Operation, json: string) => {
    const answer = await ingrid.send(method, filled(path), json);
    return { status: answer.status, problem: answer.body as Problem };
  };

  test("a value of the wrong type is malformed, and named", async () => {
    let tried = 0;
    const wrong = (value: unknown) =>
      ["7.5", '"yes"', "{}"].filter((raw) => typeof JSON.parse(raw) !== typeof value);
    for (const { operation, at, what, json } of wrongBodies(wrong)) {
      // What a browser's passkey answers is an object of the browser's own making.
      if (at.includes("response")) continue;
      const { status, problem } = await send(operation, json);
      assert.equal(status, 400, what);
      assert.equal(problem.code, "malformed-request", what);
      const paths = (problem.errors ?? []).map(({ path }) => path);
      assert.ok(
        paths.some((path) => path.startsWith("body")),
        `${what}: ${paths.join()}`,
      );
      tried += 1;
    }
    assert.ok(tried > 150, `${tried}`);
  });

  test("a text that cannot be stored, or is far too long, is malformed", async () => {
    let tried = 0;
    const wrong = (value: unknown) =>
      typeof value === "string"
        ? [
            JSON.stringify(`${value}\0`),
            `"${value}\\ud800"`,
            `"\\udfff${value}"`,
            JSON.stringify(value + "x".repeat(50_000)),
          ]
        : [];
    for (const { operation, what, json } of wrongBodies(wrong)) {
      const { status, problem } = await send(operation, json);
      assert.equal(status, 400, `${what}: ${JSON.stringify(problem)}`);
      assert.equal(problem.code, "malformed-request", what);
      tried += 1;
    }
    assert.ok(tried > 150, `${tried}`);
  });

  test("an identity or a payment card number in a text is refused, not repeated and not logged", async () => {
    let tried = 0;
    const numbers = Object.values(forbidden);
    const wrong = (value: unknown) =>
      typeof value === "string" ? numbers.map((number) => JSON.stringify(number)) : [];
    for (const { operation, what, json } of wrongBodies(wrong)) {
      const { status, problem } = await send(operation, json);
      assert.ok([400, 403, 404, 410, 422].includes(status), `${what}: ${status}`);
      assert.ok(!numbers.some((number) => JSON.stringify(problem).includes(number)), what);
      if (/^(national-identity|payment-card)-number$/.test(problem.code)) tried += 1;
    }
    assert.ok(tried > 40, `${tried}`);
    assert.match(server.output(), /"msg":"ready"/);
    for (const number of numbers) assert.ok(!server.output().includes(number));
  });

  test("an id of another organisation, in the path, is as one that nobody has", async () => {
    const ids = await idsOf("office");
    let tried = 0;
    for (const operation of operations.filter(({ who }) => who !== "operator")) {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      if (!names.includes("organisation") || !names.some((name) => ids[name])) continue;
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === "organisation" ? organisation : (ids[name] ?? crypto.randomUUID()),
      );
      const bodies = operation.body ? bodiesOf(operation.body) : [undefined];
      for (const body of bodies) {
        const answer = await ingrid.send(operation.method, path, body);
        const said = `${operation.id}: ${answer.status} ${JSON.stringify(answer.body)}`;
        assert.equal(answer.status, 404, said);
        assert.equal((answer.body as Problem).code, "not-found", said);
        tried += 1;
      }
    }
    assert.ok(tried > 20, `${tried}`);
  });

  test("an id of another organisation, in the body, among ids of one's own", async () => {
    const [own, foreign] = [await idsOf("housing"), await idsOf("office")];
    let tried = 0;
    for (const operation of operations.filter(({ body, who }) => body && who !== "operator")) {
      if (!operation.path.includes("{organisation}")) continue;
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === "organisation" ? organisation : (own[name] ?? crypto.randomUUID()),
      );
      for (const sample of bodiesOf(operation.body ?? {})) {
        const places = leavesOf(sample).filter(
          ({ at }) => own[String(at.at(-1))] && foreign[String(at.at(-1))],
        );
        const put = (json: unknown, at: (typeof places)[number]["at"], id?: string): unknown =>
          JSON.parse(withAt(json, at, JSON.stringify(id)));
        const body = places.reduce((all, { at }) => put(all, at, own[String(at.at(-1))]), sample);
        for (const { at } of places) {
          const wrong = put(body, at, foreign[String(at.at(-1))]);
          const answer = await ingrid.send(operation.method, path, wrong);
          const said = `${operation.id} ${at.join(".")}: ${JSON.stringify(answer.body)}`;
          assert.ok([400, 404, 422].includes(answer.status), said);
          tried += 1;
        }
      }
    }
    assert.ok(tried > 8, `${tried}`);
  });

  const fits = (pattern: string, path: string) =>
    new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);

  async function idsOf(kind: "housing" | "office"): Promise<Record<string, string>> {
    const { owner } = server;
    const of = "organisation_id = (select id from kernel.organisations where kind = $1)";
    const tables = {
      person: "kernel.memberships",
      site: "kernel.sites",
      door: "access.doors",
      group: "access.groups",
      unit: "access.units",
      grant: "access.grants",
      doorGroup: "access.door_groups",
      controller: "access.controllers",
      credential: "access.credentials",
    };
    const ids: Record<string, string> = {};
    for (const [name, table] of Object.entries(tables)) {
      const { rows } = await owner.query<{ id: string }>(
        `select id from ${table} where ${of} limit 1`,
        [kind],
      );
      if (rows[0]) ids[name] = rows[0].id;
    }
    return ids;
  }

  test("a method that a path has not is refused with those that it has", async () => {
    for (const path of new Set(operations.map((each) => each.path))) {
      // A path in which something of another's stands, as …/passkeys/options, is one of that too.
      const takes = (each: Operation) => fits(each.path, path);
      const has = operations.filter(takes).map(({ method }) => method);
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        if (has.includes(method)) continue;
        const answer = await ingrid.send(method, filled(path), method === "GET" ? undefined : {});
        assert.equal(answer.status, 405, `${method} ${path}`);
        const allowed = answer.headers.get("allow")?.split(", ") ?? [];
        assert.ok(
          has.every((each) => allowed.includes(each)),
          `${method} ${path}: ${allowed.join()}`,
        );
      }
    }
  });

  test("a path out of the portal's folder leads nowhere", async () => {
    for (const path of [
      "/../package.json",
      "/assets/../../package.json",
      "/assets/..%2f..%2fpackage.json",
      "/%2e%2e/package.json",
      "/assets/%2e%2e/%2e%2e/package.json",
      "/assets/..%252f..%252fpackage.json",
      "/assets/..\\..\\package.json",
      "/assets/..%5c..%5cpackage.json",
      "//etc/passwd.txt",
      "/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd.txt",
      "/index.html%00.json",
      "/%c0%ae%c0%ae/package.json",
      "/.git/config.txt",
    ]) {
      const { status, said } = await raw(path);
      assert.ok([400, 403, 404].includes(status), `${path}: ${status}`);
      assert.doesNotMatch(
        said,
        /"workspaces"|"dependencies"|root:|\[core\]|\/work|node_modules/,
        path,
      );
    }
  });

  /** As it is written: fetch would tidy the path before it sends it. */
  const raw = async (path: string) =>
    await new Promise<{ status: number; said: string }>((resolve, reject) => {
      request({ port: server.port, host: "localhost", path }, (answer) => {
        let said = "";
        answer.on("data", (chunk: Buffer) => (said += chunk.toString()));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, said }));
      })
        .on("error", reject)
        .end();
    });

  test("and nothing was written by any of it", async () => {
    assert.equal(await countRows(server), rowsBefore);
  });
});
