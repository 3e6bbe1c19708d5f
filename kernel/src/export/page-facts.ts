import type { Activity, LegalBasis } from "../declare.ts";
import type { ActivityFacts } from "./access-file.ts";
import { escape } from "./escape.ts";
import type { Texts } from "./texts/index.ts";

const list = (items: readonly string[]) =>
  `<ul class="plain">${items.map((each) => `<li>${each}</li>`).join("")}</ul>`;

/** Words for everything that an activity may declare; a missing one does not compile. */
type Declared = {
  readonly bases: Readonly<Record<LegalBasis, string>>;
  readonly sources: Readonly<Record<Activity["sources"][number], string>>;
  readonly recipients: Readonly<Record<Activity["recipients"][number], string>>;
};

const words = (known: Readonly<Record<string, string>>, keys: readonly string[], none: string) =>
  escape(keys.length === 0 ? none : keys.map((key) => known[key] ?? key).join(", "));

/** What GDPR Art. 15(1) wants told beside the data itself. */
export function showFacts(
  texts: Texts,
  activities: readonly ActivityFacts[],
  authorities: readonly { readonly name: string; readonly site: string }[],
): string {
  return `<section id="why">
<h2>${escape(texts.why)}</h2>
<p>${escape(texts.whyLead)}</p>
<table><thead><tr>${[texts.purpose, texts.ground, texts.responsible, texts.origin, texts.receivers]
    .map((each) => `<th scope="col">${escape(each)}</th>`)
    .join("")}</tr></thead><tbody>
${activities.map((each) => showActivity(texts, each)).join("\n")}
</tbody></table>
</section>
<section id="rights">
<h2>${escape(texts.rights)}</h2>
<p>${escape(texts.rightsText)}</p>
${list(texts.rightsList.map(escape))}
<h3>${escape(texts.complain)}</h3>
<p>${escape(texts.complainText)}</p>
${list(authorities.map(({ name, site }) => `<a href="${escape(site)}">${escape(name)}</a>`))}
<h3>${escape(texts.machine)}</h3>
<p>${escape(texts.machineText)}</p>
<h3>${escape(texts.others)}</h3>
<p>${escape(texts.othersText)}</p>
<h3>${escape(texts.secrets)}</h3>
<p>${escape(texts.secretsText)}</p>
</section>`;
}

function showActivity(texts: Texts, each: ActivityFacts): string {
  const { bases, sources, recipients }: Declared = texts;
  const basis = escape(bases[each.basis as LegalBasis]);
  const interest = each.interest ? `<br><span class="ground">${escape(each.interest)}</span>` : "";
  const who = each.controller === "operator" ? texts.theOperator : texts.theOrganisation;
  const cells: [string, string][] = [
    [texts.purpose, escape(each.purpose)],
    [texts.ground, `<span>${basis}${interest}</span>`],
    [texts.responsible, escape(who)],
    [texts.origin, words(sources, each.sources, texts.nobody)],
    [texts.receivers, words(recipients, each.recipients, texts.nobody)],
  ];
  return `<tr>${cells.map(([label, html]) => `<td data-label="${escape(label)}">${html}</td>`).join("")}</tr>`;
}
