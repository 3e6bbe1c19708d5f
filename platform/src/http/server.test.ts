import assert from "node:assert/strict";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { InjectOptions } from "fastify";
import { commonProblems } from "../problems.ts";
import { contracts, house, startTestHttp } from "./test-routes.ts";

type Http = Awaited<ReturnType<typeof startTestHttp>>;
let http: Http;
before(async () => {
  http = await startTestHttp();
});
after(async () => await http.app.close());

type Call = InjectOptions;
const json = { "content-type": "application/json" };
async function ask(call: Call) {
  const answer = await http.app.inject(call);
  const body =
    answer.body === "" ? undefined : (JSON.parse(answer.body) as Record<string, unknown>);
  return { status: answer.statusCode, headers: answer.headers, body };
}
const echo = (payload: unknown, more: Call = {}) =>
  ask({ method: "POST", url: "/api/v1/echo", headers: json, payload: payload as string, ...more });

describe("200", () => {
  test("answers what the contract names; a field that it does not name never leaves", async () => {
    const { status, body, headers } = await echo({ name: "Kari" });
    assert.equal(status, 201);
    assert.deepEqual(body, { name: "Kari", loud: "no" });
    assert.equal(headers["cache-control"], "no-store");
  });

  test("a member gets the membership of the organisation in the path", async () => {
    const url = `/api/v1/organisations/${house}/me`;
    const { body } = await ask({ url, headers: { "x-as": "kari" } });
    assert.deepEqual(body, {
      role: "member",
      organisation: house,
      member: `membership in ${house}`,
    });
  });

  test("HEAD is answered as GET is, without the body", async () => {
    const { status, body } = await ask({
      method: "HEAD",
      url: "/api/v1/operator",
      headers: { "x-as": "staff" },
    });
    assert.equal(status, 200);
    assert.equal(body, undefined);
  });

  test("nothing to say is 204", async () => {
    const call = {
      method: "DELETE",
      url: "/api/v1/things/1",
      headers: { "x-as": "kari" },
    } as const;
    assert.equal((await ask(call)).status, 204);
  });

  test("the page may not run scripts of others, nor be framed", async () => {
    const { headers } = await echo({ name: "Kari" });
    const policy = String(headers["content-security-policy"]);
    assert.match(policy, /default-src 'self'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|upgrade-insecure/);
    assert.equal(headers["referrer-policy"], "same-origin");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["strict-transport-security"], undefined);
    assert.equal(headers["cross-origin-opener-policy"], undefined);
    const safe = await startTestHttp({ publicUrl: "https://terskel.test" });
    const answer = await safe.app.inject({ url: "/api/v1/operator" });
    assert.match(String(answer.headers["strict-transport-security"]), /max-age=/);
    assert.equal(answer.headers["cross-origin-opener-policy"], "same-origin");
    await safe.app.close();
  });
});

