import type { ActivityFacts, Party } from "./access-file.ts";
import type { Gathered } from "./data-file.ts";
import { escape } from "./escape.ts";
import { showFacts } from "./page-facts.ts";
import { anchorOf, showSection } from "./page-section.ts";
import type { PageContext } from "./page-section.ts";
import { style } from "./page-style.ts";
import type { Formats } from "./page-value.ts";

export type Page = {
  readonly formats: Formats;
  readonly made: Date;
  readonly name?: string | undefined;
  readonly organisations: readonly Party[];
  readonly authorities: readonly { readonly name: string; readonly site: string }[];
  readonly activities: readonly ActivityFacts[];
  readonly gathered: Gathered;
  readonly nameOf: PageContext["nameOf"];
  readonly publicUrl: URL;
};

/** The export as a page to read, on screen and on paper: one file, no script. In pieces. */
export function* showPage(page: Page): Generator<string> {
  const { formats, gathered, organisations } = page;
  const { texts, number, language } = formats;
  const context: PageContext = {
    formats,
    activities: page.activities,
    nameOf: page.nameOf,
    oneOrganisation: organisations.length < 2,
  };
  const from = organisations.map(({ name }) => name).join(", ") || texts.installation;
  const count = gathered.sections.reduce((sum, section) => sum + section.count, 0);
  const tiles = [
    texts.kinds(gathered.sections.length),
    texts.rows(number.format(count), count === 1),
    ...(gathered.pictures.length > 0 ? [texts.pictures(gathered.pictures.length)] : []),
  ];
  yield `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(texts.title)}</title>
<style>${style}</style>
</head>
<body>
<header><div>
${page.name ? `<p class="who">${escape(page.name)}</p>` : ""}
<h1>${escape(texts.title)}</h1>
<p>${escape(texts.lead(from, formats.time.format(page.made)))}</p>
</div></header>
<main>
<section>
<h2>${escape(texts.summary)}</h2>
${
  count === 0
    ? `<p>${escape(texts.nothing)}</p>`
    : `<ul class="tiles">${tiles.map((each) => `<li>${escape(each)}</li>`).join("")}</ul>`
}
<p>${escape(texts.files)}</p>
<nav aria-label="${escape(texts.contents)}"><ul>
${gathered.sections.map(({ facts, count }) => entry(anchorOf(facts.table), facts.title, number.format(count))).join("\n")}
${entry("why", texts.why)}
${entry("rights", texts.rights)}
</ul></nav>
</section>
`;
  for (const section of gathered.sections) yield showSection(section, context);
  yield showFacts(texts, page.activities, page.authorities);
  const parties = organisations.map(
    ({ name, number }) => `${escape(name)}, ${escape(texts.number(number))}`,
  );
  const portal = `${escape(texts.portal)}: <a href="${escape(page.publicUrl.href)}">${escape(page.publicUrl.host)}</a>`;
  yield `</main>
<footer><p>${[...parties, portal, escape(texts.page)].join("<br>")}</p></footer>
</body>
</html>
`;
}

const entry = (anchor: string, title: string, count?: string) =>
  `<li><a href="#${anchor}">${escape(title)}</a>${count === undefined ? "" : `<span class="count">${count}</span>`}</li>`;
