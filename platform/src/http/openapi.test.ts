import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openApi } from "./openapi.ts";
import { contracts } from "./test-routes.ts";

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<
    string,
    { description: string; headers?: Json; content?: Record<string, { schema?: Json }> }
  >;
  security?: Json[];
};

const all = Object.values(contracts);
const document = openApi(all, "http://terskel.test", "1.2.3");
const paths = document.paths as Record<string, Record<string, Operation>>;
const operation = (id: string) =>
  Object.values(paths)
    .flatMap((path) => Object.values(path))
    .find((each) => each.operationId === id);

/** Every `$ref` in the document. */
function refs(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : refs(inner),
  );
}

const resolve = (ref: string) =>
  ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document);

describe("the OpenAPI document", () => {
  test("is of version 3.1 and has what the specification requires", () => {
    assert.match(String(document.openapi), /^3\.1\.\d+$/);
    assert.deepEqual(Object.keys(document.info as Json).sort(), [
      "description",
      "title",
      "version",
    ]);
    assert.deepEqual(document.servers, [{ url: "http://terskel.test" }]);
    for (const [path, methods] of Object.entries(paths)) {
      assert.match(path, /^\/api\/v1\//);
      for (const [method, { responses, parameters }] of Object.entries(methods)) {
        assert.match(method, /^(get|post|put|patch|delete)$/);
        assert.ok(Object.keys(responses).length >= 2);
        for (const response of Object.values(responses)) assert.ok(response.description);
        // Every {name} of the path is a parameter of it, required, and the other way round.
        const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
        const inPath = parameters.filter((each) => each.in === "path");
        assert.deepEqual(inPath.map((each) => each.name).sort(), named);
        assert.ok(inPath.every((each) => each.required));
      }
    }
  });

  test("has every contract once, and every reference leads somewhere within it", () => {
    const ids = Object.values(paths).flatMap((path) =>
      Object.values(path).map((each) => each.operationId),
    );
    assert.deepEqual(ids.sort(), all.map((contract) => contract.id).sort());
    const found = refs(document);
    assert.ok(found.length >= all.length);
    for (const ref of found) assert.ok(resolve(ref), ref);
  });

  test("describes what goes in as it is sent, and what comes out as it is received", () => {
    const echo = operation("trial.echo");
    assert.deepEqual(echo?.parameters[0], {
      name: "loud",
      in: "query",
      required: false,
      schema: { default: "no", type: "string", enum: ["yes", "no"] },
    });
    const body = echo.requestBody?.content["application/json"]?.schema;
    assert.equal(body?.additionalProperties, false);
    assert.deepEqual(body.required, ["name"]);
    assert.ok(echo.responses["201"]?.content?.["application/json"]);
    assert.equal(operation("trial.nothing")?.responses["204"]?.content, undefined);
    assert.ok(operation("trial.stream")?.responses["200"]?.content?.["text/event-stream"]);
    assert.ok(operation("trial.file")?.responses["200"]?.content?.["application/zip"]);
  });

  test("describes an answer that the handler sends itself: an image, a redirection", () => {
    const picture = operation("trial.picture")?.responses;
    assert.deepEqual(picture?.["200"]?.content, { "image/webp": {} });
    const away = operation("trial.away")?.responses;
    assert.ok(away?.["303"]?.headers?.["Location"]);
    assert.equal(away["303"].content, undefined);
    for (const responses of [picture, away]) assert.equal(responses["204"], undefined);
  });

  test("lists the refusals that follow from who may call and what is sent", () => {
    const refusals = (id: string) =>
      Object.keys(operation(id)?.responses ?? {}).filter((status) => status.startsWith("4"));
    assert.deepEqual(refusals("trial.echo"), ["400", "403", "413", "415"]);
    assert.deepEqual(refusals("trial.operator"), ["400", "401", "403"]);
    assert.deepEqual(refusals("trial.member"), ["400", "401", "404"]);
    assert.deepEqual(refusals("trial.stream"), ["400", "401"]);
    for (const { responses } of Object.values(paths).flatMap((path) => Object.values(path))) {
      assert.ok(responses["default"]?.content?.["application/problem+json"]);
    }
  });

  test("says which routes need no session", () => {
    assert.deepEqual(operation("trial.echo")?.security, []);
    assert.equal(operation("trial.member")?.security, undefined);
  });

  test("is not made of two contracts with one method and path", () => {
    const again = { ...contracts.echo, id: "trial.again" };
    assert.throws(() => openApi([...all, again], "http://terskel.test", "1"), /two routes post/);
  });
});
