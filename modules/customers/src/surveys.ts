import { languages } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import { addMailing } from "./mailings.ts";
import type { Texts } from "./letter.ts";
import { problem } from "./problems.ts";
import { together } from "./small-cells.ts";
import type { Tx } from "./tx.ts";

type InLanguage = { readonly text: string; readonly choices: readonly string[] };
export type Question = { readonly [L in Language]?: InLanguage };
export type SurveyKind = "satisfaction" | "market";

/** As choices are numbered from 0: the question is answered by a number. */
export const rated = -1;

const written = (question: Question) => languages.flatMap((each) => question[each] ?? []);

/**
 * What a survey asks has to be there in each language that its letter is written in, with the same choices in number.
 * @throws Problem `survey-questions`
 */
function check(kind: SurveyKind, texts: Texts, questions: readonly Question[]): void {
  const inAll = languages.every((each) =>
    questions.every((question) => (question[each] !== undefined) === (texts[each] !== undefined)),
  );
  const numbers = questions.map((question) => [
    ...new Set(written(question).map(({ choices }) => choices.length)),
  ]);
  const fits =
    kind === "satisfaction"
      ? questions.length === 1 &&
        numbers.every(([count, ...more]) => count === 0 && more.length === 0)
      : numbers.every(([count = 0, ...more]) => count >= 2 && more.length === 0);
  if (!inAll || !fits) throw problem("survey-questions");
}

/** @throws Problem `survey-questions` */
export async function addSurvey(
  tx: Tx,
  given: {
    organisation: string;
    kind: SurveyKind;
    texts: Texts;
    questions: readonly Question[];
    at: Date;
  },
): Promise<string> {
  const { organisation, kind, texts, questions, at } = given;
  check(kind, texts, questions);
  const id = await addMailing(tx, { organisation, kind: "survey", texts, at });
  await tx
    .insertInto("customers.surveys")
    .values({
      mailing_id: id,
      organisation_id: organisation,
      kind,
      questions: JSON.stringify(questions),
    })
    .execute();
  return id;
}

/** What surveys ask, by their mailing. */
export async function questionsOf(tx: Tx, mailings: readonly string[]) {
  const rows = await tx
    .selectFrom("customers.surveys")
    .selectAll()
    .where("mailing_id", "=", sql<string>`any(${[...mailings]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ mailing_id, kind, questions }) => [
      mailing_id,
      { kind: kind as SurveyKind, questions: questions as Question[] },
    ]),
  );
}

/** What is shown of the answers: only cells of which something is, and sums of these alone. */
export async function readResults(tx: Tx, mailing: string) {
  const rows = await tx
    .selectFrom("customers.survey_counts")
    .select(["question", "choice", "customer_kind", "month", "shown", "shown_sum"])
    .where("mailing_id", "=", mailing)
    .where("shown", ">", 0)
    .orderBy("question")
    .orderBy("choice")
    .orderBy("month")
    .orderBy("customer_kind")
    .execute();
  const comments = await tx
    .selectFrom("customers.survey_comments")
    .select("comment")
    .where("mailing_id", "=", mailing)
    .where("shown", "=", true)
    // By chance, as the ids are.
    .orderBy("id")
    .execute();
  const groups = Map.groupBy(rows, ({ question, choice }) => `${question} ${choice}`);
  return {
    cells: rows.map((row) => ({
      ...answered(row, { shown: row.shown, shownSum: row.shown_sum }),
      customerKind: row.customer_kind,
      month: row.month.toISOString().slice(0, 10),
    })),
    totals: [...groups.values()].flatMap((its) =>
      its
        .slice(0, 1)
        .map((first) =>
          answered(
            first,
            together(its.map((each) => ({ shown: each.shown, shownSum: each.shown_sum }))),
          ),
        ),
    ),
    comments: comments.map(({ comment }) => comment),
  };
}

const answered = (
  { question, choice }: { question: number; choice: number },
  { shown, shownSum }: { shown: number; shownSum: number },
) => ({
  question,
  answers: shown,
  ...(choice === rated ? { mean: Math.round((shownSum / shown) * 100) / 100 } : { choice }),
});
