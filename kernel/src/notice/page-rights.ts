import { escape } from "../export/escape.ts";
import { itemAt } from "./items.ts";
import { away, list, say, section } from "./page-parts.ts";
import type { PageContext } from "./page-parts.ts";
import type { Purpose } from "./shape.ts";

const ofRights = "kernel.answer-rights";
const rights = [
  ["access", "15"],
  ["rectification", "16"],
  ["erasure", "17"],
  ["restriction", "18"],
  ["objection", "21"],
  ["portability", "20"],
] as const;

const named = (context: PageContext, purposes: readonly Purpose[]) =>
  list(
    purposes.map(
      ({ from, purpose }) => `<span data-from="${from}">${say(context, purpose)}</span>`,
    ),
  );

/** Each right and how it is used here. */
export function showRights(context: PageContext): string {
  const { facts, texts, language } = context;
  const to = facts.purposes.filter(
    ({ basis, objection }) => basis === "legitimate-interest" || objection !== undefined,
  );
  const each = rights.map(([right, article]) => {
    const [name = "", what = ""] = texts.rightsList[right];
    return `<li${itemAt(right, ofRights)}><strong>${escape(name)}</strong> (${escape(texts.article(article))}): ${escape(what)}.</li>`;
  });
  return section(
    "rights",
    texts.rights,
    `<p>${escape(texts.rightsHow)} <a href="/privacy">${escape(texts.myData)}</a>. ${escape(texts.rightsHowWithout)} <a href="/privacy/request?lang=${language}">${escape(texts.ask)}</a>. ${escape(texts.rightsTime)}</p>
<ul class="plain">${each.join("\n")}</ul>
${to.length > 0 ? `<p>${escape(texts.objectTo)}</p>${named(context, to)}` : ""}`,
  );
}

/** Whether anything rests on consent (A19): counted, never claimed. */
export function showConsent(context: PageContext): string {
  const { facts, texts } = context;
  const resting = facts.purposes.filter(({ basis }) => basis === "consent");
  const body =
    resting.length === 0
      ? `<p>${escape(texts.consentNone)}</p>`
      : `<p>${escape(texts.consentSome)}</p>${named(context, resting)}`;
  const from = facts.purposes.map((purpose) => `${purpose.from}.basis`).join(" ");
  return section("consent", texts.consent, body, itemAt("withdrawal", from));
}

/** Automated decisions and profiles (Art. 22): by what activities declare. */
export function showMachine(context: PageContext): string {
  const { facts, texts } = context;
  const alone = facts.purposes.flatMap(({ from, decidesAlone }) =>
    decidesAlone ? [`<span data-from="${from}">${say(context, decidesAlone)}</span>`] : [],
  );
  const profiled = facts.purposes.filter(({ objection }) => objection === "profiling");
  const body = [
    ...(alone.length > 0 ? [`<p>${escape(texts.machineSome)}</p>${list(alone)}`] : []),
    ...(profiled.length > 0
      ? [`<p>${escape(texts.profiling)}</p>${named(context, profiled)}`]
      : []),
  ];
  const from = facts.purposes.map((purpose) => `${purpose.from}.decidesAlone`).join(" ");
  return section(
    "machine",
    texts.machine,
    body.length > 0 ? body.join("") : `<p>${escape(texts.machineNone)}</p>`,
    itemAt("machine-decisions", from),
  );
}

/** Whether it has to be given, and what happens when it is not (Art. 13(2)(e)). */
export function showGiven(context: PageContext): string {
  const { facts, texts } = context;
  const has = (given: Purpose["given"]) =>
    facts.purposes.some((purpose) => purpose.given === given);
  const said = [
    ...(has("needed") ? [texts.givenNeeded, texts.givenVoluntary] : []),
    ...(has("by-law") ? [texts.givenByLaw] : []),
  ];
  const from = facts.purposes.map((purpose) => `${purpose.from}.sources`).join(" ");
  return section(
    "given",
    texts.given,
    said.map((each) => `<p>${escape(each)}</p>`).join(""),
    itemAt("must-be-given", from),
  );
}

/** The supervisory authority of the reader's country, then of the controller's (A20). */
export function showComplaint(context: PageContext): string {
  const { texts, authorities } = context;
  return section(
    "complain",
    texts.complain,
    `<p>${escape(texts.complainText)}</p>${list(authorities.map(({ name, site }) => away(context, site, name)))}`,
    itemAt("complaint", "kernel.organisations.country"),
  );
}
