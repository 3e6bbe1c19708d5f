import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Stage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { doorProcess } from "./door-process.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";

const doorButton = (page: Page, door: string) => page.getByRole("button", { name: `Åpne ${door}` });
const card = (page: Page, door: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: door });
/** What a screen reader is told without being asked. */
const said = (page: Page, text: string) =>
  page.getByRole("main").getByRole("status").getByText(text, { exact: true });

/**
 * Waits for a text on the page and gives the milliseconds from the last tap to it by the page's own
 * clock: the way from this process to the browser takes time too.
 */
async function watchForText(page: Page, pattern: RegExp): Promise<() => Promise<number>> {
  const took = await page.evaluateHandle((source) => {
    const wanted = new RegExp(source);
    let tapped = Number.NaN;
    addEventListener("click", () => (tapped = performance.now()), { capture: true });
    const { promise, resolve } = Promise.withResolvers<number>();
    new MutationObserver(() => {
      if (wanted.test(document.querySelector("main")?.innerText ?? "")) {
        resolve(performance.now() - tapped);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    // In an object, or the handle would wait for it.
    return { promise };
  }, pattern.source);
  return async () => await took.evaluate(async ({ promise }) => await promise);
}

describe("a resident at the doors", () => {
  const sharing = shareStage();
  let stage: Stage;
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    stage = await sharing.start();
    ({ product, browser } = stage);
    house = await openHouse(product);
  });
  after(async () => {
    await sharing.stop();
  });

  // What has ended is gone at once: it is an access she does not have, like any other.
  test("a grant that has ended: refused with the reason, and logged", async () => {
    const ends = new Date(Date.now() + 6_000);
    await house.give("Oppgang B", house.kari, ends);
    const person = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page } = person;
    await doorButton(page, "Oppgang B").waitFor();
    await page.waitForTimeout(Math.max(0, ends.getTime() - Date.now()) + 100);
    await doorButton(page, "Oppgang B").tap();
    await card(page, "Oppgang B")
      .getByText("Avvist, fordi du ikke har tilgang til denne døren")
      .waitFor();
    await said(page, "Oppgang B ble avvist, fordi du ikke har tilgang til denne døren.").waitFor({
      state: "attached",
    });
    assert.equal(await house.unlockCount("Oppgang B"), 0);
    await page.getByRole("link", { name: "Logg", exact: true }).tap();
    const row = card(page, "Oppgang B").first();
    assert.match(await row.innerText(), /Portalen · ingen tilgang\s+Lagres til .+\s+Avvist/);
    await person.leave();
  });

  test("a grant taken back while she looks at the door: refused, and logged for the administrator", async () => {
    const grant = await house.give("Oppgang C", house.kari);
    const person = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page } = person;
    await doorButton(page, "Oppgang C").waitFor();
    await house.takeBack(grant);
    await doorButton(page, "Oppgang C").tap();
    await card(page, "Oppgang C")
      .getByText("Avvist, fordi du ikke har tilgang til denne døren")
      .waitFor();
    assert.equal(await house.unlockCount("Oppgang C"), 0);
    await person.leave();
    const ingrid = await openPerson(browser, product, { as: "ingrid" });
    await ingrid.page.goto(`/manage/${house.organisation}/log`);
    const row = ingrid.page.getByRole("row").filter({ hasText: "Oppgang C" });
    await row.waitFor();
    assert.match(await row.innerText(), /Kari Nordlie[\s\S]*Avvist[\s\S]*ingen tilgang/);
    await ingrid.leave();
  });

  test("a door that does not answer: said within 3 seconds, and not opened later", async () => {
    const person = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page } = person;
    await doorButton(page, "Oppgang A").waitFor();
    const pid = doorProcess(product.doors(0));
    // Stopped, not killed: its connection stays, as that of a box that hangs.
    process.kill(pid, "SIGSTOP");
    try {
      const tookMs = await watchForText(page, /Ikke svar fra døren/);
      const tapped = Date.now();
      await doorButton(page, "Oppgang A").tap();
      await card(page, "Oppgang A").getByText("Åpner …").waitFor();
      await card(page, "Oppgang A").getByText("Ikke svar fra døren").waitFor();
      assert.ok((await tookMs()) < 3_000, `the answer took ${await tookMs()} ms`);
      await said(page, "Ikke svar fra Oppgang A.").waitFor({ state: "attached" });
      await page.getByRole("link", { name: "Logg", exact: true }).tap();
      await card(page, "Oppgang A").first().getByText("Ikke svar", { exact: true }).waitFor();
      // The command is valid for 3 seconds; what the door gets after that is not carried out.
      await page.waitForTimeout(Math.max(0, tapped + 3_300 - Date.now()));
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await eventually("the door says that it came too late", async () => {
      await page.reload();
      const row = card(page, "Oppgang A").first();
      await row.waitFor();
      return /Portalen · kom for sent\s+Lagres til .+\s+Avvist/.test(await row.innerText());
    });
    assert.equal(await house.unlockCount("Oppgang A"), 0);
    await person.leave();
  });

  test("a session that was ended elsewhere: to sign-in, and back to the doors", async () => {
    const person = await openPerson(browser, product, {
      ...phone,
      as: "kari",
      expected: [/^401 /],
    });
    const { page, context } = person;
    await doorButton(page, "Oppgang A").waitFor();
    await context.clearCookies();
    await doorButton(page, "Oppgang A").tap();
    await page.waitForURL(/\/sign-in/);
    await person.leave();
  });

  test("a server that hangs: said within 3 seconds, and not blamed on the door", async () => {
    const person = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page } = person;
    await doorButton(page, "Oppgang A").waitFor();
    await page.route("**/open", () => undefined);
    const tookMs = await watchForText(page, /Ikke svar fra systemet\./);
    await doorButton(page, "Oppgang A").tap();
    await card(page, "Oppgang A")
      .getByText(/^Ikke svar fra systemet\./)
      .waitFor();
    assert.ok((await tookMs()) < 3_000, `the answer took ${await tookMs()} ms`);
    await person.leave();
  });

  test("with the keyboard alone: to the door, open it, hear that it is open", async () => {
    const person = await openPerson(browser, product, { as: "kari" });
    const { page } = person;
    const door = doorButton(page, "Oppgang A");
    await door.waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Hopp til innholdet" });
    assert.ok(await skip.evaluate((link) => link === document.activeElement));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await door.evaluate((button) => button === document.activeElement));
    await page.keyboard.press("Enter");
    await said(page, "Oppgang A er åpen.").waitFor({ state: "attached" });
    // The focus has stayed where the hand is.
    assert.ok(await door.evaluate((button) => button === document.activeElement));
    assert.equal(await house.unlockCount("Oppgang A"), 1);
    await person.leave();
  });

  test("without the server: said, and it works again when it is back", async () => {
    const person = await openPerson(browser, product, { ...phone, as: "kari" });
    const { page, context } = person;
    await doorButton(page, "Oppgang A").waitFor();
    await context.setOffline(true);
    await page.getByText("Du er uten nett. Det du ser, kan være gammelt.").waitFor();
    await doorButton(page, "Oppgang A").tap();
    await card(page, "Oppgang A")
      .getByText(/^Ikke sendt\./)
      .waitFor();
    await context.setOffline(false);
    await doorButton(page, "Oppgang A").tap();
    await card(page, "Oppgang A").getByText("Åpnet", { exact: true }).waitFor();
    await person.leave();
  });
});
