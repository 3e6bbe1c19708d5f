import type { Language } from "@terskel/platform/i18n";
import type { TestPerson } from "../ports.ts";
import { texts } from "./texts.ts";

export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const safe = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const birthday = (date: string, language: Language) =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

function shell(language: Language, prefix: string, body: string): string {
  const { title } = texts[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${safe(title)}</title>
<link rel="stylesheet" href="${safe(prefix)}/style.css">
</head>
<body><main><h1>${safe(title)}</h1>${body}</main></body>
</html>`;
}

/** Where one picks who to be: a form with a button for each invented person; no script. */
export function personsPage(
  persons: readonly TestPerson[],
  language: Language,
  prefix: string,
  uid: string,
): string {
  const { invented, cancel, born } = texts[language];
  const buttons = persons.map(
    (person) => `<li><button name="person" value="${safe(person.key)}">
<strong>${safe(person.name)}</strong>
<span>${safe(born(birthday(person.dateOfBirth, language)))}</span>
<span>${safe(person.about[language])}</span>
</button></li>`,
  );
  return shell(
    language,
    prefix,
    `<p class="notice">${safe(invented)}</p>
<form method="post" action="${safe(`${prefix}/interaction/${encodeURIComponent(uid)}`)}">
<ul>${buttons.join("\n")}</ul>
<button class="cancel" name="cancel" value="yes">${safe(cancel)}</button>
</form>`,
  );
}

export function failedPage(language: Language, prefix: string): string {
  return shell(language, prefix, `<p class="notice">${safe(texts[language].failed)}</p>`);
}

export const styleSheet = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif;
  --ground: #f4f2ee; --card: #fff; --text: #1d1b18; --quiet: #55504a; --line: #8b857c; --mark: #8a4b00; --notice: #fff1d6; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #171614; --card: #24221f; --text: #f3f0ea; --quiet: #beb7ac; --line: #7d766b; --mark: #ffc46b; --notice: #3a2a10; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
.notice { background: var(--notice); border-left: 4px solid var(--mark); padding: .75rem 1rem; margin: 0 0 1.5rem; }
ul { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: .75rem; }
button { width: 100%; min-height: 3rem; padding: .75rem 1rem; text-align: left; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--line); border-radius: .5rem; cursor: pointer; }
button:hover { border-color: var(--mark); }
button:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
button strong, button span { display: block; overflow-wrap: anywhere; }
button span { color: var(--quiet); font-size: .9rem; }
button.cancel { text-align: center; background: transparent; }
`;
