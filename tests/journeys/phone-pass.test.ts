import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import decode from "qr/decode.js";
import sharp from "sharp";
import { eventually } from "../support/eventually.ts";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { startStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog } from "./manage.ts";

const picture = (page: Page) => page.getByRole("img", { name: /^QR-kode med telefonpasset ditt/ });

/** What a reader reads from the screen. */
async function readScreen(page: Page): Promise<string> {
  const shot = await picture(page).screenshot();
  const { data, info } = await sharp(shot)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decode({ data, width: info.width, height: info.height });
}

describe("the phone pass", () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    stage = await startStage();
    ({ product, browser } = stage);
    house = await openHouse(product);
  });
  after(async () => {
    await stage?.stop();
  });

  /** Holds a phone to the reader of a door, past the cloud. */
  async function hold(text: string, name = "Oppgang A"): Promise<string> {
    const answer = await fetch(`${product.doors(0)}/doors/${await house.doorId(name)}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "phone-pass", number: text }),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }

  test("is a tap away, is read from the screen also in the dark, and opens the door once", async () => {
    const kari = await openPerson(browser, product, { ...phone, as: "kari", colorScheme: "dark" });
    const { page } = kari;
    await page.getByRole("link", { name: "Telefonpass" }).tap();
    await page.getByRole("heading", { level: 1, name: "Telefonpass" }).waitFor();
    await page.getByRole("region", { name: "Åpner nå" }).getByText("Oppgang A").waitFor();
    await eventually("the door knows the pass and opens", async () => {
      return (await hold(await readScreen(page))) === "granted";
    });
    assert.equal(await hold(await readScreen(page)), "pass-replayed");
    assert.deepEqual(await accessFaults(page), []);

    // There is another door right behind.
    const used = await readScreen(page);
    await page.getByRole("button", { name: "Kode til neste dør" }).tap();
    await eventually("another code", async () => (await readScreen(page)) !== used);
    assert.equal(await hold(await readScreen(page)), "granted");
    await kari.leave();
  });

  test("goes on without network for some minutes, and then says that it is out of date", async () => {
    const kari = await openPerson(browser, product, {
      ...phone,
      as: "kari",
      expected: [/access|me\/pass|failed/i],
    });
    const { page } = kari;
    await page.clock.install();
    await page.goto("/pass");
    const first = await readScreen(page);
    await page.route("**/api/**", (route) => route.abort());
    await page.clock.fastForward(60_000);
    await eventually("the next code", async () => (await readScreen(page)) !== first);
    await page.clock.fastForward(5 * 60_000);
    await page.getByRole("main").getByText("Koden er utløpt").last().waitFor();
    assert.equal(await picture(page).count(), 0);
    await kari.context.close();
  });

  test("copied in the demo and typed at the door's page, it opens there", async () => {
    const kari = await openPerson(browser, product, {
      as: "kari",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = kari;
    await page.goto("/pass");
    // The first journey may have used the codes of this half minute and the next.
    const door = await kari.context.newPage();
    await door.goto(product.doors(0));
    const card = door.locator(".door").filter({ hasText: "Oppgang A" });
    await card.getByText("Skriv et nummer").click();
    await card.getByRole("combobox").selectOption("phone-pass");
    await eventually(
      "it opens",
      async () => {
        await page.bringToFront();
        await page.getByRole("button", { name: /Kopier koden|Kopiert/ }).click();
        const text = await page.evaluate(() => navigator.clipboard.readText());
        await door.bringToFront();
        await card.getByRole("textbox").fill(text);
        await card.getByRole("button", { name: "Hold mot leseren" }).click();
        const said = card.locator(".result[data-outcome]");
        await said.waitFor();
        return (await said.innerText()).includes("Åpnet");
      },
      90_000,
    );
    await kari.leave();
  });

  test("on a lost phone is blocked from another, and the page says so", async () => {
    const kari = await openPerson(browser, product, {
      as: "kari",
      expected: [/409 POST .*me\/pass/],
    });
    const { page } = kari;
    await page.goto("/profile");
    await page.getByRole("button", { name: "Jeg har mistet telefonen: Telefonpass" }).click();
    await dialog(page, "Har du mistet telefonen?").getByRole("button", { name: "Sperr" }).click();
    await page.getByText(/^Sperret siden/).waitFor();
    await page.goto("/pass");
    await page.getByText("Telefonpasset ditt er sperret").waitFor();
    assert.deepEqual(await accessFaults(page), []);
    await kari.leave();
  });
});
