import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { deletePicture, putPicture } from "@terskel/identity/api/me";
import { notice } from "@terskel/kernel/api/notices";
import type { Page } from "playwright-core";
import { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { handoverOf, trustingItself } from "../support/handover.ts";
import { accessFaults, contrastFaults } from "../support/page-axe.ts";
import { addTexts, codes, collectData, textsOf, untranslated } from "../support/page-language.ts";
import { openPerson, readAs, signIn } from "../support/page-person.ts";
import { startStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import { freePort } from "../support/ports.ts";
import { onePixel } from "../promises/people.ts";
import { openHouse } from "./house.ts";
import { resident, sheetName } from "./import.ts";
import { goOn, load, pagesOf, show } from "./pages.ts";
import type { Visit } from "./pages.ts";

/** Light and dark, wide and narrow are shared out among the languages. */
const readers = {
  nb: { locale: "nb-NO", colorScheme: "light" },
  sv: { locale: "sv-SE", colorScheme: "light" },
  en: { locale: "en-GB", colorScheme: "dark" },
} as const;
type Language = keyof typeof readers;
const languages = ["nb", "sv", "en"] as const;

const wide = { width: 1280, height: 900 };
/** What a simulated controller says of its doors. */
type Simulated = { doors: { name: string }[] };
const narrow = { width: 320, height: 640 };

/** Kari's account as a file; she had a picture then, and has none now. */
async function accountOfKari(url: string) {
  const kari = await new Client(url).signIn("kari");
  await kari.call(putPicture, { body: { image: onePixel } });
  const file = await handoverOf(kari);
  await kari.call(deletePicture, {});
  return file;
}

describe("every page, in three languages, light and dark, wide and as narrow as can be", () => {
  let stage: Stage;
  let visits: ReturnType<typeof pagesOf>;
  /** What people wrote: it is the same in every language. */
  const data = new Set<string>();
  before(async () => {
    stage = await startStage(trustingItself(await freePort()));
    const { product } = stage;
    const house = await openHouse(product);
    const file = await accountOfKari(product.url);
    addTexts(data, [new URL(product.url).host]);
    visits = pagesOf(product, house, {
      invitation: await house.comeAndGo(),
      request: await house.askedOf(),
      supplier: await house.supplier(),
      file,
      advice: await house.advises(),
      mailing: await house.mailed(),
    });
    for (const [index, controller] of ["solhaug", "havnegata"].entries()) {
      const folder = join(product.data, "controllers", controller);
      addTexts(data, JSON.parse(readFileSync(join(folder, "cards.json"), "utf8")));
      const simulated = await eventually("the controller has its doors", async () => {
        const view = (await (await fetch(`${product.doors(index)}/doors`)).json()) as Simulated;
        return view.doors.length > 0 && view;
      });
      addTexts(data, simulated);
    }
    // Who is named in the notices, and where one complains.
    const published = await new Client(product.url).call(notice, {
      params: { organisation: house.organisation },
    });
    const { controller, processor, words } = published;
    addTexts(data, [controller, processor, words, "Datatilsynet", "Integritetsskyddsmyndigheten"]);
    // What the board's spreadsheet holds, before the server has read it back.
    addTexts(data, [...Object.values(resident), sheetName]);
    addTexts(data, await (await fetch(`${product.url}/api/v1/demo/persons`)).json());
  });
  after(async () => {
    await stage?.stop();
  });

  /** Faults of a page as it stands in a narrow window: language, headings, width. */
  async function look(page: Page, language: Language): Promise<string[]> {
    const faults: string[] = [];
    const { lang, title, headings, scrolls } = await page.evaluate(() => {
      const { lang, scrollWidth, clientWidth } = document.documentElement;
      return {
        lang,
        title: document.title,
        headings: document.querySelectorAll("h1").length,
        scrolls: scrollWidth - clientWidth,
      };
    });
    if (lang !== language) faults.push(`lang is ${lang}`);
    if (!/\p{L}{2}/u.test(title)) faults.push(`title is “${title}”`);
    if (headings !== 1) faults.push(`${headings} headings of the first level`);
    if (scrolls > 0) faults.push(`${scrolls} px wider than a screen of 320 px`);
    return faults;
  }

  type Look = { page: Page; language: Language; isFirst: boolean };

  /** A page in a wide window: every text, and axe in the light. */
  async function inspectWide({ page, language, isFirst }: Look) {
    const { colorScheme } = readers[language];
    await show(page, colorScheme, wide);
    const read = await textsOf(page);
    const faults = codes(read).map((code) => `a code, “${code}”`);
    if (language === "sv") faults.push(...(await accessFaults(page)));
    if (language === "nb" && isFirst) {
      await show(page, "dark", wide);
      faults.push(...(await contrastFaults(page)));
      await show(page, colorScheme, wide);
    }
    return { read, faults };
  }

  /** The page in a narrow one: language, headings, width, and axe in the dark. */
  async function inspectNarrow({ page, language, isFirst }: Look): Promise<string[]> {
    await show(page, readers[language].colorScheme, narrow);
    const faults = await look(page, language);
    if (language === "en") faults.push(...(await accessFaults(page)));
    if (language === "nb" && isFirst) faults.push(...(await contrastFaults(page)));
    return faults;
  }

  /**
   * Walks through pages in one language after another, in one browser: another would have to read the
   * whole portal anew.
   * @param parts the pages, in parts; of the first page of each the contrast is looked at in either size and scheme
   */
  async function walk(as: string | undefined, ...parts: readonly (readonly Visit[])[]) {
    const { browser, product } = stage;
    const faults: string[] = [];
    const texts = new Map<string, Partial<Record<Language, string[]>>>();
    const person = await openPerson(browser, product, {
      viewport: wide,
      // Some addresses here are of what the person may not see, or of nothing.
      expected: [/^40[13] GET \/api\//, /^404 POST \/api\/v1\/(unsubscribe|survey)\/read$/],
    });
    const { page } = person;
    if (as) await signIn(person.context, as);
    collectData(person.context, data);
    const pages = parts.flatMap((part) =>
      part.map((visit, at) => ({ ...visit, isFirst: at === 0 })),
    );
    for (const language of languages) {
      await readAs(page, readers[language].locale);
      for (const [index, { address, first: act, isFirst }] of pages.entries()) {
        const { address: left, first: acted } = pages[index - 1] ?? {};
        // What is done on a page is done where one is. The first of a part is loaded anew, the others are come to
        // from the one before.
        if (!act || acted || address !== left)
          await (isFirst ? load(page, address) : goOn(page, address));
        await act?.(page);
        const name = act ? `${address} (${act.name})` : address;
        const what = { page, language, isFirst };
        // The window that the page before was left in comes first: each is a layout of its own.
        const before = index % 2 === 1 ? await inspectNarrow(what) : [];
        const { read, faults: found } = await inspectWide(what);
        const after = index % 2 === 0 ? await inspectNarrow(what) : [];
        const all = [...before, ...found, ...after];
        faults.push(...all.map((fault) => `${language} ${name}: ${fault}`));
        texts.set(name, { ...texts.get(name), [language]: read });
      }
    }
    await person.leave();
    for (const [name, { nb = [], sv = [], en = [] }] of texts) {
      const left = new Set([...untranslated(en, nb, data), ...untranslated(en, sv, data)]);
      faults.push(...[...left].map((text) => `${name}: not translated, “${text}”`));
    }
    assert.deepEqual(faults, []);
  }

  test("for anyone: sign-in, the test eID, the demo, the doors' page", async () => {
    await walk(undefined, visits.nobody);
  });
  test("for a resident", async () => {
    await walk("kari", visits.kari);
  });
  test("for who belongs nowhere yet", async () => {
    await walk("odd", visits.odd);
  });
  test("for the chair of the board, who manages the house and people, and answers what they ask for", async () => {
    await walk("ingrid", visits.house, visits.people, visits.privacy);
  });
  test("for the caretaker", async () => {
    await walk("per", visits.per);
  });
  test("for the operator", async () => {
    await walk("nora", visits.nora);
  });
});
