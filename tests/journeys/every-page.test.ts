import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { accessFaults, contrastFaults } from "../support/page-axe.ts";
import { addTexts, codes, collectData, textsOf, untranslated } from "../support/page-language.ts";
import { openPerson } from "../support/page-person.ts";
import { startStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import { openHouse } from "./house.ts";
import { pagesOf, settled } from "./pages.ts";
import type { Visit } from "./pages.ts";

const locales = { nb: "nb-NO", sv: "sv-SE", en: "en-GB" } as const;
type Language = keyof typeof locales;
const languages = ["nb", "sv", "en"] as const;

const wide = { width: 1280, height: 900 };
/** What a simulated controller says of its doors. */
type Simulated = { doors: { name: string }[] };
const narrow = { width: 320, height: 640 };

describe("every page, in three languages, light and dark, wide and as narrow as can be", () => {
  let stage: Stage;
  let visits: Record<string, readonly Visit[]>;
  /** What people wrote: it is the same in every language. */
  const data = new Set<string>();
  before(async () => {
    stage = await startStage();
    const { product } = stage;
    visits = pagesOf(product, await openHouse(product));
    for (const [index, controller] of ["solhaug", "havnegata"].entries()) {
      const folder = join(product.data, "controllers", controller);
      addTexts(data, JSON.parse(readFileSync(join(folder, "cards.json"), "utf8")));
      const simulated = await eventually("the controller has its doors", async () => {
        const view = (await (await fetch(`${product.doors(index)}/doors`)).json()) as Simulated;
        return view.doors.length > 0 && view;
      });
      addTexts(data, simulated);
    }
    addTexts(data, await (await fetch(`${product.url}/api/v1/demo/persons`)).json());
  });
  after(async () => {
    await stage?.stop();
  });

  /** Faults of a page as it stands: language, headings, width. */
  async function look(page: Page, language: Language): Promise<string[]> {
    const faults: string[] = [];
    await page.setViewportSize(narrow);
    const { lang, title, headings, scrolls } = await page.evaluate(async () => {
      const { promise: drawn, resolve } = Promise.withResolvers<unknown>();
      // After the next frame the page has taken the width it was just given.
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      await drawn;
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

  /** What axe finds: dark and narrow, light and wide; the other two pairs once for each person. */
  async function lookWithAxe(page: Page, all: boolean): Promise<string[]> {
    const faults: string[] = [];
    await page.emulateMedia({ colorScheme: "dark" });
    faults.push(...(await accessFaults(page)));
    await page.setViewportSize(wide);
    if (all) faults.push(...(await contrastFaults(page)));
    await page.emulateMedia({ colorScheme: "light" });
    faults.push(...(await accessFaults(page)));
    await page.setViewportSize(narrow);
    if (all) faults.push(...(await contrastFaults(page)));
    return faults;
  }

  async function walk(as: string | undefined) {
    const { browser, product } = stage;
    const faults: string[] = [];
    const texts = new Map<string, Partial<Record<Language, string[]>>>();
    const first = await openPerson(browser, product, as ? { as } : {});
    const storageState = await first.context.storageState();
    await first.leave();
    const walkIn = async (language: Language) => {
      const person = await openPerson(browser, product, {
        storageState,
        locale: locales[language],
        viewport: wide,
        // Some addresses here are of what the person may not see.
        expected: [/^40[13] GET \/api\//],
      });
      const { page } = person;
      collectData(person.context, data);
      for (const [index, { address, first: act }] of (visits[as ?? "nobody"] ?? []).entries()) {
        await page.setViewportSize(wide);
        await page.goto(address);
        await settled(page);
        await act?.(page);
        const name = act ? `${address} (${act.name})` : address;
        const read = await textsOf(page);
        const found = [
          ...codes(read).map((code) => `a code, “${code}”`),
          ...(await look(page, language)),
          ...(language === "nb" ? await lookWithAxe(page, index === 0) : []),
        ];
        faults.push(...found.map((fault) => `${language} ${name}: ${fault}`));
        texts.set(name, { ...texts.get(name), [language]: read });
      }
      await person.leave();
    };
    await Promise.all(languages.map(walkIn));
    for (const [name, { nb = [], sv = [], en = [] }] of texts) {
      const left = new Set([...untranslated(en, nb, data), ...untranslated(en, sv, data)]);
      faults.push(...[...left].map((text) => `${name}: not translated, “${text}”`));
    }
    assert.deepEqual(faults, []);
  }

  test("for anyone: sign-in, the test eID, the demo, the doors' page, nothing here", async () => {
    await walk(undefined);
  });
  test("for a resident", async () => {
    await walk("kari");
  });
  test("for who belongs nowhere yet", async () => {
    await walk("odd");
  });
  test("for the chair of the board", async () => {
    await walk("ingrid");
  });
  test("for the caretaker", async () => {
    await walk("per");
  });
  test("for the operator", async () => {
    await walk("nora");
  });
});
