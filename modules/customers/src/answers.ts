import { fewest } from "@terskel/kernel";
import type { Language } from "@terskel/platform/i18n";
import { forbiddenNumber } from "@terskel/platform/numbers";
import { tokenHash } from "./link-token.ts";
import { operatorName } from "./operator-name.ts";
import type { CustomersPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { addAnswer, emptyCell } from "./small-cells.ts";
import { questionsOf, rated } from "./surveys.ts";
import type { Question } from "./surveys.ts";
import type { Tx } from "./tx.ts";

const activity = "customers.surveys";

/** Whoever has objected meanwhile has no link that this finds. @throws Problem `link-unknown` */
async function findDelivery({ withContext }: CustomersPorts, token: string) {
  const found = await withContext({ activity }, (tx: Tx) =>
    tx
      .selectFrom("customers.deliveries")
      .select(["id", "organisation_id as organisation"])
      .where("token_hash", "=", tokenHash(token))
      .executeTakeFirst(),
  );
  if (!found) throw problem("link-unknown");
  return found;
}

/** The delivery with what it asks, locked for whoever answers. @throws Problem `link-unknown` */
async function findSurvey(tx: Tx, id: string, locked = false) {
  const query = tx
    .selectFrom("customers.deliveries")
    .select(["mailing_id", "contact_id", "answered"])
    .where("id", "=", id);
  const delivery = await (locked ? query.forUpdate() : query).executeTakeFirst();
  const survey =
    delivery && (await questionsOf(tx, [delivery.mailing_id])).get(delivery.mailing_id);
  if (!delivery || !survey) throw problem("link-unknown");
  return { ...delivery, ...survey };
}

/** What is asked, in the reader's language where it is written in it. @throws Problem `link-unknown` */
export async function readSurvey(ports: CustomersPorts, token: string, language: Language) {
  const { id, organisation } = await findDelivery(ports, token);
  return await ports.withContext({ activity, organisation }, async (tx: Tx) => {
    const { kind, questions, answered } = await findSurvey(tx, id);
    const operator = await operatorName(tx);
    return {
      operator,
      kind,
      answered,
      questions: questions.map((each) => inWords(each, language)),
    };
  });
}

function inWords(question: Question, language: Language) {
  const words = question[language] ?? question.nb ?? question.sv ?? question.en;
  return { text: words?.text ?? "", choices: [...(words?.choices ?? [])] };
}

type Answer = {
  readonly answers: readonly number[];
  readonly comment: string | undefined;
  readonly at: Date;
};

/**
 * Counts what somebody answers, once, and keeps nothing by which it is theirs: only that this link was answered.
 * @throws Problem `link-unknown`, `survey-answered`, `survey-answer`, `national-identity-number`
 */
export async function answerSurvey(
  ports: CustomersPorts,
  token: string,
  given: Answer,
): Promise<void> {
  const { id, organisation } = await findDelivery(ports, token);
  await ports.withContext({ activity, organisation }, async (tx: Tx) => {
    const survey = await findSurvey(tx, id, true);
    if (survey.answered) throw problem("survey-answered");
    check(survey.questions, given.answers);
    const kind = await kindOf(tx, survey.contact_id);
    const month = new Date(Date.UTC(given.at.getUTCFullYear(), given.at.getUTCMonth(), 1));
    const place = { organisation, mailing: survey.mailing_id, kind, month };
    for (const [question, value] of given.answers.entries())
      await count(tx, place, question, survey.kind === "market" ? value : rated, value);
    if (survey.kind === "satisfaction" && given.comment) await comment(tx, place, given.comment);
    await tx
      .updateTable("customers.deliveries")
      .set({ answered: true })
      .where("id", "=", id)
      .execute();
  });
}

/** @throws Problem `survey-answer` */
function check(questions: readonly Question[], answers: readonly number[]): void {
  const fits =
    answers.length === questions.length &&
    answers.every((value, at) => {
      const { choices } = inWords(questions[at] ?? {}, "nb");
      return choices.length > 0 ? value < choices.length : value >= 1 && value <= 5;
    });
  if (!fits) throw problem("survey-answer");
}

/** Of whoever is a contact no more, the kind of company is not known. */
async function kindOf(tx: Tx, contact: string | null): Promise<string> {
  if (!contact) return "other";
  const found = await tx
    .selectFrom("customers.contacts")
    .select("customer_kind")
    .where("id", "=", contact)
    .executeTakeFirst();
  return found?.customer_kind ?? "other";
}

type Place = {
  readonly organisation: string;
  readonly mailing: string;
  readonly kind: string;
  readonly month: Date;
};

async function count(tx: Tx, place: Place, question: number, choice: number, value: number) {
  const key = {
    mailing_id: place.mailing,
    question,
    choice,
    customer_kind: place.kind,
    month: place.month,
  };
  const none = { shown: 0, shown_sum: 0, waiting: 0, waiting_sum: 0 };
  // There first, so that two who answer at once come one after the other.
  await tx
    .insertInto("customers.survey_counts")
    .values({ ...key, organisation_id: place.organisation, ...none })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const of = tx
    .selectFrom("customers.survey_counts")
    .select(["shown", "shown_sum", "waiting", "waiting_sum"])
    .where((eb) => eb.and(key))
    .forUpdate();
  const row = await of.executeTakeFirst();
  const cell = row
    ? {
        shown: row.shown,
        shownSum: row.shown_sum,
        waiting: row.waiting,
        waitingSum: row.waiting_sum,
      }
    : emptyCell;
  const next = addAnswer(cell, choice === rated ? value : 0);
  await tx
    .updateTable("customers.survey_counts")
    .set({
      shown: next.shown,
      shown_sum: next.shownSum,
      waiting: next.waiting,
      waiting_sum: next.waitingSum,
    })
    .where((eb) => eb.and(key))
    .execute();
}

/** Shown with four others, as numbers are. */
async function comment(tx: Tx, { organisation, mailing, month }: Place, text: string) {
  const code = forbiddenNumber(text);
  if (code) throw problem("survey-answer", { reason: code });
  // One after the other, so that two at once do not both wait as the fourth.
  await tx
    .selectFrom("customers.surveys")
    .select("mailing_id")
    .where("mailing_id", "=", mailing)
    .forUpdate()
    .execute();
  await tx
    .insertInto("customers.survey_comments")
    .values({ organisation_id: organisation, mailing_id: mailing, comment: text, month })
    .execute();
  const waiting = tx
    .selectFrom("customers.survey_comments")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("mailing_id", "=", mailing)
    .where("shown", "=", false);
  const { count: waits } = await waiting.executeTakeFirstOrThrow();
  if (waits < fewest) return;
  await tx
    .updateTable("customers.survey_comments")
    .set({ shown: true })
    .where("mailing_id", "=", mailing)
    .where("shown", "=", false)
    .execute();
}
