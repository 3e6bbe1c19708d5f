import type { Language } from "@terskel/platform/i18n";
import { dateIn } from "./dates.ts";
import { sayChange } from "./say-change.ts";
import { noticeFacts } from "./shape.ts";
import { textsOf } from "./texts/index.ts";
import { changes } from "./versions.ts";

type Reader = {
  readonly name: string;
  readonly language: Language;
  readonly publicUrl: URL;
  readonly organisation: string;
  /** The version that is in force now. */
  readonly before: number | undefined;
};

/** What is told of a change before it is in force: what is new, where it stands side by side, and what one can do. */
export function writeTelling(
  next: { number: number; changes: unknown; facts: unknown; in_force_at: Date },
  reader: Reader,
) {
  const { language, publicUrl, organisation } = reader;
  const texts = textsOf[language];
  const { name } = noticeFacts.parse(next.facts).controller;
  const when = dateIn(language, next.in_force_at, texts.from);
  const path = `notices/${organisation}/compare?from=${reader.before ?? 1}&to=${next.number}&lang=${language}`;
  const compare = new URL(path, publicUrl).href;
  const rights = new URL("privacy", publicUrl).href;
  const news = changes
    .parse(next.changes)
    .filter(({ material }) => material)
    .map((each) => {
      const { what, about, before, after } = sayChange(each, language);
      const from = before !== undefined && after !== undefined ? `${before} → ${after}` : after;
      return `– ${what}: ${about}${from === undefined ? "" : ` (${from})`}`;
    });
  return {
    subject: texts.letter.subject(name),
    text: `${texts.letter.text(name, reader.name, when)}\n${news.join("\n")}\n\n${texts.letter.more(compare, rights)}\n`,
    sms: texts.letter.sms(name, when, compare),
  };
}
