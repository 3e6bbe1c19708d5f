import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { accessFaults } from "../support/page-axe.ts";
import { openPerson, phone } from "../support/page-person.ts";
import { shareStage } from "../support/page-stage.ts";
import type { Product } from "../support/product.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { dialog, goTo, row } from "./manage.ts";

const doorButton = (page: Page, door: string) => page.getByRole("button", { name: `Åpne ${door}` });
const card = (page: Page, door: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: door });
const banner = (page: Page, text: RegExp) =>
  page.getByRole("main").getByRole("alert").filter({ hasText: text });

describe("lockdown and evacuation", () => {
  const sharing = shareStage();
  let product: Product;
  let browser: Browser;
  let house: House;
  before(async () => {
    ({ product, browser } = await sharing.start());
    house = await openHouse(product);
  });
  after(async () => await sharing.stop());

  type Simulated = { name: string; lock: string; held: boolean };
  const simulated = async () => {
    const answer = await fetch(`${product.doors(0)}/doors`);
    return ((await answer.json()) as { doors: Simulated[] }).doors;
  };

  test("the chair shuts all doors in two taps: a resident is refused with the hour, and opens when it is over", async () => {
    const kari = await openPerson(browser, product, { ...phone, as: "kari" });
    const stale = await openPerson(browser, product, { ...phone, as: "kari" });
    // This page hears of nothing.
    await stale.page.route("**/api/v1/me/live*", (route) => route.abort());
    await stale.page.reload();
    await doorButton(stale.page, "Oppgang A").waitFor();

    const ingrid = await openPerson(browser, product, { ...phone, as: "ingrid" });
    await ingrid.page.goto(`/manage/${house.organisation}/doors`);
    await ingrid.page.getByRole("button", { name: "Steng ned", exact: true }).tap();
    const asked = dialog(ingrid.page, "Steng ned dører");
    await asked.getByText(/kommer alltid ut med dørhåndtaket/).waitFor();
    await asked.getByRole("button", { name: /^Steng ned \d+ dører$/ }).tap();
    await banner(ingrid.page, /dører er stengt ned til/).waitFor();
    const words = await banner(ingrid.page, /stengt ned/).innerText();
    assert.match(words, /Ingrid .*Nødsituasjon[\s\S]*Oppgang A/);
    assert.deepEqual(await accessFaults(ingrid.page), []);

    await card(kari.page, "Oppgang A")
      .getByText(/^Stengt ned til /)
      .waitFor();
    await doorButton(stale.page, "Oppgang A").tap();
    await card(stale.page, "Oppgang A")
      .getByText(
        /^Avvist, fordi døren er stengt ned til \d\d:\d\d|^Avvist, fordi døren er stengt ned til \w+dag/,
      )
      .waitFor();
    assert.equal(await house.unlockCount("Oppgang A"), 0);
    await stale.leave();

    await banner(ingrid.page, /stengt ned/)
      .getByRole("button", { name: "Avslutt nedstengingen" })
      .tap();
    await dialog(ingrid.page, "Avslutte nedstengingen?")
      .getByRole("button", { name: "Avslutt nedstengingen" })
      .tap();
    await banner(ingrid.page, /stengt ned/).waitFor({ state: "detached" });
    await card(kari.page, "Oppgang A").getByText("Trykk for å åpne").waitFor();
    await eventually("the door lets her in", async () => {
      await doorButton(kari.page, "Oppgang A").tap();
      await kari.page.waitForTimeout(500);
      return (await house.unlockCount("Oppgang A")) > 0;
    });
    await kari.leave();
    await ingrid.leave();
  });

  test("the chair evacuates one door: it stands open, the resident sees it, and the door is locked when it is ended", async () => {
    const ingrid = await openPerson(browser, product, { as: "ingrid" });
    const { page } = ingrid;
    await goTo(page, "Dører");
    await page.getByRole("button", { name: "Handlinger for Oppgang B" }).click();
    await page.getByRole("menuitem", { name: "Evakuer …" }).click();
    const asked = dialog(page, "Evakuer");
    await asked.getByLabel("Hvorfor").fill("Røyk i trappen");
    await asked.getByText("4 t").click();
    await asked.getByRole("button", { name: "Lås opp 1 dør" }).click();
    await banner(page, /Røyk i trappen[\s\S]*Døren vet det\./).waitFor();
    await row(page, "Oppgang B").getByText("Evakuering").waitFor();
    const heldOf = async () => (await simulated()).filter(({ held }) => held);
    assert.deepEqual(
      (await heldOf()).map(({ name, lock }) => [name, lock]),
      [["Oppgang B", "unlocked"]],
    );
    await page.getByRole("button", { name: "Handlinger for Oppgang B" }).click();
    await page.getByRole("menuitem", { name: "Avslutt evakueringen" }).click();
    await dialog(page, "Avslutte evakueringen?")
      .getByRole("button", { name: "Avslutt evakueringen" })
      .click();
    await eventually("the door is locked", async () => (await heldOf()).length === 0);
    await ingrid.leave();
  });
});
