import { languages } from "@terskel/platform/i18n";
import { escape } from "../export/escape.ts";
import { textsOf } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";

const languageNames = { nb: "Norsk", sv: "Svenska", en: "English" } as const;

/** From every page one may change what was answered about this device (A19, B16). */
const choicesIn = (language: string) =>
  textsOf[languages.find((each) => each === language) ?? "nb"].choices;

/** A page of its own under the product's content security policy: no script, nothing from elsewhere. */
export const shell = (language: string, title: string, header: string, main: string) =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="/icons/terskel.svg">
<link rel="stylesheet" href="/notices/notice.css">
</head>
<body>
<header><div>${header}</div></header>
<main>
${main}
</main>
<footer class="everywhere"><a href="/choices">${escape(choicesIn(language))}</a></footer>
</body>
</html>
`;

/** The same page in each language. */
export const languageLinks = (current: string, texts: Texts, address: string) =>
  `<nav class="languages" aria-label="${escape(texts.languages)}">${languages
    .map(
      (each) =>
        `<a href="${address}${address.includes("?") ? "&amp;" : "?"}lang=${each}" lang="${each}" hreflang="${each}"${each === current ? ' aria-current="true"' : ""}>${languageNames[each]}</a>`,
    )
    .join("")}</nav>`;
