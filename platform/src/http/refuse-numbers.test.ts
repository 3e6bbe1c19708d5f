import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { z } from "zod";
import { commonProblems } from "../problems.ts";
import { route } from "./contract.ts";
import { holding } from "./holds.ts";
import { handle } from "./input.ts";
import { startTestHttp } from "./test-routes.ts";

// A synthetic number of the Norwegian tax administration, and a card network's test number.
const person = "018190 99940";
const card = "4111 1111 1111 1111";

const text = z.string().trim().min(1).max(2000);
const keep = route({
  id: "trial.keep",
  method: "POST",
  path: "/api/v1/keep",
  activity: "trial.try",
  who: "anyone",
  summary: "For tests.",
  body: z.strictObject({
    note: text.optional(),
    nothing: text.nullable().default(null),
    email: z.email().optional(),
    inner: z.strictObject({ list: z.array(z.strictObject({ label: text })) }).optional(),
    either: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("a"), token: holding("token", text) }),
        z.strictObject({ kind: z.literal("b"), token: text }),
      ])
      .optional(),
    anything: z.record(z.string(), z.unknown()).optional(),
    phone: holding("telephone-number", z.string()).optional(),
    tag: holding("credential-number", z.string()).optional(),
    id: z.uuid().optional(),
    file: z.base64().optional(),
    at: z.iso.datetime().optional(),
  }),
});

let http: Awaited<ReturnType<typeof startTestHttp>>;
let kept: unknown[] = [];
before(async () => {
  http = await startTestHttp();
  http.mount([handle(keep, ({ body }) => Promise.resolve(void kept.push(body)))]);
});
after(async () => await http.app.close());
beforeEach(() => {
  kept = [];
  http.lines.length = 0;
});

async function send(body: object | string, language = "en") {
  const answer = await http.app.inject({
    method: "POST",
    url: "/api/v1/keep",
    headers: { "content-type": "application/json", "accept-language": language },
    payload: body,
  });
  const problem =
    answer.body === ""
      ? undefined
      : answer.json<{ code: string; title: string; errors?: { path: string; code: string }[] }>();
  return { status: answer.statusCode, said: answer.body, problem };
}

for (const [number, code] of [
  [person, "national-identity-number"],
  [card, "payment-card-number"],
] as const) {
  const placed: [where: string, body: object][] = [
    ["body.note", { note: `Kari ${number}.` }],
    ["body.nothing", { nothing: number }],
    ["body.email", { email: `${number.replaceAll(" ", "")}@example.org` }],
    ["body.inner.list", { inner: { list: [{ label: "a" }, { label: number }] } }],
    ["body.either.token", { either: { kind: "b", token: number } }],
    ["body.anything", { anything: { deep: [{ er: number }] } }],
    ["body.anything", { anything: { [number]: 1 } }],
  ];
  for (const [where, body] of placed) {
    test(`a ${code} in ${JSON.stringify(body).replaceAll(/\d/g, "0")} is refused by its field's name`, async () => {
      const { status, said, problem } = await send(body);
      assert.equal(status, 422, said);
      assert.equal(problem?.code, code);
      assert.deepEqual(problem.errors, [{ path: where, code }]);
      assert.deepEqual(kept, []);
      for (const place of [said, http.lines.join("")]) {
        assert.doesNotMatch(place, /0?18190 ?99940|4111 ?1111/);
      }
    });
  }

  test(`the text about a ${code} is there in three languages`, async () => {
    const titles = await Promise.all(
      (["nb", "sv", "en"] as const).map(async (language) => {
        const { problem } = await send({ note: number }, language);
        assert.equal(problem?.title, commonProblems[code].title[language]);
        return problem?.title;
      }),
    );
    assert.equal(new Set(titles).size, 3);
  });

  test(`a ${code} that is a field's name, or stands in broken JSON, is not repeated or logged`, async () => {
    for (const body of [{ [number]: "x" }, `{"note": "${number}`, `{"note": ${number}x}`, number]) {
      const { status, said } = await send(body);
      assert.equal(status, 400, said);
      assert.doesNotMatch(`${said}${http.lines.join("")}`, /0?18190 ?99940|4111 ?1111/);
    }
  });
}

test("a field with a form of its own is checked by it, and may look like a number", async () => {
  const body = {
    phone: "0701234569",
    id: "12345678-0181-4909-9940-019701011234",
    either: { kind: "a", token: person },
    file: "01819099940=",
    at: "2026-01-01T10:00:00Z",
  };
  assert.equal((await send(body)).status, 204);
  assert.equal(kept.length, 1);
});

test("a tag's number may pass a card's check digit; a person's identity number is no key", async () => {
  assert.equal((await send({ tag: card.replaceAll(" ", "") })).status, 204);
  assert.equal(
    (await send({ tag: person.replace(" ", "") })).problem?.code,
    "national-identity-number",
  );
});

test("a text that cannot be stored as it is, is malformed", async () => {
  for (const note of ['"a\\u0000b"', '"a\\ud800b"', '"\\udc00"', '{"a": "\\udfff"}']) {
    const where = note.startsWith("{") ? "anything" : "note";
    const { status, problem } = await send(`{"${where}": ${note}}`);
    assert.equal(status, 400, note);
    assert.deepEqual(problem?.errors, [{ path: "body", code: "invalid_characters" }]);
  }
  assert.equal((await send('{"note": "\\ud83d\\ude00"}')).status, 204);
});
