import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { me } from "@terskel/identity/api/me";
import { countRows } from "./support/behind.ts";
import { Client } from "./support/client.ts";
import type { Answer } from "./support/client.ts";
import { readOperations } from "./support/operations.ts";
import type { Operation } from "./support/operations.ts";
import { startServerHere } from "./support/server-alone.ts";
import type { ServerAlone } from "./support/server-alone.ts";

type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  errors?: { path: string }[];
};

describe("every route answers bad input with the right problem, and writes and leaks nothing", () => {
  let server: ServerAlone;
  let ingrid: Client;
  let organisation = "";
  let operations: Operation[];
  let rowsBefore: string;

  before(async () => {
    server = await startServerHere();
    ingrid = await new Client(server.url).signIn("ingrid");
    organisation = (await ingrid.call(me, {})).memberships[0]?.organisation.id ?? "";
    operations = await readOperations(ingrid);
    rowsBefore = await countRows(server);
  });
  after(async () => await server.stop());

  /** The path with this organisation and ids that nobody has. */
  const filled = (path: string, id: string = crypto.randomUUID()) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === "organisation" ? organisation : id,
    );

  const withBody = () => operations.filter(({ body }) => body);
  // Operator routes refuse Ingrid before they read anything.
  const open = ({ who, bearer }: Operation) => who !== "operator" && !bearer;

  function assertProblem(answer: Answer, status: number, code: string, what: string) {
    const problem = answer.body as Problem;
    assert.equal(answer.status, status, `${what}: ${JSON.stringify(answer.body)}`);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/, what);
    assert.equal(problem.code, code, what);
    assert.equal(problem.status, status, what);
    assert.ok(problem.title.length > 10, what);
    assert.doesNotMatch(
      JSON.stringify(problem),
      /select |insert |violates|constraint|node_modules|\.ts:|stack|pg_|ECONN|kernel\.|identity\.[a-z_]+ |access\.[a-z_]+ /,
      what,
    );
  }

  test("malformed JSON", async () => {
    for (const each of withBody().filter(open)) {
      const answer = await ingrid.send(each.method, filled(each.path), '{"name": ');
      assertProblem(answer, 400, "malformed-request", each.id);
    }
  });

  test("an unknown field, and a body of the wrong type, naming what is wrong", async () => {
    for (const each of withBody().filter(open)) {
      const operationId = each.id;
      const unknown = await ingrid.send(each.method, filled(each.path), {
        role: "owner",
        isAdmin: true,
      });
      assertProblem(unknown, 400, "malformed-request", operationId);
      assert.ok(((unknown.body as Problem).errors ?? []).length > 0, operationId);
      for (const wrong of ["[]", '"text"', "7", "null"]) {
        const answer = await ingrid.send(each.method, filled(each.path), wrong);
        assertProblem(answer, 400, "malformed-request", `${operationId} ${wrong}`);
      }
    }
  });

  test("an oversized body, which is not even read", async () => {
    for (const each of withBody().filter(open)) {
      const answer = await ingrid.announce(each.method, filled(each.path), 15_100_000);
      assertProblem(answer, 413, "too-large", each.id);
    }
  });

  test("a body that is not JSON", async () => {
    for (const each of withBody().filter(open)) {
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
      ]) {
        const answer = await ingrid.send(each.method, filled(each.path), "a=b", {
          "content-type": type,
        });
        assertProblem(answer, 415, "unsupported-media-type", `${each.id} ${type}`);
      }
    }
  });

  test("an id that is none, and one that nobody has", async () => {
    for (const each of operations.filter(open)) {
      if (!/\{(?!organisation|passkey)\w+\}/.test(each.path)) continue;
      const operationId = each.id;
      const body = each.body ? {} : undefined;
      const none = await ingrid.send(each.method, filled(each.path, "1' or '1'='1"), body);
      assertProblem(none, 400, "malformed-request", operationId);
    }
  });

  test("a list's cursor and limit that are none", async () => {
    for (const each of operations.filter(open)) {
      if (each.method !== "GET" || !each.query.includes("cursor")) continue;
      for (const query of [
        "limit=0",
        "limit=100000",
        "limit=ten",
        "cursor=%00",
        "cursor=W251bGxd",
        "colour=red",
      ]) {
        const answer = await ingrid.send("GET", `${filled(each.path)}?${query}`);
        if (answer.status === 404) continue;
        assertProblem(answer, 400, "malformed-request", `${each.id} ${query}`);
      }
    }
  });

  test("a session that has ended", async () => {
    const late = await new Client(server.url).signIn("per");
    const { owner } = server;
    await owner.query(
      "update identity.sessions set expires_at = now() - interval '1 second' where person_id = (select id from identity.persons where name = 'Per Vangen')",
    );
    for (const each of operations) {
      if (each.who === "anyone") continue;
      const body = each.body ? {} : undefined;
      const answer = await late.send(each.method, filled(each.path), body);
      assertProblem(answer, 401, "not-signed-in", each.id);
    }
  });

  test("a request that another site made the browser send", async () => {
    for (const each of operations.filter(({ method }) => method !== "GET")) {
      for (const headers of [
        { origin: "https://evil.example" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
      ] as Record<string, string>[]) {
        const answer = await ingrid.send(each.method, filled(each.path), {}, headers);
        assertProblem(answer, 403, "cross-site-request", each.id);
      }
    }
  });

  test("in the reader's language", async () => {
    const read = async (language: string) => {
      const answer = await new Client(server.url).send("GET", "/api/v1/me", undefined, {
        "accept-language": language,
      });
      assert.equal(
        answer.headers.get("content-language"),
        language.slice(0, 2) === "no" ? "nb" : language.slice(0, 2),
      );
      return (answer.body as Problem).title;
    };
    const titles = [await read("nb-NO"), await read("sv-SE"), await read("en-GB")];
    assert.equal(new Set(titles).size, 3);
    assert.match(titles[1] ?? "", /logga in/);
  });

  test("an address that is no route, and a method that a route has not", async () => {
    assertProblem(await ingrid.send("GET", "/api/v1/nothing"), 404, "not-found", "no route");
    const method = await ingrid.send("DELETE", "/api/v1/me");
    assertProblem(method, 405, "method-not-allowed", "no method");
  });

  test("and nothing was written by any of it", async () => {
    assert.equal(await countRows(server), rowsBefore);
  });
});
