import type { Activity } from "../declare.ts";
import { escape } from "../export/escape.ts";
import { countryName } from "./country-name.ts";
import { itemAt } from "./items.ts";
import { list, say, section } from "./page-parts.ts";
import type { PageContext } from "./page-parts.ts";

/** Words for everyone whom an activity may declare; a missing one does not compile. */
type Declared = { readonly recipients: Readonly<Record<Activity["recipients"][number], string>> };

/** As a reader knows them; the mere number that leads to a person comes last. */
export function labelsInWords({ facts, language }: PageContext, labels: readonly string[]): string {
  const ordered = [...labels].sort((a, b) => Number(a === "pseudonym") - Number(b === "pseudonym"));
  const words = ordered.flatMap((label) => facts.labels[label] ?? []);
  return words.map((each, at) => (at === 0 ? each[language] : lowered(each[language]))).join(", ");
}

/** Within a sentence; what is written in capitals stays so. */
const lowered = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

/** Every kind of data by itself: folded away on the screen, whole on paper. */
export function showKinds(context: PageContext): string {
  const { facts, texts } = context;
  const rows = facts.data.map(({ from, title, labels, keep }) => {
    const said = escape(labelsInWords(context, labels));
    return `<div data-from="${from}"><dt>${say(context, title)}</dt><dd><span${itemAt("data-categories", `${from}.columns`)}>${said}.</span> <span class="ground"${itemAt("keep-times", `${from}.keep`)}>${say(context, keep.text)}</span></dd></div>`;
  });
  return section(
    "kinds",
    texts.kinds,
    `<p>${escape(texts.kindsLead)}</p>
<details class="about"><summary>${escape(texts.kindsOpen(rows.length))}</summary>
<dl class="kinds">${rows.join("\n")}</dl></details>`,
  );
}

/** Everyone who gets something, once, with what for. */
export function showRecipients(context: PageContext): string {
  const { facts, texts } = context;
  const { recipients }: Declared = texts;
  const known: Readonly<Record<string, string>> = recipients;
  const all = [...new Set(facts.purposes.flatMap((purpose) => purpose.recipients))];
  const from = facts.purposes.map((purpose) => `${purpose.from}.recipients`).join(" ");
  return section(
    "recipients",
    texts.recipientsTitle,
    `<p>${escape(texts.recipientsLead)}</p>
${list([...all.map((each) => escape(known[each] ?? each)), ...suppliersOf(context)])}
${facts.storedIn ? `<p>${escape(texts.storedIn(countryName(facts.storedIn)[context.language]))}</p>` : ""}
<h3>${escape(texts.transfers)}</h3>
<p${itemAt("transfers", from)}>${escape(texts.noTransfers)}</p>`,
  );
}

/** The processors and sub-processors by name, with their country and which data they get (Art. 13(1)(e)). */
function suppliersOf(context: PageContext): string[] {
  const { facts, texts, language } = context;
  const { recipients }: Declared = texts;
  const known: Readonly<Record<string, string>> = { ...recipients, ...texts.suppliersAre };
  return facts.suppliers.map(
    ({ from, name, country, recipient, labels }) =>
      `<span${itemAt("recipients", from)}>${escape(texts.to)}: ${escape(`${name} (${known[recipient] ?? recipient}, ${countryName(country)[language]})`)}. <span class="ground">${escape(labelsInWords(context, labels))}</span></span>`,
  );
}
