import type { Language } from "@terskel/platform/i18n";
import type { Activity, LegalBasis } from "../declare.ts";
import type { Change } from "./compare.ts";
import { textsOf } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";

/** What changed in a few words, what it is about, and what stood there before and stands there after. */
export function sayChange(change: Change, language: Language) {
  const texts = textsOf[language];
  return {
    what: texts.changes[change.kind],
    about: change.about[language],
    before: change.before && inWords(texts, change.before[language]),
    after: change.after && inWords(texts, change.after[language]),
  };
}

type Codes = Readonly<
  Record<LegalBasis | Activity["sources"][number] | Activity["recipients"][number], string>
>;

/** A code of a declaration as the page says it; a text as it is. */
function inWords(texts: Texts, said: string): string {
  const codes: Codes = { ...texts.bases, ...texts.sources, ...texts.recipients };
  const roles: Readonly<Record<string, string>> = {
    controller: texts.controller,
    processor: texts.processor,
  };
  return (codes as Readonly<Record<string, string>>)[said] ?? roles[said] ?? said;
}
