import { escape } from "../export/escape.ts";
import { subjectWords } from "../record/words.ts";
import { list, section } from "./page-parts.ts";
import type { PageContext } from "./page-parts.ts";
import type { Activity } from "../declare.ts";

/** What is covered and what is not (A3), whose data it is, and what the law asks besides where people work. */
export function showScope({ facts, texts, language }: PageContext): string {
  const { kind } = facts.organisation;
  const covers = kind === "operator" ? texts.coversOperator : texts.covers;
  const who = [...new Set(facts.purposes.flatMap(({ subjects }) => subjects))].map((each) =>
    escape(subjectWords(each as Activity["subjects"][number], kind)[language]),
  );
  const work = kind === "employer" ? [texts.atWork, texts.atWorkIn[facts.controller.country]] : [];
  return section(
    "scope",
    texts.scope,
    `<p>${escape(covers)}</p><p>${escape(texts.leaves)}</p>
<p>${escape(texts.about)}</p>${list(who)}
${work.map((each) => `<p>${escape(each)}</p>`).join("")}`,
  );
}
