import type { Activity } from "../declare.ts";
import { escape } from "../export/escape.ts";
import { itemAt } from "./items.ts";
import { labelsInWords } from "./page-data.ts";
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

/** What a reader meets first comes first; what the product does for their rights is folded away, whole on paper. */
const groups = ["access", "identity", "customers"] as const;
type Group = (typeof groups)[number] | "kernel";

const groupOf = ({ from }: Purpose): Group => {
  const module = from.split(".")[0] ?? "";
  if (module === "support") return "identity";
  return groups.find((group) => group === module) ?? "kernel";
};

/** What tells where somebody was concerns them most. */
const tellsWhere = ({ labels }: Purpose) => labels.includes("access-history");

/** The one table: purposes, with what is told of each a step further down. */
export function showPurposes(context: PageContext): string {
  const { facts, texts } = context;
  const by = Map.groupBy(
    facts.purposes.toSorted((a, b) => Number(tellsWhere(b)) - Number(tellsWhere(a))),
    groupOf,
  );
  const inTable = (group: Group) =>
    (by.get(group) ?? []).filter(({ usesNone }) => usesNone === undefined);
  const others = by.get("kernel") ?? [];
  const quiet = facts.purposes.filter(({ usesNone }) => usesNone !== undefined);
  return section(
    "purposes",
    texts.purposes,
    `<p>${escape(texts.purposesLead)}</p>
${table(
  context,
  groups.map((group) => body(context, inTable(group), texts.groups[group])),
)}
${
  others.length > 0
    ? `<details class="about"><summary>${escape(texts.otherPurposes(new Set([...others, ...quiet]).size))}</summary>
${table(context, [body(context, inTable("kernel"))])}
${quiet.length > 0 ? `<p>${escape(texts.alsoDone)}</p>${list(quiet.map((each) => quietRow(context, each)))}` : ""}</details>`
    : ""
}`,
  );
}

function table({ texts }: PageContext, bodies: readonly string[]): string {
  const head = [texts.purpose, texts.ground, texts.keep];
  if (bodies.join("") === "") return "";
  return `<table><thead><tr>${head.map((each) => `<th scope="col">${escape(each)}</th>`).join("")}</tr></thead>
${bodies.join("\n")}
</table>`;
}

function body(context: PageContext, purposes: readonly Purpose[], title?: string): string {
  if (purposes.length === 0) return "";
  const heading = title
    ? `<tr class="group"><th scope="rowgroup" colspan="3">${escape(title)}</th></tr>`
    : "";
  return `<tbody>${heading}${purposes.map((each) => row(context, each)).join("\n")}</tbody>`;
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
  const [keep = "", ...more] = keepsOf(context, purpose);
  const others = more.length > 0 ? ` <span class="ground">${escape(texts.alsoKept)}</span>` : "";
  const cells: [label: string, html: string, marks: string][] = [
    [
      texts.purpose,
      `<strong${itemAt("purposes", `${from}.purpose`)}>${say(context, purpose.purpose)}</strong>${details(context, purpose)}`,
      "",
    ],
    [texts.ground, groundOf(context, purpose), ""],
    [texts.keep, `${escape(keep)}${others}`, itemAt("keep-times", `${from}.keep`)],
  ];
  return `<tr data-from="${from}">${cells.map(([label, html, marks]) => `<td data-label="${escape(label)}"${marks}><div>${html}</div></td>`).join("")}</tr>`;
}

/** Interest, data, all times, sources, recipients and role: one step further down. */
function details(context: PageContext, purpose: Purpose): string {
  const { texts } = context;
  const { from } = purpose;
  const { sources, recipients }: Declared = texts;
  const lines = [
    ...(purpose.interest
      ? [
          `<span${itemAt("interests", `${from}.interest`)}>${escape(texts.interest)} ${say(context, purpose.interest)}</span>`,
        ]
      : []),
    `${escape(texts.data)}: <span${itemAt("data-categories", `${from}.data`)}>${dataOf(context, purpose)}</span>`,
    `${escape(texts.keep)}: ${escape(keepsOf(context, purpose).join(" "))}`,
    `<span${itemAt("sources", `${from}.sources`)}>${escape(texts.from)}: ${wordsFor(sources, purpose.sources, texts.nobody)}</span>`,
    `<span${itemAt("recipients", `${from}.recipients`)}>${escape(texts.to)}: ${wordsFor(recipients, purpose.recipients, texts.nobody)}</span>`,
    roleOf(context, purpose),
  ];
  return `<details class="about"><summary>${escape(texts.more)}<span class="unseen">: ${say(context, purpose.purpose)}</span></summary>${list(lines)}</details>`;
}

function dataOf(context: PageContext, purpose: Purpose): string {
  if (purpose.usesAll) return `${escape(context.texts.allData)} ${say(context, purpose.usesAll)}`;
  return escape(labelsInWords(context, purpose.labels));
}

/** The keep rules of the data of a purpose, each said once and in a few words: what most of it goes by first. */
function keepsOf(context: PageContext, purpose: Purpose): string[] {
  const { facts, texts, language } = context;
  const short = ({ kind, text }: KeepFact): string => {
    if (kind === "account") return texts.keepAccount;
    if (kind === "agreement") return texts.keepAgreement;
    return text[language].replace(/\.$/, "");
  };
  // Where somebody was is what a log is about; how it leads to them goes by other rules.
  const logged = ({ labels, keep }: (typeof facts.data)[number]) =>
    tellsWhere(purpose) && labels.includes("access-history") ? (keep.days ?? Infinity) : 0;
  const rules = facts.data.filter(({ from }) => purpose.data.includes(from));
  const said = Map.groupBy(
    rules.toSorted((a, b) => logged(b) - logged(a)),
    ({ keep }) => short(keep),
  );
  const [first, ...others] = [...said].map(([words, its]) => ({ words, count: its.length }));
  if (!first) return [];
  const byCount = tellsWhere(purpose)
    ? [first, ...others]
    : [first, ...others].toSorted((a, b) => b.count - a.count);
  return byCount.map(({ words }) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
}
