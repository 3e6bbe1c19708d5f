import { escape } from "../export/escape.ts";
import { authoritiesFor } from "./authorities.ts";
import type { Reader } from "./authorities.ts";
import { dateIn } from "./dates.ts";
import { showComparison, showVersions } from "./page-versions.ts";
import { showNoNotice, showNotice } from "./page.ts";
import { noticeStyle } from "./page-style.ts";
import { listPublished, readPublished, readVersion } from "./published.ts";
import { findOperator } from "./read.ts";
import { textsOf } from "./texts/index.ts";
import type { VersionPorts } from "./versions.ts";

/** So many versions stand on one page. */
const perPage = 20;

/** The notices as pages, whole and without a script: they are read, printed and kept by anyone. */
export const createNoticePages = (ports: VersionPorts) => ({
  style: noticeStyle,
  /** The operator's id, whose notice is the installation's own. */
  operator: async () => await findOperator(ports),
  /**
   * @param organisation absent: the operator's own
   * @returns undefined when there is no such notice
   */
  async page(organisation: string | undefined, reader: Reader): Promise<string | undefined> {
    const { language } = reader;
    const published = await readPublished(ports, organisation);
    if (!published) return undefined;
    const { facts, version, next } = published;
    const authorities = authoritiesFor(reader, facts.controller.country);
    return showNotice({ facts, language, texts: textsOf[language], authorities, version, next });
  },
  /** A version as it was published. */
  async version(organisation: string, number: number, { language }: Reader) {
    const found = await readVersion(ports, organisation, number, language);
    if (!found?.inForceAt) return undefined;
    const current = (await readPublished(ports, organisation))?.version?.number ?? 0;
    if (number === current) return found.page;
    const texts = textsOf[language];
    const says = number > current ? texts.comingVersion : texts.oldVersion;
    const link = `<a href="/notices/${organisation}/versions?lang=${language}">${escape(texts.versions)}</a>`;
    const note = `<section class="kept"><p class="note">${escape(says)} ${escape(texts.version(number))}, ${escape(dateIn(language, found.inForceAt, texts.from))} ${link}</p></section>`;
    return found.page.replace("<main>", `<main>\n${note}`);
  },
  /** The versions that were published, before number `before`. */
  async versions(organisation: string, before: number | undefined, { language }: Reader) {
    const published = await readPublished(ports, organisation);
    if (!published) return undefined;
    const rows = await listPublished(ports, organisation, before, perPage + 1);
    return showVersions({ language, organisation, published, rows, perPage });
  },
  /** Two versions side by side. */
  async compare(organisation: string, [from, to]: readonly [number, number], reader: Reader) {
    const { language } = reader;
    const before = await readVersion(ports, organisation, from, language);
    const after = await readVersion(ports, organisation, to, language);
    if (!before || !after) return undefined;
    return showComparison({ language, organisation, before, after });
  },
  none: ({ language }: Reader): string => showNoNotice(language, textsOf[language]),
});
