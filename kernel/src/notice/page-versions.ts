import type { Language } from "@terskel/platform/i18n";
import { escape } from "../export/escape.ts";
import { changes as changesShape } from "./versions.ts";
import { compareNotices } from "./compare.ts";
import type { Change } from "./compare.ts";
import { dateIn } from "./dates.ts";
import { languageLinks, shell } from "./shell.ts";
import type { Published, readVersion } from "./published.ts";
import { sayChange } from "./say-change.ts";
import { textsOf } from "./texts/index.ts";

type Row = {
  readonly number: number;
  readonly in_force_at: Date | null;
  readonly material: boolean;
  readonly changes: unknown;
};

/** Every version that was published, newest first, with what was new in it. */
export function showVersions(page: {
  language: Language;
  organisation: string;
  published: Published;
  rows: readonly Row[];
  perPage: number;
}): string {
  const { language, organisation, published, rows, perPage } = page;
  const texts = textsOf[language];
  const base = `/notices/${organisation}`;
  const current = published.version?.number ?? 0;
  const items = rows.slice(0, perPage).map(({ number, in_force_at, material, changes }) => {
    const found = changesShape.parse(changes);
    const said = found.map((each) => {
      const { what, about } = sayChange(each, language);
      return `<li>${escape(`${what}: ${about}`)}</li>`;
    });
    const before =
      number > 1
        ? ` · <a href="${base}/compare?from=${number - 1}&amp;to=${number}&amp;lang=${language}">${escape(texts.compareWith(number - 1))}</a>`
        : "";
    const state =
      number === current
        ? texts.isInForce
        : number > current
          ? texts.comesInForce
          : texts.wasInForce;
    return `<section data-version="${number}"${material ? ' data-material=""' : ""}>
<h2>${escape(texts.version(number))}</h2>
<p>${escape(state)} ${in_force_at ? escape(dateIn(language, in_force_at, texts.from)) : ""}${material ? ` ${escape(texts.material)}` : ""}</p>
${said.length > 0 ? `<ul class="plain">${said.join("")}</ul>` : ""}
<p><a href="${base}/versions/${number}?lang=${language}">${escape(texts.readVersion)}</a>${before}</p>
</section>`;
  });
  const last = rows[perPage - 1];
  const more =
    rows.length > perPage && last
      ? `<p><a href="${base}/versions?before=${last.number}&amp;lang=${language}">${escape(texts.older)}</a></p>`
      : "";
  const { name } = published.facts.controller;
  const header = `${languageLinks(language, texts, `${base}/versions`)}
<p class="who">${escape(name)}</p><h1>${escape(texts.versions)}</h1>
<p><a href="${base}?lang=${language}">${escape(texts.toNotice)}</a></p>`;
  return shell(language, `${texts.versions}: ${name}`, header, `${items.join("\n")}\n${more}`);
}

type Version = NonNullable<Awaited<ReturnType<typeof readVersion>>>;

/** Two versions side by side: each difference, and what each says. */
export function showComparison(page: {
  language: Language;
  organisation: string;
  before: Version;
  after: Version;
}): string {
  const { language, organisation, before, after } = page;
  const texts = textsOf[language];
  const base = `/notices/${organisation}`;
  const found = compareNotices(before.facts, after.facts);
  const heads = [texts.whatChanged, texts.version(before.number), texts.version(after.number)];
  const rows = found.map((each) => changeRow(each, language, heads));
  const table = `<table><thead><tr>${heads.map((each) => `<th scope="col">${escape(each)}</th>`).join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>`;
  const { name } = after.facts.controller;
  const address = `${base}/compare?from=${before.number}&amp;to=${after.number}`;
  const header = `${languageLinks(language, texts, address)}
<p class="who">${escape(name)}</p><h1>${escape(texts.compared(before.number, after.number))}</h1>
<p><a href="${base}/versions?lang=${language}">${escape(texts.versions)}</a></p>`;
  const main = `<section id="changes">${found.length > 0 ? table : `<p>${escape(texts.onlyWording)}</p>`}</section>`;
  return shell(language, texts.compared(before.number, after.number), header, main);
}

function changeRow(change: Change, language: Language, heads: readonly string[]): string {
  const texts = textsOf[language];
  const { what, about, before, after } = sayChange(change, language);
  const mark = change.material ? ` <span class="ground">(${escape(texts.isMaterial)})</span>` : "";
  const cells = [
    `<span><strong>${escape(what)}</strong>${mark}<br>${escape(about)}</span>`,
    escape(before ?? "–"),
    escape(after ?? "–"),
  ];
  return `<tr data-from="${escape(change.from)}" data-change="${change.kind}"${change.material ? ' data-material=""' : ""}>${cells
    .map((html, at) => `<td data-label="${escape(heads[at] ?? "")}">${html}</td>`)
    .join("")}</tr>`;
}
