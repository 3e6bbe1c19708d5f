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

/** @param {SiteView} site */
function update(site) {
  const { online, revision, buffered } = site.status;
  document.querySelector(".status")?.setAttribute("data-online", String(online));
  show(document.body, "online", online ? texts.online : texts.offline);
  show(document.body, "revision", String(revision));
  show(document.body, "buffered", String(buffered));
  for (const door of site.doors) {
    const article = document.querySelector(`[data-door="${door.id}"]`);
    if (!article) continue;
    article.setAttribute("data-lock", door.lock);
    show(article, "lock", door.lock === "unlocked" ? texts.unlocked : texts.locked);
    show(article, "count", String(door.unlockCount));
  }
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
      body: JSON.stringify({ kind, number }),
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

for (const article of document.querySelectorAll(".door")) {
  if (!(article instanceof HTMLElement)) continue;
  article.addEventListener("click", (event) => {
    const card = event.target instanceof Element ? event.target.closest(".card") : null;
    if (!(card instanceof HTMLElement)) return;
    void present(article, card.dataset.kind ?? "", card.dataset.number ?? "");
  });
  const kind = article.querySelector("select");
  const number = article.querySelector("input");
  article.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void present(article, kind?.value ?? "", number?.value ?? "");
  });
}

const source = new EventSource("/events");
source.addEventListener("message", (event) => update(JSON.parse(event.data)));
source.addEventListener("error", () => {
  document.querySelector(".status")?.setAttribute("data-online", "false");
  show(document.body, "online", texts.offline);
});
