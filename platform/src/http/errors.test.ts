import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { InjectOptions } from "fastify";
import { defineProblems, problem } from "../problems.ts";
import { startTestHttp } from "./test-routes.ts";

let http: Awaited<ReturnType<typeof startTestHttp>>;
before(async () => {
  http = await startTestHttp();
});
after(async () => await http.app.close());
beforeEach(() => {
  http.lines.length = 0;
});

async function ask(call: InjectOptions) {
  const answer = await http.app.inject(call);
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.json<Record<string, unknown>>(),
  };
}

describe("500 and 503", () => {
  test("an error of ours leaks nothing, and stands in the log", async () => {
    http.behaviour.fail = () => {
      throw new Error("relation kernel.secrets does not exist at /srv/terskel/db.ts");
    };
    const answer = await http.app.inject({ url: "/api/v1/fail" });
    assert.equal(answer.statusCode, 500);
    assert.doesNotMatch(answer.body, /relation|secrets|srv|stack/);
    assert.equal(answer.json<{ code: string }>().code, "internal-error");
    assert.match(http.lines.join(""), /kernel\.secrets.*"route":"\/api\/v1\/fail"/);
  });

  test("an answer that does not fit its contract is an error of ours, and not sent", async () => {
    http.behaviour.fail = () => ({ ok: "kari@example.org" });
    const answer = await http.app.inject({ url: "/api/v1/fail" });
    assert.equal(answer.statusCode, 500);
    assert.doesNotMatch(answer.body, /kari/);
  });

  test("a database that is gone for a moment is said to be", async () => {
    for (const error of [
      Object.assign(new Error("x"), { code: "57P01" }),
      Object.assign(new Error("x"), { code: "40P01" }),
      Object.assign(new Error("x"), { code: "ENOENT", syscall: "connect" }),
      new Error("timeout exceeded when trying to connect"),
      new Error("Connection terminated unexpectedly"),
    ]) {
      http.behaviour.fail = () => Promise.reject(error);
      const { status, body } = await ask({ url: "/api/v1/fail" });
      assert.deepEqual([status, body?.code], [503, "unavailable"], error.message);
    }
    http.behaviour.fail = () => Promise.reject(Object.assign(new Error("x"), { code: "ENOENT" }));
    assert.equal((await ask({ url: "/api/v1/fail" })).status, 500, "a file that is missing");
  });

  test("a module's own problem is sent as it says, with when to come again", async () => {
    const own = defineProblems({
      "door-is-shy": { status: 409, title: { nb: "a", sv: "b", en: "c" } },
    });
    http.behaviour.fail = () => {
      throw own.problem("door-is-shy", { reason: "Kari's door", extra: { retryAfterSeconds: 7 } });
    };
    const { status, body, headers } = await ask({ url: "/api/v1/fail" });
    assert.deepEqual([status, body?.code, headers["retry-after"]], [409, "door-is-shy", "7"]);
    assert.doesNotMatch(JSON.stringify(body), /Kari/);
    http.behaviour.fail = () => {
      throw problem("not-found");
    };
    assert.equal((await ask({ url: "/api/v1/fail" })).status, 404);
  });
});
