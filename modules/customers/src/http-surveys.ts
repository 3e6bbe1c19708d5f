import { fewest } from "@terskel/kernel";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { z } from "zod";
import * as answersApi from "./api/answers.ts";
import * as api from "./api/surveys.ts";
import { answerSurvey, readSurvey } from "./answers.ts";
import type { Texts } from "./letter.ts";
import {
  confirmMailing,
  countRecipients,
  findMailing,
  listMailings,
  removeMailing,
} from "./mailings.ts";
import { operatorName } from "./operator-name.ts";
import type { CustomersPorts } from "./ports.ts";
import { previewsOf, shownMailing } from "./show-mailing.ts";
import { addSurvey, questionsOf, readResults } from "./surveys.ts";
import type { Question } from "./surveys.ts";

const kind = "survey";
const byId = z.tuple([z.uuid()]);
type Results = z.input<typeof api.surveyResults.response>;
type Row = Awaited<ReturnType<typeof findMailing>>;
type Asked = Awaited<ReturnType<typeof questionsOf>>;

const shown = (row: Row, asked: Asked) => {
  const { kind: its = "market", questions = [] } = asked.get(row.id) ?? {};
  return {
    ...shownMailing(row),
    kind: its,
    questions: questions as z.input<typeof api.oneSurvey.response>["questions"],
  };
};

export function surveyRoutes(ports: CustomersPorts): Route[] {
  const { withContext, now, publicUrl } = ports;
  return [
    handle(api.surveys, async ({ context, query: { limit, cursor } }) => {
      const before = readCursor(byId, cursor);
      const { rows, asked } = await withContext(context, async (tx) => {
        const found = await listMailings(tx, kind, limit + 1, before?.[0]);
        return {
          rows: found,
          asked: await questionsOf(
            tx,
            found.map(({ id }) => id),
          ),
        };
      });
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        (row) => shown(row, asked),
      );
    }),
    handle(
      api.oneSurvey,
      async ({ context, params: { survey } }) =>
        await withContext(context, async (tx) => {
          const row = await findMailing(tx, kind, survey);
          return {
            ...shown(row, await questionsOf(tx, [survey])),
            recipients: await countRecipients(tx),
            previews: previewsOf(row.texts as Texts, kind, await operatorName(tx), publicUrl),
          };
        }),
    ),
    handle(api.addSurvey, async ({ context, body }) => {
      const { organisation = "" } = context;
      const texts = body.texts as Texts;
      const questions = body.questions as Question[];
      const given = { organisation, kind: body.kind, texts, questions, at: now() };
      return { id: await withContext(context, (tx) => addSurvey(tx, given)) };
    }),
    handle(api.removeSurvey, async ({ context, params }) => {
      await withContext(context, (tx) => removeMailing(tx, kind, params.survey));
    }),
    handle(api.sendSurvey, async ({ context, params, body }) => {
      const { organisation = "" } = context;
      const mailing = params.survey;
      await withContext(context, (tx) =>
        confirmMailing(tx, { organisation, kind, mailing, ...body, at: now() }),
      );
    }),
    handle(
      api.surveyResults,
      async ({ context, params: { survey } }) =>
        await withContext(context, async (tx) => {
          await findMailing(tx, kind, survey);
          return { ...(await readResults(tx, survey)), fewest } as Results;
        }),
    ),
    handle(
      answersApi.readSurvey,
      async ({ body, language }) => await readSurvey(ports, body.token, language),
    ),
    handle(answersApi.answerSurvey, async ({ body: { token, answers, comment } }) => {
      await answerSurvey(ports, token, { answers, comment, at: now() });
    }),
  ];
}
