import { DOOR_ACTS, type SimulatedDoor } from "@terskel/edge-agent/simulated-doors";
import { ACCESS_POINTS } from "@terskel/edge-protocol";
import type { Card } from "./cards.ts";
import { drawDoor, drawPadlock } from "./drawing.ts";
import { escape } from "./escape.ts";
import type { Language } from "./language.ts";
import type { SiteView } from "./site.ts";
import { texts, type Texts } from "./texts.ts";

/** The whole page, drawn as it is now; the browser's script keeps it so. */
export function renderPage(language: Language, site: SiteView, cards: readonly Card[]): string {
  const t = texts[language];
  const { online, revision, buffered } = site.status;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(t.title)}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
<link rel="stylesheet" href="/page/keypad.css">
<script type="module" src="/page/page.js"></script>
</head>
<body data-texts="${escape(JSON.stringify(t))}">
<header>
<h1>${escape(t.title)}</h1>
<p>${escape(t.about)}</p>
<ul class="status" data-online="${online}">
<li><span class="lamp"></span><span data-show="online" role="status">${escape(online ? t.online : t.offline)}</span></li>
<li>${escape(t.revision)} <b data-show="revision">${revision}</b></li>
<li>${escape(t.buffered)} <b data-show="buffered">${buffered}</b></li>
</ul>
</header>
<main>
${site.doors.map((door) => renderDoor(t, door, cardsAt(cards, door))).join("\n") || `<p>${escape(t.noDoors)}</p>`}
</main>
</body>
</html>
`;
}

function cardsAt(cards: readonly Card[], door: SimulatedDoor): Card[] {
  return cards.filter((card) => card.door === undefined || card.door === door.id);
}

function renderDoor(t: Texts, door: SimulatedDoor, cards: readonly Card[]): string {
  const lock = door.held ? t.held : door.lock === "unlocked" ? t.unlocked : t.locked;
  const heading = `door-${door.id}`;
  return `<article class="door" data-door="${door.id}" data-lock="${door.lock}" data-position="${door.position}" aria-labelledby="${heading}">
${drawDoor()}
<div class="plate">
<h2 id="${heading}" data-show="name">${escape(door.name)}</h2>
<p class="lock">${drawPadlock()}<span data-show="lock" role="status">${escape(lock)}</span></p>
<p class="count">${escape(t.output)} <b data-show="output">${door.output}</b></p>
<p class="count">${escape(t.unlockCount)} <b data-show="count">${door.unlockCount}</b></p>
<p class="result" data-show="result" role="status"></p>
</div>
${renderReaders(t, door)}${renderCards(t, cards)}
${renderKeypad(t, door, heading)}${renderActs(t, door)}<details>
<summary>${escape(t.typeNumber)}</summary>
<form autocomplete="off">
<label>${escape(t.kind)} <select name="kind">${Object.entries(t.kinds)
    .map(([kind, label]) => `<option value="${kind}">${escape(label)}</option>`)
    .join("")}</select></label>
<label>${escape(t.number)} <input name="number" required maxlength="128" spellcheck="false"></label>
<button>${escape(t.present)}</button>
</form>
</details>
</article>`;
}

/** As on the wall: what is typed is not shown, only how much. */
function renderKeypad(t: Texts, { keypad }: SimulatedDoor, heading: string): string {
  if (!keypad) return "";
  const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(renderKey);
  return `<h3>${escape(t.keypad)}</h3>
<div class="keypad" role="group" aria-labelledby="${heading}">
<output data-show="typed"></output>
${keys.join("")}
<button type="button" data-key="clear">${escape(t.clear)}</button>${renderKey("0")}<button type="button" data-key="enter">${escape(t.enter)}</button>
</div>
`;
}

const renderKey = (digit: string): string =>
  `<button type="button" data-key="${digit}">${digit}</button>`;

/** A door without a contact has nothing that one could see of its leaf. */
function renderActs(t: Texts, { position, warning }: SimulatedDoor): string {
  if (position === "unknown") return "";
  const items = DOOR_ACTS.map(
    (act) => `<li><button type="button" data-act="${act}">${escape(t.acts[act])}</button></li>`,
  );
  return `<h3>${escape(t.leaf)}: <span data-show="position" role="status">${escape(t.positions[position])}</span></h3>
<p class="warning" data-show="warning" role="status">${escape(warning ? t.warning : "")}</p>
<ul class="acts">${items.join("")}</ul>
`;
}

/** At which of two readers one is. With one there is nothing to choose. */
function renderReaders(t: Texts, { readerInside }: SimulatedDoor): string {
  if (!readerInside) return "";
  const options = ACCESS_POINTS.map(
    (at) => `<option value="${at}">${escape(t.readers[at])}</option>`,
  );
  return `<label class="readers">${escape(t.reader)} <select name="at">${options.join("")}</select></label>
`;
}

function renderCards(t: Texts, cards: readonly Card[]): string {
  if (cards.length === 0) return "";
  const items = cards.map(
    (card) =>
      `<li><button class="card" type="button" data-kind="${card.kind}" data-number="${escape(card.number)}">` +
      `<span class="chip"></span>${escape(card.label)}</button></li>`,
  );
  return `<h3>${escape(t.holdCard)}</h3>\n<ul class="cards">${items.join("")}</ul>`;
}
