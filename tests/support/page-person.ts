import assert from "node:assert/strict";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Product } from "./product.ts";
import { watch } from "./page-watch.ts";

type Options = BrowserContextOptions & {
  /** Key of the test person to sign in as; nobody when left out. */
  as?: string;
  /** Refusals that the journey provokes, as `404 GET /path`. */
  expected?: readonly RegExp[];
};

/** As small as a phone held in one hand. */
export const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
} as const;

/** A browser of one person's own, watched throughout. */
export async function openPerson(browser: Browser, product: Product, options: Options = {}) {
  const { as, expected = [], ...others } = options;
  const context = await browser.newContext({
    baseURL: product.url,
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...others,
  });
  context.setDefaultTimeout(30_000);
  const origins = [product.url, product.doors(0), product.doors(1)];
  const watched = watch(context, origins, expected);
  const page = await context.newPage();
  if (as) {
    await signIn(context, as);
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  return {
    context,
    page,
    /** Nothing happened that must not happen on a page; then closes the browser. */
    async leave() {
      const faults = await watched.faults();
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}

/** Of one who reads another language from now on: what the browser asks for, and tells its pages. */
export async function readAs(page: Page, locale: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const userAgent = await page.evaluate(() => navigator.userAgent);
  await browser.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: locale });
}

/** Through the test eID without a page, by which the browser's own cookies come, as the demo's buttons do. */
export async function signIn(context: BrowserContext, testPerson: string): Promise<void> {
  const asked = await context.request.post("/api/v1/sign-in/eid", { data: { testPerson } });
  const { location } = (await asked.json()) as { location: string };
  const answer = await context.request.get(location);
  if (!answer.ok()) throw new Error(`${testPerson} is not signed in: ${answer.status()}`);
}
