import { escape } from "../export/escape.ts";
import { ownWords, showContact, showParties } from "./page-parties.ts";
import { list, operatorOf, section } from "./page-parts.ts";
import type { PageContext } from "./page-parts.ts";
import { showKinds, showRecipients } from "./page-data.ts";
import { showPurposes } from "./page-purposes.ts";
import { showScope } from "./page-scope.ts";
import { showComplaint, showConsent, showGiven, showMachine, showRights } from "./page-rights.ts";
import { languageLinks, shell } from "./shell.ts";
import { dateIn } from "./dates.ts";
import type { Texts } from "./texts/index.ts";

/** The notice of an organisation as a page to read, on screen and on paper. */
export function showNotice(context: PageContext): string {
  const { facts, texts, language } = context;
  const { id } = facts.organisation;
  const header = `${languageLinks(language, texts, `/notices/${id}`)}
<p class="who">${escape(facts.controller.name)}</p>
<h1>${escape(texts.title)}</h1>
<p>${escape(texts.lead)}</p>
${showVersion(context)}
<p><a class="support" href="#contact">${escape(texts.contactLink)}</a></p>`;
  const main = [
    showSummary(context),
    showParties(context),
    showScope(context),
    showPurposes(context),
    showKinds(context),
    showRecipients(context),
    showGiven(context),
    showConsent(context),
    showMachine(context),
    showRights(context),
    showComplaint(context),
    showContact(context),
    showOrigin(context),
  ];
  return shell(language, texts.of(facts.controller.name), header, main.join("\n"));
}

/** Which version it is, since when, and what comes next (A2). */
function showVersion({ facts, texts, language, version, next }: PageContext): string {
  if (!version) return "";
  const { id } = facts.organisation;
  const all = `<a href="/notices/${id}/versions?lang=${language}">${escape(texts.versions)}</a>`;
  const comes = next
    ? `<br><strong>${escape(texts.changesSoon)} ${escape(dateIn(language, next.from, texts.from))}</strong> <a href="/notices/${id}/compare?from=${version.number}&amp;to=${next.number}&amp;lang=${language}">${escape(texts.seeChanges)}</a>`
    : "";
  return `<p data-version="${version.number}">${escape(texts.version(version.number))}, ${escape(dateIn(language, version.since, texts.from))} ${all}${comes}</p>`;
}

function showSummary(context: PageContext): string {
  const { facts, texts, authorities } = context;
  const { controller, processor, purposes } = facts;
  const resting = purposes.filter(({ basis }) => basis === "consent").length;
  const ofOperator = purposes.filter((purpose) => purpose.controller === "operator").length;
  const isDecided = purposes.some(
    ({ decidesAlone, objection }) => decidesAlone !== undefined || objection === "profiling",
  );
  const points = [
    processor
      ? texts.decidesFor(controller.name, processor.name)
      : texts.decidesAlone(controller.name),
    ...(processor && ofOperator > 0 ? [texts.alsoController(processor.name, ofOperator)] : []),
    texts.purposesCount(purposes.length),
    texts.leavesBySelf,
    resting === 0 ? texts.noConsent : texts.someConsent(resting),
    ...(isDecided ? [] : [texts.noMachine]),
    texts.rightsShort,
    texts.complainShort(authorities.map(({ name }) => name).join(", ")),
  ];
  const contents: [anchor: string, title: string][] = [
    ["who", texts.who],
    ["scope", texts.scope],
    ["purposes", texts.purposes],
    ["kinds", texts.kinds],
    ["recipients", texts.recipientsTitle],
    ["given", texts.given],
    ["consent", texts.consent],
    ["machine", texts.machine],
    ["rights", texts.rights],
    ["complain", texts.complain],
    ["contact", texts.contact],
  ];
  return section(
    "summary",
    texts.summary,
    `${list(points.map(escape))}
<nav class="contents" aria-label="${escape(texts.contents)}"><ul>${contents.map(([anchor, title]) => `<li><a href="#${anchor}">${escape(title)}</a></li>`).join("")}</ul></nav>
${ownWords(context, "about")}`,
  );
}

function showOrigin(context: PageContext): string {
  const { facts, texts } = context;
  const { id } = facts.organisation;
  return `<footer><p>${escape(texts.madeFrom)}<br>
<a href="/api/v1/notices/${id}">${escape(texts.asData)}</a> · <a href="/api/v1/privacy/declarations">${escape(texts.declarations)}</a><br>
${escape(operatorOf(context).name)} · Terskel</p></footer>`;
}

/** For whoever asks for a notice that is not there. */
export const showNoNotice = (language: string, texts: Texts) =>
  shell(
    language,
    texts.notFound,
    `<h1>${escape(texts.notFound)}</h1><p>${escape(texts.notFoundText)}</p>`,
    `<section><p><a href="/notices?lang=${language}">${escape(texts.operatorsNotice)}</a></p></section>`,
  );