describe("400", () => {
  const malformed: readonly [string, Call][] = [
    ["JSON that is cut off", { payload: '{"name": "Ka' }],
    ["no JSON", { payload: "name=Kari" }],
    ["an empty body", { payload: "" }],
    ["no body where one is needed", { headers: {}, payload: "" }],
    ["null", { payload: "null" }],
    ["a list", { payload: "[]" }],
    ["a prototype in disguise", { payload: '{"name": "Kari", "__proto__": {"x": 1}}' }],
    [
      "a constructor in disguise",
      { payload: '{"constructor": {"prototype": {"x": 1}}, "name": "Ka"}' },
    ],
    ["a NUL, which no text of the database can hold", { payload: '{"name": "Ka\\u0000ri"}' }],
    ["nesting without end", { payload: `{"name": ${"[".repeat(20_000)}` }],
    ["deep nesting that is JSON", { payload: `{"name": ${"[".repeat(9000)}${"]".repeat(9000)}}` }],
    [
      "a body of another character set",
      { payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
    ],
  ];
  for (const [what, call] of malformed) {
    test(`${what} is malformed`, async () => {
      const { status, body, headers } = await echo(undefined, call);
      assert.equal(status, 400);
      assert.equal(body?.code, "malformed-request");
      assert.match(String(headers["content-type"]), /^application\/problem\+json/);
    });
  }

  test("every wrong field is named with a text in the reader's language, an unknown one by its own name", async () => {
    const payload = { name: "K", inner: { n: 1.5, extra: 1 }, pin: "1234" };
    const errors: Record<string, unknown> = {};
    for (const language of ["nb", "sv", "en"]) {
      const { status, body, headers } = await echo(payload, {
        headers: { ...json, "accept-language": language },
      });
      assert.equal(status, 400);
      assert.equal(headers["content-language"], language);
      assert.equal(body?.title, commonProblems["malformed-request"].title[language as "nb"]);
      const listed = body?.errors as { path: string; code: string; message: string }[];
      assert.deepEqual(listed.map(({ path, code }) => `${path} ${code}`).sort(), [
        "body.inner.extra unrecognized_keys",
        "body.inner.n invalid_type",
        "body.name too_small",
        "body.pin unrecognized_keys",
      ]);
      errors[language] = listed.find(({ path }) => path === "body.name")?.message;
    }
    assert.equal(new Set(Object.values(errors)).size, 3);
  });

  test("an unknown or a wrong query is malformed, also where a route takes none", async () => {
    const url = (query: string) => `/api/v1/echo?${query}`;
    for (const query of ["loud=maybe", "louder=yes", "loud=yes&loud=no", "loud=%00"]) {
      assert.equal((await echo({ name: "Kari" }, { url: url(query) })).status, 400, query);
    }
    const { status, body } = await ask({ url: "/api/v1/fail?debug=1" });
    assert.equal(status, 400);
    assert.deepEqual(body?.errors, [{ path: "query.debug", code: "unrecognized_keys" }]);
  });

  test("a body where a route takes none is malformed", async () => {
    const call = {
      method: "DELETE",
      url: "/api/v1/things/1",
      headers: { ...json, "x-as": "kari" },
    } as const;
    assert.equal((await ask({ ...call, payload: { force: true } })).status, 400);
  });

  test("a path that is no UTF-8 is a problem like any other", async () => {
    const { status, body } = await ask({
      url: "/api/v1/things/%E0%A4%A",
      headers: { "accept-language": "en" },
    });
    assert.equal(status, 400);
    assert.equal(body?.code, "malformed-request");
    assert.equal(body?.title, commonProblems["malformed-request"].title.en);
  });

  test("a path part that is too long is refused", async () => {
    const call = { method: "DELETE", headers: { "x-as": "kari" } } as const;
    assert.equal((await ask({ ...call, url: `/api/v1/things/${"x".repeat(41)}` })).status, 400);
    const longest = await ask({ ...call, url: `/api/v1/things/${"x".repeat(3000)}` });
    assert.ok([404, 414, 400].includes(longest.status));
    assert.ok(longest.body?.code);
  });
});

describe("401, 403 and 404: who comes before what", () => {
  const wrongBody = {
    method: "PUT",
    url: `/api/v1/organisations/${house}/name`,
    headers: json,
    payload: "{",
  } as const;

  test("who is not signed in learns nothing of the fields", async () => {
    const call = { ...wrongBody, payload: '{"nme": 1}' };
    const { status, body } = await ask(call);
    assert.deepEqual([status, body?.code, body?.errors], [401, "not-signed-in", undefined]);
  });

  test("a stranger sees another's organisation as one that does not exist", async () => {
    for (const organisation of [house, "0190b6a0-0000-7000-8000-0000000000ff", "no-uuid"]) {
      const url = `/api/v1/organisations/${organisation}/me`;
      const { status, body } = await ask({ url, headers: { "x-as": "stranger" } });
      assert.deepEqual([status, body?.code], [404, "not-found"]);
    }
  });

  test("a member is no administrator; an administrator is", async () => {
    const call = { ...wrongBody, payload: '{"name": "x"}' };
    assert.equal((await ask({ ...call, headers: { ...json, "x-as": "kari" } })).status, 403);
    assert.equal((await ask({ ...call, headers: { ...json, "x-as": "admin" } })).status, 204);
  });

  test("the operator's routes are for its administrators", async () => {
    const as = async (who: string) =>
      (await ask({ url: "/api/v1/operator", headers: { "x-as": who } })).status;
    assert.deepEqual([await as("admin"), await as("clerk"), await as("staff")], [403, 403, 200]);
  });

  test("who is signed in reads a problem in their own language, whatever the browser asks", async () => {
    const headers = { ...json, "x-as": "kari", "accept-language": "en" };
    const { body } = await ask({ ...wrongBody, payload: '{"name": "x"}', headers });
    assert.equal(body?.title, commonProblems["not-allowed"].title.sv);
  });
});

describe("404, 405, 413 and 415", () => {
  test("an unknown path is not found, in every language", async () => {
    for (const language of ["nb", "sv", "en"] as const) {
      const { status, body } = await ask({
        url: "/api/v1/nowhere",
        headers: { "accept-language": language },
      });
      assert.equal(status, 404);
      assert.equal(body?.title, commonProblems["not-found"].title[language]);
    }
  });

  test("a method that a path does not know is refused, with those that it does", async () => {
    const refused = async (method: "PATCH" | "OPTIONS" | "POST", url: string) => {
      const { status, headers, body } = await ask({ method, url });
      return [status, body?.code, headers.allow];
    };
    assert.deepEqual(await refused("PATCH", "/api/v1/echo?x=1"), [
      405,
      "method-not-allowed",
      "POST",
    ]);
    assert.deepEqual(await refused("OPTIONS", `/api/v1/organisations/${house}/me`), [
      405,
      "method-not-allowed",
      "GET, HEAD",
    ]);
    assert.deepEqual(await refused("POST", "/api/v1/things/1/2"), [404, "not-found", undefined]);
  });

  test("more than a route takes is too large", async () => {
    const { status, body } = await echo({ name: "x".repeat(70_000) });
    assert.deepEqual([status, body?.code], [413, "too-large"]);
  });

  test("anything but JSON is no content for us", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/xml",
      "nonsense",
    ]) {
      const headers = { "content-type": type };
      const { status, body } = await echo('{"name":"Kari"}', { headers });
      assert.deepEqual([status, body?.code], [415, "unsupported-media-type"], type);
    }
  });
});

test("two routes of one id, or of one method and path, do not start", async () => {
  const fresh = await startTestHttp();
  const [echo] = fresh.routes;
  assert.ok(echo);
  assert.throws(() => fresh.mount([echo]), /two routes trial\.echo/);
  const renamed = { ...echo, contract: { ...contracts.echo, id: "trial.again" } };
  assert.throws(() => fresh.mount([renamed]), /already declared/);
  await fresh.app.close();
});

test("a request that never ends its headers is ended", async () => {
  await http.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = http.app.server.address() as AddressInfo;
  assert.ok(http.app.server.headersTimeout <= 60_000 && http.app.server.requestTimeout <= 30_000);
  const socket = connect(port, "127.0.0.1");
  const answer = await new Promise<string>((resolve) => {
    socket.once("data", (chunk) => resolve(chunk.toString()));
    socket.write("NONSENSE\r\n\r\n");
  });
  assert.match(answer, /^HTTP\/1\.1 400 /);
  socket.destroy();
});
