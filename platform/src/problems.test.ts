import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "./i18n.ts";
import { commonProblems, defineProblems, problem, problemDetails } from "./problems.ts";

test("every common problem has a status and a text in every language", () => {
  for (const [code, { status, title }] of Object.entries(commonProblems)) {
    assert.ok(status >= 400 && status < 600, code);
    for (const language of languages) assert.match(title[language], /\.$/, `${code} ${language}`);
    assert.equal(new Set(Object.values(title)).size, 3, code);
  }
});

test("what is sent is RFC 9457, in the reader's language, without the internal reason", () => {
  const refused = problem("not-found", { reason: "Kari's door", cause: new Error("SQL") });
  assert.equal(refused.message, "Kari's door");
  assert.deepEqual(problemDetails(refused, "sv"), {
    type: "/problems/not-found",
    title: commonProblems["not-found"].title.sv,
    status: 404,
    code: "not-found",
    detail: commonProblems["not-found"].title.sv,
  });
});

test("fields that are wrong and further facts are sent along", () => {
  const refused = problem("too-many-requests", {
    errors: [{ path: "body.code", code: "wrong" }],
    extra: { retryAfterSeconds: 30 },
  });
  const details = problemDetails(refused, "en", "/api/v1/x");
  assert.deepEqual(details.errors, [{ path: "body.code", code: "wrong" }]);
  assert.equal(details.instance, "/api/v1/x");
  assert.equal((details as Record<string, unknown>).retryAfterSeconds, 30);
});

test("a module's own table knows its own codes only", () => {
  const { problem: own } = defineProblems({
    "no-such-door": { status: 404, title: { nb: "a", sv: "b", en: "c" } },
  });
  assert.equal(own("no-such-door").kind.status, 404);
  // @ts-expect-error not in the table
  assert.throws(() => problemDetails(own("no-such-window"), "en"));
});
