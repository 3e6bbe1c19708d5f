// @ts-check
// Runs in the browser as it is written: no build. Shows what /events tells, and holds cards to readers.

/** @typedef {import("../site.ts").SiteView} SiteView */
/** @typedef {import("../texts.ts").Texts} Texts */

/** @type {Texts} */
const texts = JSON.parse(document.body.dataset.texts ?? "{}");

/** @param {Element} root @param {string} part @param {string} text */
function show(root, part, text) {
  const element = root.querySelector(`[data-show="${part}"]`);
  // Unchanged text is left alone, or a screen reader would say it again.
  if (element && element.textContent !== text) element.textContent = text;
}

/** What the plates of the doors on the page say. */
function plates() {
  const text = (/** @type {Element} */ door, /** @type {string} */ part) =>
    door.querySelector(`[data-show="${part}"]`)?.textContent;
  return [...document.querySelectorAll(".door")].map((door) =>
    [
      door.getAttribute("data-door"),
      text(door, "name"),
      text(door, "output"),
      door.querySelector(".acts") !== null,
      door.querySelector(".keypad") !== null,
      door.querySelector(".readers") !== null,
    ].join(" "),
  );
}

/** Other doors than are on the page, or other names: the server draws them, as it does at first. */
async function redraw() {
  const html = await (await fetch("/")).text();
  const drawn = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  if (drawn) document.querySelector("main")?.replaceWith(drawn);
}

/** @param {SiteView} site */
async function update(site) {
  const wanted = site.doors.map(({ id, name, output, position, keypad, readerInside }) =>
    [id, name, output, position !== "unknown", keypad, readerInside].join(" "),
  );
  if (wanted.join() !== plates().join()) await redraw();
  const { online, revision, buffered } = site.status;
  document.querySelector(".status")?.setAttribute("data-online", String(online));
  show(document.body, "online", online ? texts.online : texts.offline);
  show(document.body, "revision", String(revision));
  show(document.body, "buffered", String(buffered));
  for (const door of site.doors) {
    const article = document.querySelector(`[data-door="${door.id}"]`);
    if (!article) continue;
    article.setAttribute("data-lock", door.lock);
    const lock = door.lock === "unlocked" ? texts.unlocked : texts.locked;
    show(article, "lock", door.held ? texts.held : lock);
    article.setAttribute("data-position", door.position);
    show(article, "position", texts.positions[door.position]);
    show(article, "warning", door.warning ? texts.warning : "");
    show(article, "count", String(door.unlockCount));
  }
}

/** @param {HTMLElement} article @param {string} name */
function chosen(article, name) {
  const select = article.querySelector(`select[name=${name}]`);
  return select instanceof HTMLSelectElement ? select.value : undefined;
}

/** @param {HTMLElement} article @param {string} kind @param {string} number */
async function present(article, kind, number) {
  const result = article.querySelector(".result");
  result?.removeAttribute("data-outcome");
  show(article, "result", "…");
  try {
    const response = await fetch(`/doors/${article.dataset.door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind, number, at: chosen(article, "at") }),
    });
    if (!response.ok) throw new Error(String(response.status));
    /** @type {import("@terskel/edge-agent").Verdict} */
    const { outcome, reason } = await response.json();
    result?.setAttribute("data-outcome", outcome);
    show(article, "result", `${texts.outcomes[outcome]}: ${texts.reasons[reason]}`);
  } catch {
    result?.setAttribute("data-outcome", "refused");
    show(article, "result", texts.failed);
  }
}

/** @param {HTMLElement} article @param {string} act */
async function actAt(article, act) {
  const response = await fetch(`/doors/${article.dataset.door}/act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ act }),
  }).catch(() => undefined);
  if (!response?.ok) show(article, "result", texts.failed);
}

/** What was typed so far at each door. @type {Map<string, string>} */
const typed = new Map();
const MOST_TYPED = 16;

/** @param {HTMLElement} article @param {string} key */
function press(article, key) {
  const door = article.dataset.door ?? "";
  const before = typed.get(door) ?? "";
  const isDigit = /^\d$/.test(key);
  if (isDigit && before.length >= MOST_TYPED) return;
  const now = isDigit ? before + key : "";
  typed.set(door, now);
  show(article, "typed", "•".repeat(now.length));
  if (key === "enter" && before !== "") void present(article, "pin", before);
}

/** The door that something on the page belongs to. @param {EventTarget | null} target */
const doorOf = (target) => (target instanceof Element ? target.closest(".door") : null);

// On the document, so that doors which come later are heard too.
document.addEventListener("click", (event) => {
  const article = doorOf(event.target);
  if (!(article instanceof HTMLElement) || !(event.target instanceof Element)) return;
  const act = event.target.closest("[data-act]");
  if (act instanceof HTMLElement) return void actAt(article, act.dataset.act ?? "");
  const key = event.target.closest("[data-key]");
  if (key instanceof HTMLElement) return press(article, key.dataset.key ?? "");
  const card = event.target.closest(".card");
  if (!(card instanceof HTMLElement)) return;
  void present(article, card.dataset.kind ?? "", card.dataset.number ?? "");
});
document.addEventListener("submit", (event) => {
  const article = doorOf(event.target);
  if (!(article instanceof HTMLElement)) return;
  event.preventDefault();
  const kind = chosen(article, "kind") ?? "";
  void present(article, kind, article.querySelector("input")?.value ?? "");
});

const source = new EventSource("/events");
let last = Promise.resolve();
source.addEventListener("message", (event) => {
  // One after the other, so that an older page never replaces a newer one. What fails is tried again at the next event.
  last = last.then(() => update(JSON.parse(event.data))).catch(() => undefined);
});
source.addEventListener("error", () => {
  document.querySelector(".status")?.setAttribute("data-online", "false");
  show(document.body, "online", texts.offline);
});
