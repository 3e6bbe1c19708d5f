import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import * as answersApi from "./api/answers.ts";
import * as api from "./api/surveys.ts";
import * as link from "./api/unsubscribe.ts";
import { mailingSteps, nb } from "./test-mailings.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
const { add, mailsTo, sendOut } = mailingSteps(() => server);
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(async () => {
  for (const table of ["customers.contacts", "customers.mailings"])
    await server.rows(`delete from ${table}`);
});

const question = { nb: { text: "Hvor fornøyd er du?", choices: [] as string[] } };
const wish = { nb: { text: "Hva trenger dere?", choices: ["Porttelefon", "Tavle", "Ingenting"] } };
const body = { kind: "satisfaction" as const, texts: { nb }, questions: [question] };
const market = { kind: "market" as const, texts: { nb }, questions: [wish] };

/** Sends a survey to everybody, and gives its id. */
async function ask(given: typeof body | typeof market = body): Promise<string> {
  const { id: survey } = await server.ok(api.addSurvey, { body: given });
  const params = { survey };
  const { recipients } = await server.ok(api.oneSurvey, { params });
  await server.ok(api.sendSurvey, { params, body: { recipients: recipients.nb } });
  await server.runSending(survey, "survey");
  return survey;
}
const tokenTo = (email: string) =>
  /\/survey\/([\w-]{43})\n/.exec(mailsTo(email)[0]?.text ?? "")?.[1] ?? "";
const answer = async (token: string, answers: number[], comment?: string) =>
  await server.ok(answersApi.answerSurvey, {
    body: { token, answers, ...(comment ? { comment } : {}) },
  });
const results = async (survey: string) =>
  await server.ok(api.surveyResults, { params: { survey } });
const many = async (count: number, more: object = {}) =>
  await Promise.all(Array.from({ length: count }, async () => await add(more)));

