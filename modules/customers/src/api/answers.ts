import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { holding } from "@terskel/platform/holds";
import { z } from "zod";
import * as customers from "./columns.ts";
import { surveyKind } from "./surveys.ts";

const common = { activity: "customers.surveys", who: "anyone", method: "POST" } as const;
const token = holding("token", z.string().min(20).max(200));

export const readSurvey = route({
  ...common,
  id: "customers.readSurvey",
  path: "/api/v1/survey/read",
  summary: "What a survey asks, for whoever holds the link of its mail. Changes nothing.",
  body: z.strictObject({ token }),
  response: z.object({
    operator: kernel.organisations("name", z.string()),
    kind: customers.surveys("kind", surveyKind),
    questions: customers.surveys(
      "questions",
      z.array(z.object({ text: z.string(), choices: z.array(z.string()) })),
    ),
    answered: customers.deliveries("answered", z.boolean()),
  }),
});

export const answerSurvey = route({
  ...common,
  id: "customers.answerSurvey",
  path: "/api/v1/survey/answer",
  summary:
    "Answer a survey, once: each question by 1 to 5, or by the number of a choice from 0. What is answered is counted, and not kept with who did.",
  body: z.strictObject({
    token,
    answers: z.array(z.number().int().min(0).max(8)).min(1).max(5),
    comment: z.string().trim().max(1000).optional(),
  }),
});
