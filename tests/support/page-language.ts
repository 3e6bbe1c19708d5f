import type { BrowserContext, Page } from "playwright-core";

/** What a page says to eyes and to screen readers: visible text, and the names given in attributes. */
export async function textsOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found = new Set<string>();
    const add = (text: string | null) => {
      const clean = text?.replaceAll(/\s+/g, " ").trim();
      if (clean) found.add(clean);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const isBroken = (beside: Node | null) =>
        beside instanceof Element && beside.tagName === "WBR";
      // A text that may break at a place of its own is read as one, from its first part.
      if (isBroken(node.previousSibling)) continue;
      // A name that stands in no language, and says so.
      if (node.parentElement?.closest("[translate=no]")) continue;
      let text = node.textContent ?? "";
      for (let last: Node | null = node; isBroken(last?.nextSibling ?? null);) {
        last = last?.nextSibling?.nextSibling ?? null;
        text += last?.textContent ?? "";
      }
      if (node.parentElement?.checkVisibility()) add(text);
    }
    for (const element of document.querySelectorAll("[aria-label],[placeholder],[title],[alt]")) {
      if (!(element as HTMLElement).checkVisibility()) continue;
      // What measures a text field's height is for nobody to see or hear.
      if (element.closest("[aria-hidden=true]")) continue;
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        add(element.getAttribute(name));
      }
    }
    add(document.title);
    return [...found];
  });
}

/** Collects what people and organisations wrote: every text in an answer of the API. */
export function collectData(context: BrowserContext, data: Set<string>): void {
  context.on("response", (response) => {
    if (!response.headers()["content-type"]?.includes("json")) return;
    // The page may be left before its answer is read.
    void response.json().then(
      (body: unknown) => addTexts(data, body),
      () => undefined,
    );
  });
}

export function addTexts(data: Set<string>, value: unknown): void {
  if (typeof value === "string") {
    data.add(value);
    // A letter is shown by its paragraphs, and its links by themselves.
    for (const part of value.split(/\n+|(https?:\S+)/)) if (part) data.add(part.trim());
  } else if (value !== null && typeof value === "object") {
    for (const each of Object.values(value)) addTexts(data, each);
  }
}

/** Words that are the same in two of the languages, and names. */
const same =
  /Terskel|Demo|Import|eID|IP|CSV|Excel|Numbers|LibreOffice|E-?mail|SMS|PIN|Portal|Pause|Organisation|Person|Administrator|Operator|Version|Norsk|Svenska|English|Europe\/\w+|OK|MB|windows-1252/g;

/**
 * What stands in two languages' pages alike and is no one's data: a text that was never translated.
 */
export function untranslated(
  one: readonly string[],
  other: readonly string[],
  data: ReadonlySet<string>,
): string[] {
  const longest = [...data].filter((each) => each.length > 1).sort((a, b) => b.length - a.length);
  const clean = longest.map((each) => each.replaceAll(/\s+/g, " "));
  return (
    one
      .filter((text) => other.includes(text))
      // A letter in the outbox is shown in parts.
      .filter((text) => text.length < 40 || !clean.some((each) => each.includes(text)))
      .filter((text) => {
        let left = text;
        for (const each of longest) left = left.replaceAll(each, " ");
        return /\p{L}{2,}/u.test(left.replaceAll(same, " "));
      })
  );
}

/** Keys of texts and codes: `signIn.title`, `eid-started`, `access_list`. */
export function codes(texts: readonly string[]): string[] {
  return texts.filter((text) => /^[a-z]+([-._][a-z]+|[A-Z][a-z]+)+$/.test(text));
}
