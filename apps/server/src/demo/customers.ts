import { addContact } from "@terskel/customers/api/contacts";
import { answerSurvey } from "@terskel/customers/api/answers";
import { addMailing, oneMailing, sendMailing } from "@terskel/customers/api/mailings";
import { addSurvey, oneSurvey, sendSurvey } from "@terskel/customers/api/surveys";
import type { Outbox } from "@terskel/platform/outbox";
import type { compose } from "../compose.ts";
import {
  inventedAnswers,
  inventedContacts,
  inventedMailing,
  inventedSurvey,
  whoSaysNo,
} from "./contacts.ts";
import { operatorOf } from "./sessions.ts";
import type { Caller } from "./sessions.ts";

type Parts = Pick<ReturnType<typeof compose>, "customers" | "jobs">;

const dayMs = 86_400_000;

/** The operator's contact persons, a mailing that they have got, and a survey that some have answered. */
export async function seedCustomers(
  { customers, jobs }: Parts,
  call: Caller,
  organisation: string,
  outbox: Outbox | undefined,
): Promise<void> {
  const session = operatorOf(organisation);
  for (const [
    name,
    email,
    position,
    company,
    customerKind,
    language,
    source,
    days,
  ] of inventedContacts) {
    const lastContactAt = new Date(Date.now() - days * dayMs).toISOString();
    const body = { name, email, position, company, customerKind, language, source, lastContactAt };
    await call(addContact, session, { body });
  }
  const { id: mailing } = await call(addMailing, session, { body: { texts: inventedMailing } });
  const params = { mailing };
  const { recipients } = await call(oneMailing, session, { params });
  const all = recipients.nb + recipients.sv + recipients.en;
  await call(sendMailing, session, { params, body: { recipients: all } });
  // At once: what the demo shows first is a mailing that everybody has got.
  const run = async (id: string, kind: "marketing" | "survey") =>
    await jobs
      .find(({ name }) => name === "customers.send-mailing")
      ?.run({ organisation, mailing: id, kind });
  await run(mailing, "marketing");
  const tokenIn = (to: string, link: RegExp) =>
    outbox
      ?.list()
      .filter((each) => each.to === to)
      .flatMap(({ text }) => link.exec(text)?.[1] ?? [])
      .at(0);
  const no = tokenIn(whoSaysNo, /unsubscribe\/([\w-]+)/);
  if (no) await customers.oneClick(no);

  const { id: survey } = await call(addSurvey, session, { body: copyOf(inventedSurvey) });
  const asked = await call(oneSurvey, session, { params: { survey } });
  const { nb, sv, en } = asked.recipients;
  await call(sendSurvey, session, { params: { survey }, body: { recipients: nb + sv + en } });
  await run(survey, "survey");
  for (const [email, rating, comment] of inventedAnswers) {
    const token = tokenIn(email, /survey\/([\w-]+)/);
    if (!token) continue;
    const body = { token, answers: [rating], ...(comment ? { comment } : {}) };
    await call(answerSurvey, undefined, { body });
  }
}

/** The contract's lists can be written to; what is invented cannot. */
const copyOf = ({ questions, ...others }: typeof inventedSurvey) => ({
  ...others,
  questions: questions.map(({ nb, sv, en }) => ({
    nb: { ...nb, choices: [] },
    sv: { ...sv, choices: [] },
    en: { ...en, choices: [] },
  })),
});
