import type { Activity } from "../declare.ts";
import { escape } from "../export/escape.ts";
import { countryName } from "./country-name.ts";
import { itemAt } from "./items.ts";
import { list, operatorOf, say, section } from "./page-parts.ts";
import type { PageContext } from "./page-parts.ts";
import type { KeepFact, Purpose } from "./shape.ts";

/** Words for everything that an activity may declare; a missing one does not compile. */
type Declared = {
  readonly sources: Readonly<Record<Activity["sources"][number], string>>;
  readonly recipients: Readonly<Record<Activity["recipients"][number], string>>;
};

const wordsFor = (known: Readonly<Record<string, string>>, keys: readonly string[], none: string) =>
  escape(keys.length === 0 ? none : keys.map((key) => known[key] ?? key).join(", "));

/** The one table: purposes, and what is told of each. Then what is done without using any data. */
export function showPurposes(context: PageContext): string {
  const { facts, texts } = context;
  const head = [texts.purpose, texts.ground, texts.data, texts.fromTo, texts.keep];
  const quiet = facts.purposes.filter(({ usesNone }) => usesNone !== undefined);
  return section(
    "purposes",
    texts.purposes,
    `<p>${escape(texts.purposesLead)}</p>
<table><thead><tr>${head.map((each) => `<th scope="col">${escape(each)}</th>`).join("")}</tr></thead><tbody>
${facts.purposes
  .filter(({ usesNone }) => usesNone === undefined)
  .map((each) => row(context, each))
  .join("\n")}
</tbody></table>
${quiet.length > 0 ? `<p>${escape(texts.alsoDone)}</p>${list(quiet.map((each) => quietRow(context, each)))}` : ""}`,
  );
}

const groundOf = ({ texts }: PageContext, { from, basis }: Purpose) =>
  `<span${itemAt("legal-basis", `${from}.basis`)}>${escape(texts.bases[basis])}</span>`;

const roleOf = (context: PageContext, { role }: Purpose) =>
  `<span class="ground" data-role="${role}">${escape(context.texts.operatorIs[role](operatorOf(context).name))}</span>`;

const quietRow = (context: PageContext, purpose: Purpose) =>
  `<span data-from="${purpose.from}"><strong${itemAt("purposes", `${purpose.from}.purpose`)}>${say(context, purpose.purpose)}</strong>. ${groundOf(context, purpose)}. ${purpose.usesNone ? say(context, purpose.usesNone) : ""} ${roleOf(context, purpose)}</span>`;

function row(context: PageContext, purpose: Purpose): string {
  const { texts } = context;
  const { from } = purpose;
  const { sources, recipients }: Declared = texts;
  const interest = purpose.interest
    ? `<br><span class="ground"${itemAt("interests", `${from}.interest`)}>${escape(texts.interest)} ${say(context, purpose.interest)}</span>`
    : "";
  const fromTo = [
    `<span${itemAt("sources", `${from}.sources`)}>${escape(texts.from)}: ${wordsFor(sources, purpose.sources, texts.nobody)}</span>`,
    `<span${itemAt("recipients", `${from}.recipients`)}>${escape(texts.to)}: ${wordsFor(recipients, purpose.recipients, texts.nobody)}</span>`,
  ];
  const ground = [`${groundOf(context, purpose)}${interest}`, roleOf(context, purpose)];
  const cells: [label: string, html: string, marks: string][] = [
    [
      texts.purpose,
      `<strong>${say(context, purpose.purpose)}</strong>`,
      itemAt("purposes", `${from}.purpose`),
    ],
    [texts.ground, `<span>${ground.join("<br>")}</span>`, ""],
    [texts.data, dataOf(context, purpose), itemAt("data-categories", `${from}.data`)],
    [texts.fromTo, `<span>${fromTo.join("<br>")}</span>`, ""],
    [texts.keep, keepOf(context, purpose), itemAt("keep-times", `${from}.keep`)],
  ];
  return `<tr data-from="${from}">${cells.map(([label, html, marks]) => `<td data-label="${escape(label)}"${marks}>${html}</td>`).join("")}</tr>`;
}

function dataOf(context: PageContext, purpose: Purpose): string {
  if (purpose.usesAll)
    return `<span>${escape(context.texts.allData)} <span class="ground">${say(context, purpose.usesAll)}</span></span>`;
  return escape(labelsInWords(context, purpose.labels));
}

/** As a reader knows them; the mere number that leads to a person comes last. */
function labelsInWords({ facts, language }: PageContext, labels: readonly string[]): string {
  const ordered = [...labels].sort((a, b) => Number(a === "pseudonym") - Number(b === "pseudonym"));
  const words = ordered.flatMap((label) => facts.labels[label] ?? []);
  return words.map((each, at) => (at === 0 ? each[language] : lowered(each[language]))).join(", ");
}

/** Within a sentence; what is written in capitals stays so. */
const lowered = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

/** The keep rules of the data of a purpose, each said once and in a few words. */
function keepOf(context: PageContext, purpose: Purpose): string {
  const { facts, texts, language } = context;
  const short = ({ kind, days, text, when }: KeepFact): string => {
    if (kind === "account") return texts.keepAccount;
    if (kind === "agreement") return texts.keepAgreement;
    if (kind === "period" && days !== undefined) return texts.keepPeriod(days);
    return (when ?? text)[language].replace(/\.$/, "");
  };
  const rules = facts.data.filter(({ from }) => purpose.data.includes(from));
  const said = [...new Set(rules.map(({ keep }) => short(keep)))].join("; ");
  return escape(`${said.charAt(0).toUpperCase()}${said.slice(1)}.`);
}

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