describe("a survey", () => {
  test("is answered once, by whoever holds the link, and tells of five answers at a time", async () => {
    const people = await many(7);
    const survey = await ask();
    const [first, ...others] = people;
    const token = tokenTo(first?.email ?? "");
    const asked = await server.ok(answersApi.readSurvey, { body: { token } });
    assert.deepEqual(asked, {
      operator: "Terskel Drift AS",
      kind: "satisfaction",
      questions: [{ text: question.nb.text, choices: [] }],
      answered: false,
    });
    await answer(token, [2], "Fint");
    const again = await server.refused(answersApi.answerSurvey, { body: { token, answers: [5] } });
    assert.equal(again, "409 survey-answered");
    for (const [at, { email }] of others.slice(0, 3).entries())
      await answer(tokenTo(email), [4], `Kommentar ${at}`);
    const four = await results(survey);
    assert.deepEqual([four.cells, four.totals, four.comments], [[], [], []]);
    await answer(tokenTo(others[3]?.email ?? ""), [4], "Den femte");
    const five = await results(survey);
    assert.deepEqual(
      five.cells.map(({ answers, mean, customerKind }) => [answers, mean, customerKind]),
      [[5, 3.6, "housing"]],
    );
    assert.deepEqual(five.totals, [{ question: 0, answers: 5, mean: 3.6 }]);
    assert.equal(five.comments.length, 5);
    await answer(tokenTo(others[4]?.email ?? ""), [1], "Den sjette");
    assert.deepEqual(await results(survey), five);
  });

  test("of which one kind has answered too little tells nothing of it, in the total either", async () => {
    const shops = await many(3, { customerKind: "shop" });
    const offices = await many(5, { customerKind: "office" });
    const survey = await ask();
    for (const { email } of offices) await answer(tokenTo(email), [5]);
    const before = await results(survey);
    for (const { email } of shops) await answer(tokenTo(email), [1]);
    assert.deepEqual(await results(survey), before);
    assert.deepEqual(before.totals, [{ question: 0, answers: 5, mean: 5 }]);
  });

  test("of the market is answered by choices, each told of when five have made it", async () => {
    const people = await many(8);
    const survey = await ask(market);
    for (const [at, { email }] of people.entries()) await answer(tokenTo(email), [at < 6 ? 1 : 2]);
    const { cells, totals } = await results(survey);
    assert.deepEqual(totals, [{ question: 0, choice: 1, answers: 5 }]);
    assert.equal(cells.length, 1);
  });

  test("keeps nothing by which an answer is somebody's", async () => {
    const [someone] = await many(1);
    await ask();
    await answer(tokenTo(someone?.email ?? ""), [3], "Helt greit");
    const columns = await server.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'customers'
          and table_name in ('survey_counts', 'survey_comments') order by 1`,
    );
    assert.ok(
      columns.every(({ name }) => !/contact|delivery|email|address|token|_at$|^at$/.test(name)),
    );
    const [delivery] = await server.rows<{ row: string }>(
      "select t::text as row from customers.deliveries t",
    );
    assert.ok(!/Helt greit/.test(delivery?.row ?? ""));
    const [comment] = await server.rows<{ month: Date }>(
      "select month from customers.survey_comments",
    );
    assert.equal(comment?.month.getUTCDate(), 1);
  });

  test("is refused an answer that does not fit, a comment with an identity number and a link that is none", async () => {
    const [someone] = await many(1);
    await ask();
    const token = tokenTo(someone?.email ?? "");
    const refused = async (given: object) =>
      await server.refused(answersApi.answerSurvey, { body: { token, ...given } });
    for (const answers of [[0], [6], [1, 1]])
      assert.equal(await refused({ answers }), "422 survey-answer");
    const comment = "Jeg er 01819099940";
    assert.equal(await refused({ answers: [3], comment }), "422 national-identity-number");
    assert.equal(await refused({ answers: [3], token: "a".repeat(43) }), "404 link-unknown");
    // The link of a mailing that asks nothing.
    await server.rows("delete from customers.mailings");
    await sendOut();
    const other = /unsubscribe\/([\w-]{43})/.exec(
      mailsTo(someone?.email ?? "")[0]?.text ?? "",
    )?.[1];
    assert.equal(await refused({ answers: [3], token: other ?? "" }), "404 link-unknown");
  });

  test("asks in every language that its letter is written in, with the same choices", async () => {
    const refused = async (given: object) =>
      await server.refused(api.addSurvey, { body: { ...body, ...given } });
    assert.equal(await refused({ texts: { nb, sv: nb } }), "422 survey-questions");
    assert.equal(await refused({ questions: [wish] }), "422 survey-questions");
    assert.equal(await refused({ kind: "market" }), "422 survey-questions");
    const two = { ...wish, sv: { text: "Vad behöver ni?", choices: ["Porttelefon", "Tavla"] } };
    const uneven = { kind: "market", texts: { nb, sv: nb }, questions: [two] };
    assert.equal(await refused(uneven), "422 survey-questions");
  });

  test("is not sent to who has said no to mailings, and one no in it ends both", async () => {
    const [mona, per] = await many(2);
    await sendOut();
    const token =
      /unsubscribe\/([\w-]{43})/.exec(mailsTo(mona?.email ?? "")[0]?.text ?? "")?.[1] ?? "";
    await server.ok(link.unsubscribe, { body: { token } });
    await ask();
    assert.equal(mailsTo(mona?.email ?? "").length, 1);
    const asked = tokenTo(per?.email ?? "");
    await server.ok(link.unsubscribe, { body: { token: asked } });
    const read = await server.refused(answersApi.readSurvey, { body: { token: asked } });
    assert.equal(read, "404 link-unknown");
    const { id: survey } = await server.ok(api.addSurvey, { body });
    const { recipients } = await server.ok(api.oneSurvey, { params: { survey } });
    assert.equal(recipients.nb, 0);
  });
});
