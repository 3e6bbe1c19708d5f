import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";
import * as customers from "./columns.ts";
import { byLanguage, letters, mailing, withRecipients } from "./mailings.ts";
import { customerKind } from "./words.ts";

const base = "/api/v1/operator/surveys" as const;
const common = { activity: "customers.surveys", who: "operator" } as const;
const params = z.strictObject({ survey: z.uuid() });
export const surveyKind = z.enum(["satisfaction", "market"]);

/** A question in one language; without choices it is answered by 1 to 5. */
const inLanguage = z.strictObject({
  text: oneLine(300),
  choices: z.array(oneLine(120)).max(8),
});
const question = byLanguage(inLanguage).strict();
const questions = z.array(question).min(1).max(5);

const survey = mailing.extend({
  kind: customers.surveys("kind", surveyKind),
  questions: customers.surveys(
    "questions",
    z.array(
      byLanguage(
        z.object({
          text: z.string(),
          choices: z.array(z.string()),
        }),
      ),
    ),
  ),
});

export const surveys = route({
  ...common,
  id: "customers.surveys",
  method: "GET",
  path: base,
  summary: "Surveys, newest first.",
  query: pageQuery,
  response: pageOf(survey),
});

export const oneSurvey = route({
  ...common,
  id: "customers.survey",
  method: "GET",
  path: `${base}/:survey`,
  summary: "A survey, with how many would get it now, and how it reads to them.",
  params,
  response: survey.extend(withRecipients),
});

export const addSurvey = route({
  ...common,
  id: "customers.addSurvey",
  method: "POST",
  path: base,
  summary:
    "Write a survey: of how satisfied they are (one question, by 1 to 5 and a comment) or of the market (choices). Nothing is sent yet.",
  body: z.strictObject({ kind: surveyKind, texts: letters, questions }),
  status: 201,
  response: z.object({ id: customers.mailings("id", z.uuid()) }),
});

export const removeSurvey = route({
  ...common,
  id: "customers.removeSurvey",
  method: "DELETE",
  path: `${base}/:survey`,
  summary: "Remove a survey that has not been sent.",
  params,
});

export const sendSurvey = route({
  ...common,
  id: "customers.sendSurvey",
  method: "POST",
  path: `${base}/:survey/send`,
  summary: "Send a survey, once, to as many contact persons as one has seen.",
  params,
  body: z.strictObject({ recipients: z.number().int().min(1) }),
});

const count = z.number().int();

export const surveyResults = route({
  ...common,
  id: "customers.surveyResults",
  method: "GET",
  path: `${base}/:survey/results`,
  summary:
    "What was answered, by kind of company and month, five answers at a time: of fewer nothing is shown, nor does anything follow from the rest.",
  params,
  response: z.object({
    cells: z.array(
      z.object({
        question: customers.surveyCounts("question", count),
        choice: customers.surveyCounts("choice", count).optional(),
        customerKind: customers.surveyCounts("customer_kind", customerKind),
        month: customers.surveyCounts("month", z.iso.date()),
        answers: customers.surveyCounts("shown", count),
        mean: customers.surveyCounts("shown_sum", z.number()).optional(),
      }),
    ),
    totals: z.array(
      z.object({
        question: customers.surveyCounts("question", count),
        choice: customers.surveyCounts("choice", count).optional(),
        answers: customers.surveyCounts("shown", count),
        mean: customers.surveyCounts("shown_sum", z.number()).optional(),
      }),
    ),
    comments: z.array(customers.surveyComments("comment", z.string())),
    fewest: plain("Of fewer answers nothing is shown; a rule of the product.", count),
  }),
});
