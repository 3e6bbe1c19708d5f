import { declareTable } from "@terskel/kernel";
import { keepDays } from "./keep-times.ts";
import type { SurveyComments, SurveyCounts, Surveys } from "./tables.ts";

const keep = { kind: "while", lives: "agreement" } as const;
const erase = { kind: "nothing" } as const;

/** What is asked, and how many have answered what: nothing leads from an answer to whoever gave it. */
export const surveyTables = [
  declareTable<Surveys>()({
    table: "customers.surveys",
    noPersonalData: "What the operator asks everybody.",
    columns: {
      mailing_id: ["technical"],
      organisation_id: ["technical"],
      kind: ["technical"],
      questions: ["technical"],
    },
    keep,
    erase,
  }),
  declareTable<SurveyCounts>()({
    table: "customers.survey_counts",
    noPersonalData:
      "How many answered what, by kind of company and month, shown five at a time; who did is not kept.",
    columns: {
      mailing_id: ["technical"],
      organisation_id: ["technical"],
      question: ["technical"],
      choice: ["technical"],
      customer_kind: ["technical"],
      month: ["technical"],
      shown: ["technical"],
      shown_sum: ["technical"],
      waiting: ["technical"],
      waiting_sum: ["technical"],
    },
    keep,
    erase,
  }),
  declareTable<SurveyComments>()({
    table: "customers.survey_comments",
    noPersonalData:
      "What somebody wrote beside a rating, without who it was: nobody can be found by it, and identity numbers are refused.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      mailing_id: ["technical"],
      comment: ["technical"],
      shown: ["technical"],
      month: ["technical"],
    },
    keep: { kind: "period", after: "month", days: keepDays },
    erase,
  }),
];
